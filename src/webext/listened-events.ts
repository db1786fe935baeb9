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

/** In Chromium, later events repeat what onHeadersReceived reports: only documents need it (decision D26). */
export function isListenedTo(name: RequestEventName, resourceType: string, browserName: BrowserName): boolean {
  return name !== "onHeadersReceived" || browserName === "firefox" || resourceType === "main_frame";
}
