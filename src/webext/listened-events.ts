/** The webRequest events that are listened to, with their options. The trace recorder listens to just these, too. */
import type { BrowserName } from "./normalize-body.ts";
import type { RequestEventName } from "./normalize-details.ts";

/** Never "extraHeaders": with it, Chromium 156 hides an HSTS hop in the middle of a chain; Firefox throws. */
export const listenedEvents = {
  onBeforeRequest: ["requestBody"],
  onSendHeaders: ["requestHeaders"],
  onHeadersReceived: ["responseHeaders"],
  onBeforeRedirect: ["responseHeaders"],
  onCompleted: ["responseHeaders"],
  onErrorOccurred: [],
} as const satisfies Record<RequestEventName, readonly string[]>;

/**
 * onHeadersReceived tells early what onBeforeRedirect or onCompleted tell again, and is the only one to tell it of a
 * redirect that Firefox refuses. Chromium 156 tells nothing at all of those it refuses, so there it is listened to for
 * documents only: the rest is most of the traffic, and each event of it costs.
 */
export function isListenedTo(name: RequestEventName, resourceType: string, browserName: BrowserName): boolean {
  return name !== "onHeadersReceived" || browserName === "firefox" || resourceType === "main_frame";
}
