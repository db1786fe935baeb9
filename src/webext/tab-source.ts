/** Listens to what happens to tabs: a document committed, a navigation failed, a tab closed. */
import browser from "webextension-polyfill";
import type { TabEvent } from "../model/request-event.ts";
import { listenedNavigationEvents, normalizeNavigation } from "./normalize-navigation.ts";

export function listenToTabs(onEvent: (event: TabEvent) => void): void {
  for (const name of listenedNavigationEvents) {
    browser.webNavigation[name].addListener((details) => {
      const event = normalizeNavigation(name, details);
      if (event !== undefined) onEvent(event);
    });
  }
  browser.tabs.onRemoved.addListener((tabId) => onEvent({ kind: "tab-closed", tabId }));
}
