/**
 * Whether the person lets the extension see all sites. In Firefox that can be refused or taken back at any time, in
 * Chromium it can be limited to a click. Asked here because a DevTools panel in Firefox has no `permissions` API.
 */
import browser from "../browser-api.ts";

/** Calls back now and at every change. Call it in the first tick of the background. */
export function followSiteAccess(onAnswer: (isGranted: boolean) => void): void {
  const look = async () => {
    try {
      onAnswer(await browser.permissions.contains({ origins: ["<all_urls>"] }));
    } catch {
      // Firefox 153 reloads the extension when it is let into private windows: the question goes down with this background.
    }
  };
  browser.permissions.onAdded.addListener(() => void look());
  browser.permissions.onRemoved.addListener(() => void look());
  void look();
}
