/**
 * The webRequest events that Hopscope listens to, with their options. The trace recorder listens to the same events.
 */
import type { BrowserName } from "./normalize-body.ts";
import type { RequestEventName } from "./normalize-details.ts";

/**
 * Never "extraHeaders": with it, Chromium 156 hides an HSTS hop in the middle of a chain (no bug filed), and Firefox
 * throws.
 */
export const listenedEvents = {
  onBeforeRequest: ["requestBody"],
  onSendHeaders: ["requestHeaders"],
  onHeadersReceived: ["responseHeaders"],
  onBeforeRedirect: ["responseHeaders"],
  onCompleted: ["responseHeaders"],
  onErrorOccurred: [],
} as const satisfies Record<RequestEventName, readonly string[]>;

/**
 * onHeadersReceived reports early what onBeforeRedirect or onCompleted report again. In Firefox it is the only event
 * for a redirect that the browser refuses. Chromium 156 doesn't report the response of a refused redirect at all, so
 * there Hopscope listens to onHeadersReceived for documents only: other requests are most of the traffic, and each
 * event has a cost.
 */
export function isListenedTo(name: RequestEventName, resourceType: string, browserName: BrowserName): boolean {
  return name !== "onHeadersReceived" || browserName === "firefox" || resourceType === "main_frame";
}
