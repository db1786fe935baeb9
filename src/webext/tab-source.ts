/** Listens to what happens to tabs: a document coming, committed or failed, a page that leaves by itself, a tab closed. */
import browser, { type Runtime } from "webextension-polyfill";
import type { TabEvent } from "../model/request-event.ts";
import type { BrowserName } from "./normalize-body.ts";
import { normalizeClientNavigation } from "./normalize-client-navigation.ts";
import { listenedNavigationEvents, normalizeNavigation } from "./normalize-navigation.ts";

export function listenToTabs(browserName: BrowserName, onEvent: (event: TabEvent) => void): void {
  for (const name of listenedNavigationEvents) {
    browser.webNavigation[name].addListener((details) => {
      const event = normalizeNavigation(name, details, browserName);
      if (event !== undefined) onEvent(event);
    });
  }
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const event = normalizeClientNavigation(message, { ...sender, tabId: sender.tab?.id });
    if (event !== undefined) onEvent(event);
    return undefined;
  });
  browser.tabs.onRemoved.addListener((tabId) => onEvent({ kind: "tab-closed", tabId }));
}
