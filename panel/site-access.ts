/** Whether the person lets the extension see all sites; in Firefox (and newer Chromium) that can be refused or taken back. */
import { signal } from "@preact/signals";
import browser from "webextension-polyfill";

const allSites = { origins: ["<all_urls>"] };

/** Undefined until it is known. */
export const hasSiteAccess = signal<boolean | undefined>(undefined);

export function followSiteAccess(): void {
  // Chromium leaves `permissions` out of its DevTools panels; there, host access is taken back in the browser's own menu.
  if (browser.permissions === undefined) return;
  const look = async () => {
    hasSiteAccess.value = await browser.permissions.contains(allSites);
  };
  browser.permissions.onAdded.addListener(() => void look());
  browser.permissions.onRemoved.addListener(() => void look());
  void look();
}

/** Must be called from a click: browsers ask the person only then. */
export function requestSiteAccess(): void {
  void browser.permissions.request(allSites);
}
