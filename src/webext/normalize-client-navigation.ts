/** The content script's message and its sender → TabEvent. */
import type { ClientNavigated } from "../model/request-event.ts";
import { parseClientNavigation } from "../protocol/content-messages.ts";

export interface MessageSender {
  readonly tabId: number | undefined;
  readonly frameId?: number | undefined;
  /** Chromium only. */
  readonly documentLifecycle?: string | undefined;
}

/** Undefined for what is no such message, and for a document that Chromium prerenders: the tab does not show it. */
export function normalizeClientNavigation(message: unknown, sender: MessageSender): ClientNavigated | undefined {
  const navigation = parseClientNavigation(message);
  const { tabId, frameId, documentLifecycle } = sender;
  if (navigation === undefined || tabId === undefined || frameId !== 0 || documentLifecycle === "prerender") {
    return undefined;
  }
  const { type: _, timeStamp: at, ...facts } = navigation;
  return { kind: "client-navigated", tabId, at, ...facts };
}
