/**
 * Whether the user allows the extension to access all sites. In Firefox the user can deny or revoke this at any time;
 * in Chromium the user can limit it to a click. The background checks it, because DevTools panels in Firefox have no
 * `permissions` API.
 */
import browser from "../browser-api.ts";

/** Calls `onAnswer` now and after every change. Call it in the first tick of the background. */
export function followSiteAccess(onAnswer: (isGranted: boolean) => void): void {
  const check = async () => {
    try {
      onAnswer(await browser.permissions.contains({ origins: ["<all_urls>"] }));
    } catch {
      // Firefox 153 reloads the extension when the user allows it in private windows: the call fails with this
      // background.
    }
  };
  browser.permissions.onAdded.addListener(() => void check());
  browser.permissions.onRemoved.addListener(() => void check());
  void check();
}
