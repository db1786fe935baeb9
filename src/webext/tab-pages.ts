/** The title and URL of tabs that have panels (decision D50). */
import type { Tabs } from "webextension-polyfill";
import browser from "../browser-api.ts";
import type { TabPage } from "../protocol/panel-messages.ts";
import { removeListener } from "./remove-listener.ts";

export interface TabPages {
  /** Without panels there is no listener, so that the browser doesn't wake the background for each title. */
  listen(isWanted: boolean): void;
}

export function tabPages(onPage: (tabId: number, page: TabPage) => void): TabPages {
  function onUpdated(tabId: number, { title, url }: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) {
    if (title !== undefined || url !== undefined) onPage(tabId, tabPage(tab));
  }
  return {
    listen(isWanted) {
      if (isWanted) browser.tabs.onUpdated.addListener(onUpdated);
      else removeListener(browser.tabs.onUpdated, onUpdated);
    },
  };
}

export function tabPage({ title, url, incognito }: Tabs.Tab): TabPage {
  return {
    type: "tab-page",
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
    ...(incognito && { isPrivate: true }),
  };
}
