/** Listens to what happens to tabs: a document committed, a navigation failed, a tab closed. */
import browser from "webextension-polyfill";
import type { TabEvent } from "../model/request-event.ts";

export function listenToTabs(onEvent: (event: TabEvent) => void): void {
  browser.webNavigation.onCommitted.addListener(({ tabId, frameId, timeStamp, url, ...more }) => {
    if (frameId === 0 && isShown(more)) onEvent({ kind: "document-committed", tabId, at: timeStamp, url });
  });
  browser.webNavigation.onErrorOccurred.addListener(({ tabId, frameId, timeStamp, url, ...more }) => {
    if (frameId === 0) onEvent({ kind: "navigation-failed", tabId, at: timeStamp, url, error: errorName(more) });
  });
  browser.tabs.onRemoved.addListener((tabId) => onEvent({ kind: "tab-closed", tabId }));
}

/** Chromium commits documents that it prerenders; the tab does not show them. */
function isShown(details: object): boolean {
  return !("documentLifecycle" in details && details.documentLifecycle === "prerender");
}

/** The types do not have `error`, which both browsers give. */
function errorName(details: object): string {
  return "error" in details && typeof details.error === "string" ? details.error : "";
}
