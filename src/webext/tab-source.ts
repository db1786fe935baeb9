/** Listens to events of tabs: navigations, messages of content scripts, closed and replaced tabs. */
import type { Runtime } from "webextension-polyfill";
import browser from "../browser-api.ts";
import type { TabEvent } from "../model/log/log-event.ts";
import type { BrowserName } from "./normalize-body.ts";
import { maxMessagesOfTab, messageRate } from "../protocol/message-rate.ts";
import { normalizeContentMessage } from "./normalize-content-message.ts";
import { listenedNavigationEvents, normalizeNavigation } from "./normalize-navigation.ts";

export function listenToTabs(browserName: BrowserName, onEvent: (event: TabEvent) => void): void {
  for (const name of listenedNavigationEvents) {
    browser.webNavigation[name].addListener((details) => {
      const event = normalizeNavigation(name, details, browserName);
      if (event !== undefined) onEvent(event);
    });
  }
  // (A restarted background counts from zero, but a flood of messages would have kept it running.)
  const rates = new Map<number, (now: number) => boolean>();
  const isWithinRate = (tabId: number) => {
    const rate = rates.get(tabId) ?? messageRate(maxMessagesOfTab);
    rates.set(tabId, rate);
    return rate(Date.now());
  };
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const tabId = sender.tab?.id;
    if (tabId === undefined || !isWithinRate(tabId)) return undefined;
    const event = normalizeContentMessage(message, { ...sender, tabId });
    if (event !== undefined) onEvent(event);
    return undefined;
  });
  // A page that Chromium discards to save memory may continue in a tab with another id (decision D10).
  if (browserName === "chromium") {
    browser.tabs.onReplaced.addListener((newTabId, tabId) => onEvent({ kind: "tab-replaced", tabId, newTabId }));
  }
  browser.tabs.onRemoved.addListener((tabId) => {
    rates.delete(tabId);
    onEvent({ kind: "tab-closed", tabId });
  });
}

/** Reports those of the tabs that no longer exist as closed: the background may have been stopped then (decision D64). */
export async function closeMissingTabs(tabIds: readonly number[], onEvent: (event: TabEvent) => void): Promise<void> {
  if (tabIds.length === 0) return;
  const openIds = new Set((await browser.tabs.query({})).map(({ id }) => id));
  for (const tabId of tabIds) if (!openIds.has(tabId)) onEvent({ kind: "tab-closed", tabId });
}
