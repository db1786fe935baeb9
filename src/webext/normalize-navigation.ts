/**
 * Converts webNavigation details to a `TabEvent`. Pure. Like normalize-details.ts, it handles the browsers'
 * differences.
 */
import type { TabEvent } from "../model/log/log-event.ts";
import type { BrowserName } from "./normalize-body.ts";

export interface NavigationDetails {
  readonly tabId: number;
  readonly frameId: number;
  readonly timeStamp: number;
  readonly url: string;
  /** Only with onErrorOccurred. */
  readonly error?: string;
  /** Only with onCommitted. */
  readonly transitionType?: string;
  readonly transitionQualifiers?: readonly string[];
  /** Not with onBeforeNavigate, because the document does not exist yet. */
  readonly documentId?: string;
  /** Chromium only. */
  readonly documentLifecycle?: string;
}

export const listenedNavigationEvents = ["onBeforeNavigate", "onCommitted", "onErrorOccurred"] as const;
export type NavigationEventName = (typeof listenedNavigationEvents)[number];

/** Returns undefined for subframes, and for documents that Chromium prerenders, because the tab does not show them. */
export function normalizeNavigation(
  name: NavigationEventName,
  details: NavigationDetails,
  browserName: BrowserName,
): TabEvent | undefined {
  const { tabId, frameId, timeStamp: at, url, error = "", documentId, documentLifecycle } = details;
  if (frameId !== 0 || documentLifecycle === "prerender") return undefined;
  switch (name) {
    case "onBeforeNavigate":
      // Firefox 153 does not order this event with the request's events, but its request events have all that only this
      // event reports in Chromium.
      return browserName === "firefox" ? undefined : { kind: "navigation-started", tabId, at, url };
    case "onCommitted":
      return {
        kind: "document-committed",
        tabId,
        at,
        url,
        ...(documentId !== undefined && { documentId }),
        ...(isClientRedirect(details) && { isClientRedirect: true }),
      };
    case "onErrorOccurred":
      return { kind: "navigation-failed", tabId, at, url, error: firefoxErrorNames.get(error) ?? error };
  }
}

/** A history entry keeps the qualifier when it is loaded again. */
function isClientRedirect({ transitionType, transitionQualifiers = [] }: NavigationDetails): boolean {
  const isAgain = transitionType === "reload" || transitionQualifiers.includes("forward_back");
  return transitionQualifiers.includes("client_redirect") && !isAgain;
}

/**
 * Firefox 153 reports numbers (nsresult) here, but names in webRequest (no bug filed). The map has the observed ones.
 */
const firefoxErrorNames: ReadonlyMap<string, string> = new Map([
  ["Error code 2152398850", "NS_BINDING_ABORTED"],
  ["Error code 2152398866", "NS_ERROR_UNKNOWN_PROTOCOL"],
  ["Error code 2152398877", "NS_ERROR_CORRUPTED_CONTENT"],
  ["Error code 2152398878", "NS_ERROR_UNKNOWN_HOST"],
]);
