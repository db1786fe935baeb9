/** Builds webRequest details, as in both browsers, with defaults for all other fields. */
import type { BrowserName } from "../../src/webext/normalize-body.ts";
import { normalizeDetails, type DetailsByEvent, type RequestEventName } from "../../src/webext/normalize-details.ts";

export const browserNames = ["chromium", "firefox"] as const satisfies BrowserName[];

const defaults = {
  requestId: "7",
  timeStamp: 12.5,
  tabId: 1,
  frameId: 0,
  type: "main_frame",
  url: "http://a.test/",
  method: "GET",
  statusCode: 302,
  statusLine: "HTTP/1.1 302 Found",
  redirectUrl: "http://b.test/",
  error: "net::ERR_FAILED",
};

type AnyDetails = Partial<
  DetailsByEvent["onBeforeRequest"] & DetailsByEvent["onSendHeaders"] & DetailsByEvent["onBeforeRedirect"]
>;

/** The normalized event. Some tests pass invalid details, so the types are loose. */
export function normalized(
  name: RequestEventName,
  details: Readonly<Record<keyof AnyDetails, unknown>> | object,
  browserName: BrowserName = "chromium",
) {
  return normalizeDetails(name, { ...defaults, ...details } as never, browserName);
}
