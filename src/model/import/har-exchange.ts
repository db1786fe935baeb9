/** Converts a HAR entry to an exchange. Data that isn't in the file stays absent. */
import { fromDestination, fromHarResourceType } from "../chain/resource-type-names.ts";
import { isHttpsUpgrade } from "../url/location-url.ts";
import {
  clientSources,
  headerValue,
  internalSources,
  unknownMethod,
  type Answer,
  type Body,
  type Header,
  type PageFacts,
  type InternalSource,
  type RedirectSource,
} from "../chain/redirect-chain.ts";
import { sourceOfReason } from "../meaning/non-authoritative-reason.ts";
import { isRedirectStatus } from "../meaning/redirect-status.ts";
import { importHarBody } from "./har-body.ts";
import { harHeaders } from "./har-headers.ts";
import { harTargets, type HarTarget } from "./har-targets.ts";
import { harDurationMs, harStart } from "./har-time.ts";
import { importPage } from "./import-page.ts";
import type { SkipReason } from "./import-notes.ts";
import { importLimits } from "./import-limits.ts";
import { isFields, present, type Fields } from "./read-fields.ts";

export interface HarExchange {
  /** The number of the entry in its file; counts from 1. */
  readonly at: number;
  readonly url: string;
  readonly method: string;
  readonly body: Body;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly requestHeaders?: readonly Header[];
  readonly answer?: Answer;
  /** The custom field `_error`. */
  readonly error?: string;
  readonly source: RedirectSource;
  readonly reportedStatus?: number;
  readonly delaySeconds?: number;
  /** All possible redirect targets; empty if it isn't a redirect. */
  readonly targets: readonly HarTarget[];
  readonly inferred?: true;
  readonly isPending: boolean;
  readonly isBeginningMissed: boolean;
  readonly isPreflight: boolean;
  /** Not written by this exporter from browser events: requests that aren't in the file may have happened. */
  readonly isFromFile: boolean;
  /** Written by this exporter: the chain that the entry belonged to. */
  readonly chainMark?: string;
  readonly initiator?: string;
  readonly forbiddenBy: string | undefined;
  readonly page: PageFacts | undefined;
  readonly resourceType: string;
  /** Whether the resource type comes from the Sec-Fetch-Dest header, or the request is marked as a frame's. */
  readonly isTypeReported: boolean;
  /** Why the entry is incomplete. An incomplete entry is kept only as part of a chain. */
  readonly lack?: SkipReason;
}

/** Undefined if the entry isn't a page's request, such as a proxy tunnel, which has no URL. */
export function readExchange(value: unknown, at: number): HarExchange | { readonly skipped: SkipReason } | undefined {
  const entry = isFields(value) ? value : {};
  const { request } = entry;
  if (!isFields(request)) return { skipped: "no-request" };
  const url = textOf(request["url"]);
  if (url === undefined) return request["method"] === "CONNECT" ? undefined : { skipped: "no-url" };
  // Inline data, which some browsers list as requests.
  if (url.length > importLimits.urlLength && /^(?:data|blob):/i.test(url)) return undefined;
  const startedAt = harStart(entry["startedDateTime"]);
  if (startedAt === undefined) return { skipped: "no-time" };
  return exchangeOf(entry, request, url, startedAt, at);
}

/** Fetch, "normalize a method": these methods are case-insensitive. */
function normalMethod(method: string): string {
  return /^(?:delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method;
}

function exchangeOf(entry: Fields, request: Fields, url: string, startedAt: number, at: number): HarExchange {
  const response = isFields(entry["response"]) ? entry["response"] : {};
  const method = normalMethod(textOf(request["method"]) ?? unknownMethod);
  const chainMark = textOf(entry["_chain"]);
  const isFromFile = chainMark === undefined || entry["_fromFile"] === true;
  const requestHeaders = harHeaders(request["headers"]);
  const reported = readAnswer(entry, response, isFromFile);
  const internal = internalSource(entry, reported, url);
  const answer = internal === undefined ? reported : undefined;
  // A target without a status, which some browsers write under load: the file doesn't show who redirected.
  const isUnexplained = internal === "browser" && reported === undefined && entry["_source"] !== internal;
  const source = internal ?? clientSource(entry) ?? "server";
  const isRedirect = source !== "server" || (answer !== undefined && isRedirectStatus(answer.status));
  const error = textOf(response["_error"]);
  // A failed request with a Location: the browser didn't try to follow it.
  const locations = error === undefined ? locationLines(reported) : [];
  const redirectUrl = textOf(response["redirectURL"]);
  // Browsers follow the Location; in this exporter's files, redirectURL is the target that the browser reported.
  const written = isFromFile ? [...locations, redirectUrl] : [redirectUrl, ...locations];
  const lack =
    method === unknownMethod && isFromFile ? "no-method" : isFields(entry["response"]) ? undefined : "no-response";
  return present({
    at,
    url,
    method,
    body: importHarBody({
      method,
      request,
      headers: requestHeaders,
      ownKind: isFromFile ? undefined : entry["_bodyKind"],
      isOwn: !isFromFile,
    }),
    startedAt,
    endedAt: startedAt + harDurationMs(entry),
    requestHeaders: requestHeaders.length === 0 ? undefined : requestHeaders,
    answer,
    error,
    source,
    reportedStatus: internal === undefined ? undefined : (statusOf(entry["_reportedStatus"]) ?? reported?.status),
    delaySeconds: delayOf(entry["_delaySeconds"]),
    targets: isRedirect ? harTargets(written, url) : [],
    inferred: entry["_inferred"] === true || isUnexplained ? (true as const) : undefined,
    isPending: entry["_pending"] === true,
    isBeginningMissed: entry["_beginningMissed"] === true,
    isPreflight: entry["_resourceType"] === "preflight",
    isFromFile,
    chainMark,
    initiator: textOf(entry["_initiatorOrigin"]),
    ...readResourceType(entry["_resourceType"], requestHeaders, entry["_isFrame"] === true),
    forbiddenBy: textOf(entry["_forbiddenBy"]),
    page: pageOf(entry["_page"]),
    lack,
  });
}

/** Limit for servers that send several Location headers. */
const maxLocations = 4;

function locationLines(answer: Answer | undefined): string[] {
  const lines = answer?.headers.filter(({ name }) => name.toLowerCase() === "location") ?? [];
  return lines.slice(0, maxLocations).flatMap(({ value }) => (value === "" ? [] : [value]));
}

/** Written by this exporter; another program's data with this name is ignored. */
function pageOf(value: unknown): PageFacts | undefined {
  try {
    return value === undefined ? undefined : importPage(value);
  } catch {
    return undefined;
  }
}

/**
 * Not every browser writes `_resourceType`. Sec-Fetch-Dest, which browsers send over https, is also more precise: a
 * "document" in the file can be a frame's.
 */
function readResourceType(written: unknown, requestHeaders: readonly Header[], isFrame: boolean) {
  if (isFrame) return { resourceType: "sub_frame", isTypeReported: true };
  const destination = headerValue(requestHeaders, "sec-fetch-dest");
  const harType = typeof written === "string" ? written.toLowerCase() : undefined;
  const isTypeReported = destination !== undefined && (harType === undefined || harType === "document");
  return { resourceType: isTypeReported ? fromDestination(destination) : fromHarResourceType(harType), isTypeReported };
}

function readAnswer(entry: Fields, response: Fields, isFromFile: boolean): Answer | undefined {
  const status = statusOf(response["status"]);
  // 0, -1 and a missing status: no response, or unknown.
  if (status === undefined) return undefined;
  const headers = harHeaders(response["headers"]);
  const httpVersion = textOf(response["httpVersion"]);
  const isIncomplete = entry["_headersIncomplete"] === true || (isFromFile && headers.length === 0);
  return present({
    status,
    statusText: textOf(response["statusText"]) ?? "",
    protocol: httpVersion === "unknown" ? undefined : httpVersion,
    headers,
    headersIncomplete: isIncomplete ? (true as const) : undefined,
    // Some browsers put IPv6 addresses in brackets.
    ip: textOf(entry["serverIPAddress"])?.replaceAll(/^\[|\]$/g, ""),
    fromCache: entry["_servedFromCache"] === true || textOf(entry["_fromCache"]) !== undefined,
  });
}

/** Some tools write the status as text. */
function statusOf(value: unknown): number | undefined {
  const status = typeof value === "string" ? Number(/^\s*(\d{3})\b/.exec(value)?.[1] ?? "") : value;
  return typeof status === "number" && Number.isInteger(status) && status >= 100 && status <= 999 ? status : undefined;
}

function delayOf(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 && value < 1e9 ? value : undefined;
}

/**
 * This exporter writes the source to a field; a browser's synthesized 307 has the reason in a header, if it has
 * headers.
 */
function internalSource(entry: Fields, answer: Answer | undefined, url: string): InternalSource | undefined {
  const named = internalSources.find((source) => source === entry["_source"]);
  if (named !== undefined) return named;
  const redirectUrl = isFields(entry["response"]) ? textOf(entry["response"]["redirectURL"]) : undefined;
  if (answer === undefined) return redirectUrl === undefined ? undefined : "browser";
  // A server can send the same values; but an internal redirect has no IP address and no other headers.
  if (answer.status !== 307 || answer.ip !== undefined) return undefined;
  const reason = headerValue(answer.headers, "non-authoritative-reason");
  if (reason !== undefined) return sourceOfReason(reason);
  const isBare = answer.headers.every(({ name }) => name.toLowerCase() === "location");
  if (!isBare || !/^internal redirect$/i.test(answer.statusText.trim())) return undefined;
  const targets = harTargets([...locationLines(answer), redirectUrl], url);
  return targets.some((target) => isHttpsUpgrade(url, target.url)) ? "hsts" : "browser";
}

function clientSource(entry: Fields): RedirectSource | undefined {
  return clientSources.find((source) => source === entry["_source"]);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
