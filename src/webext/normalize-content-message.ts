/** Converts a message of the content script, and its sender, to a `TabEvent`. */
import type { ClientNavigated, PageDescribed } from "../model/log/log-event.ts";
import { parseClientNavigation, parsePageDescription } from "../protocol/content-messages.ts";

export interface MessageSender {
  readonly tabId: number | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  /** Chromium only. */
  readonly documentLifecycle?: string | undefined;
}

/** Returns undefined for any other message, and for a prerendered document, because the tab does not show it. */
export function normalizeContentMessage(
  message: unknown,
  sender: MessageSender,
): ClientNavigated | PageDescribed | undefined {
  const { tabId, frameId, documentId, documentLifecycle } = sender;
  if (tabId === undefined || frameId !== 0 || documentLifecycle === "prerender") return undefined;
  const navigation = parseClientNavigation(message);
  if (navigation !== undefined) {
    const { type: _, timeStamp: at, ...facts } = navigation;
    return { kind: "client-navigated", tabId, at, ...facts, ...(documentId !== undefined && { documentId }) };
  }
  const description = parsePageDescription(message);
  if (description === undefined) return undefined;
  const { documentUrl, timeStamp: at, canonicals, robots } = description;
  const page = { ...(canonicals.length > 0 && { canonicals }), ...(robots.length > 0 && { robots }) };
  return {
    kind: "page-described",
    tabId,
    at,
    documentUrl,
    page,
    ...(documentId !== undefined && { documentId }),
  };
}
