/** webNavigation details → TabEvent. Pure, like normalize-details.ts: the browsers' differences are dealt with here. */
import type { TabEvent } from "../model/request-event.ts";

export interface NavigationDetails {
  readonly tabId: number;
  readonly frameId: number;
  readonly timeStamp: number;
  readonly url: string;
  /** Only with onErrorOccurred. */
  readonly error?: string;
  /** Chromium only. */
  readonly documentLifecycle?: string;
}

export const listenedNavigationEvents = ["onCommitted", "onErrorOccurred"] as const;
export type NavigationEventName = (typeof listenedNavigationEvents)[number];

/** Undefined for frames within a document, and for documents that Chromium prerenders: the tab does not show them. */
export function normalizeNavigation(name: NavigationEventName, details: NavigationDetails): TabEvent | undefined {
  const { tabId, frameId, timeStamp, url, error, documentLifecycle } = details;
  if (frameId !== 0 || documentLifecycle === "prerender") return undefined;
  return name === "onCommitted"
    ? { kind: "document-committed", tabId, at: timeStamp, url }
    : { kind: "navigation-failed", tabId, at: timeStamp, url, error: error ?? "" };
}
