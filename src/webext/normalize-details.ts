/**
 * Converts webRequest details to a `RequestEvent`. Pure. Differences between the browsers' details are handled here,
 * each with the browser and version in which it was observed (Chromium 156, Firefox 153).
 */
import type { WebRequest } from "webextension-polyfill";
import { isCredentialHeader, mask } from "../model/url/credential-headers.ts";
import { sourceOfReason } from "../model/meaning/non-authoritative-reason.ts";
import type { Answer, Header } from "../model/chain/redirect-chain.ts";
import type { RequestEvent } from "../model/log/log-event.ts";
import { isHttpsUpgrade, isSameResource, parseUrl } from "../model/url/location-url.ts";
import { normalizeBody, type BrowserName, type RequestBody } from "./normalize-body.ts";

/** Fields of every event in both browsers. Chromium adds `initiator`, Firefox adds `originUrl`. */
interface CommonDetails {
  readonly requestId: string;
  readonly timeStamp: number;
  readonly tabId: number;
  readonly frameId: number;
  readonly type: string;
  readonly url: string;
  readonly method: string;
  readonly initiator?: string;
  readonly originUrl?: string;
  /** Firefox only. (Chromium 156 reports HSTS by name, so no list of hosts is needed.) */
  readonly incognito?: boolean;
}

interface AnswerDetails extends CommonDetails {
  readonly statusCode: number;
  readonly statusLine: string;
  readonly responseHeaders?: WebRequest.HttpHeaders;
  readonly ip?: string;
  readonly fromCache?: boolean;
}

/** The details of each event, by the event's name. */
export interface DetailsByEvent {
  onBeforeRequest: CommonDetails & { readonly requestBody?: RequestBody };
  onSendHeaders: CommonDetails & { readonly requestHeaders?: WebRequest.HttpHeaders };
  onHeadersReceived: AnswerDetails;
  onBeforeRedirect: AnswerDetails & { readonly redirectUrl: string };
  onCompleted: AnswerDetails;
  onErrorOccurred: CommonDetails & { readonly error: string };
}

export type RequestEventName = keyof DetailsByEvent;

/** Returns undefined for details that are not a step of a request. */
export function normalizeDetails<Name extends RequestEventName>(
  name: Name,
  details: DetailsByEvent[Name],
  browserName: BrowserName,
): RequestEvent | undefined {
  return normalizers[name](details, browserName);
}

type Normalizers = {
  readonly [Name in RequestEventName]: (
    details: DetailsByEvent[Name],
    browserName: BrowserName,
  ) => RequestEvent | undefined;
};

const normalizers: Normalizers = {
  onBeforeRequest: (details, browserName) => ({
    kind: "started",
    ...requestFacts(details),
    body: normalizeBody(details.requestBody, details.method, browserName),
  }),
  onSendHeaders: (details) => ({
    kind: "headers-sent",
    ...requestFacts(details),
    headers: normalizeHeaders(details.requestHeaders),
  }),
  onHeadersReceived: (details, browserName) =>
    // Chromium also reports its synthetic 307 here, which is not a response.
    nonAuthoritativeReason(details, browserName) === undefined
      ? { kind: "headers-received", ...requestFacts(details), answer: answerOf(details, browserName) }
      : undefined,
  onBeforeRedirect: redirected,
  onCompleted: (details, browserName) => ({
    kind: "completed",
    ...requestFacts(details),
    answer: answerOf(details, browserName),
  }),
  onErrorOccurred: (details) => ({ kind: "failed", ...requestFacts(details), error: details.error }),
};

function redirected(details: DetailsByEvent["onBeforeRedirect"], browserName: BrowserName): RequestEvent | undefined {
  const redirect = { kind: "redirected", ...requestFacts(details), redirectUrl: details.redirectUrl } as const;
  const reason = nonAuthoritativeReason(details, browserName);
  if (reason !== undefined) {
    return { ...redirect, source: sourceOfReason(reason), reportedStatus: details.statusCode };
  }
  if (details.statusCode >= 300 && details.statusCode <= 399) {
    return { ...redirect, source: "server", answer: answerOf(details, browserName) };
  }
  // Firefox 153: another extension's redirect has status 200, although there was no response (no bug filed).
  if (details.statusCode >= 200) return { ...redirect, source: "extension", reportedStatus: details.statusCode };
  // Firefox 153: a service worker intercepted the request (status 0 and the same URL). Not a hop.
  if (isSameResource(details.url, details.redirectUrl)) return { kind: "intercepted", ...requestFacts(details) };
  // Firefox 153: HSTS, HTTPS-Only, upgrade-insecure-requests and upgradeScheme all have status 0 and no cause.
  return { ...redirect, source: isHttpsUpgrade(details.url, details.redirectUrl) ? "upgrade" : "browser" };
}

/** A server could send this header to imitate the browser, but an internal redirect has no IP address. */
function nonAuthoritativeReason(details: AnswerDetails, browserName: BrowserName): string | undefined {
  if (browserName !== "chromium" || details.statusCode !== 307 || details.ip !== undefined) return undefined;
  return details.responseHeaders?.find((header) => header.name.toLowerCase() === "non-authoritative-reason")?.value;
}

function requestFacts(details: CommonDetails) {
  const facts = {
    requestId: details.requestId,
    at: details.timeStamp,
    tabId: details.tabId,
    frameId: details.frameId,
    resourceType: details.type,
    url: details.url,
    method: details.method,
    ...(details.incognito === undefined ? {} : { isPrivate: details.incognito }),
  };
  const initiator = details.initiator ?? originOf(details.originUrl);
  return initiator === undefined ? facts : { ...facts, initiator };
}

function originOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : parseUrl(url)?.origin;
}

function answerOf(details: AnswerDetails, browserName: BrowserName): Answer {
  const hasAddress = typeof details.ip === "string" && details.ip !== "";
  const { protocol, statusText } = parseStatusLine(details.statusLine);
  return {
    status: details.statusCode,
    statusText,
    headers: normalizeHeaders(details.responseHeaders),
    // Firefox 153 keeps `fromCache` for all hops after a cached one (no bug filed), but a response with an IP address
    // is not cached.
    fromCache: details.fromCache === true && !(browserName === "firefox" && hasAddress),
    ...(protocol === undefined ? {} : { protocol }),
    ...(hasAddress ? { ip: details.ip } : {}),
  };
}

function parseStatusLine(statusLine: string): { readonly protocol: string | undefined; readonly statusText: string } {
  const [, protocol, statusText] = /^(HTTP\/\S+) \d{3} ?(.*)$/s.exec(statusLine) ?? [];
  return { protocol, statusText: statusText ?? "" };
}

/** Masks the values of credentials: no list, picture or export may have them (decision D41). */
function normalizeHeaders(headers: WebRequest.HttpHeaders | undefined): Header[] {
  return (headers ?? []).map(({ name, value, binaryValue }) => ({
    name,
    value: isCredentialHeader(name) ? mask : (value ?? latin1(binaryValue)),
  }));
}

/** A value that is not UTF-8 is reported as bytes, which are decoded as ISO-8859-1 (RFC 9110 §5.5). */
function latin1(bytes: readonly number[] | undefined): string {
  return (bytes ?? []).map((byte) => String.fromCharCode(byte)).join("");
}
