/** One entry of a HAR → what is known of one exchange. What the file does not tell stays absent. */
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
  /** Of the entry in its file; counts from 1. */
  readonly at: number;
  readonly url: string;
  readonly method: string;
  readonly body: Body;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly requestHeaders?: readonly Header[];
  readonly answer?: Answer;
  /** Chrome's `_error`. */
  readonly error?: string;
  readonly source: RedirectSource;
  readonly reportedStatus?: number;
  readonly delaySeconds?: number;
  /** Where it redirects to, in all the ways that can be meant; none where it does not redirect. */
  readonly targets: readonly HarTarget[];
  readonly inferred?: true;
  readonly isPending: boolean;
  readonly isBeginningMissed: boolean;
  readonly isPreflight: boolean;
  /** Not made by this exporter of what a browser told: what is not in the file may have happened all the same. */
  readonly isFromFile: boolean;
  /** This exporter's own mark: the chain that the entry belonged to. */
  readonly chainMark?: string;
  readonly initiator?: string;
  readonly forbiddenBy: string | undefined;
  readonly page: PageFacts | undefined;
  readonly resourceType: string;
  /** The browser itself told the server what the request is for. */
  readonly isTypeTold: boolean;
  /** What is missing of it. It is worth keeping as a part of a chain only. */
  readonly lack?: SkipReason;
}

/** Undefined: nothing of a page's, such as a proxy's tunnel, which has no URL. */
export function readExchange(value: unknown, at: number): HarExchange | { readonly skipped: SkipReason } | undefined {
  const entry = isFields(value) ? value : {};
  const { request } = entry;
  if (!isFields(request)) return { skipped: "no-request" };
  const url = textOf(request["url"]);
  if (url === undefined) return request["method"] === "CONNECT" ? undefined : { skipped: "no-url" };
  // Whole pictures, which Chrome lists as requests.
  if (url.length > importLimits.urlLength && /^(?:data|blob):/i.test(url)) return undefined;
  const startedAt = harStart(entry["startedDateTime"]);
  if (startedAt === undefined) return { skipped: "no-time" };
  return exchangeOf(entry, request, url, startedAt, at);
}

/** Fetch, "normalize a method": these are the same in any case. */
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
  // A target and no status (Firefox, 153, when it was too busy to hear of the answer): by whom, the file does not say.
  const isUnexplained = internal === "browser" && reported === undefined && entry["_source"] !== internal;
  const source = internal ?? clientSource(entry) ?? "server";
  const isRedirect = source !== "server" || (answer !== undefined && isRedirectStatus(answer.status));
  const error = textOf(response["_error"]);
  // A failure with a Location alone: the browser did not even try.
  const locations = error === undefined ? locationLines(reported) : [];
  const redirectUrl = textOf(response["redirectURL"]);
  // Browsers follow the Location; in an export of our own, redirectURL is where the browser said that it went.
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

/** Enough for servers that contradict themselves. */
const mostLocations = 4;

function locationLines(answer: Answer | undefined): string[] {
  const lines = answer?.headers.filter(({ name }) => name.toLowerCase() === "location") ?? [];
  return lines.slice(0, mostLocations).flatMap(({ value }) => (value === "" ? [] : [value]));
}

/** Ours; what another program wrote under this name is ignored. */
function pageOf(value: unknown): PageFacts | undefined {
  try {
    return value === undefined ? undefined : importPage(value);
  } catch {
    return undefined;
  }
}

/**
 * Only Chrome writes it; but browsers tell it to servers that they reach by https, and more exactly: Chrome's "document" may
 * be a frame's.
 */
function readResourceType(written: unknown, requestHeaders: readonly Header[], isFrame: boolean) {
  if (isFrame) return { resourceType: "sub_frame", isTypeTold: true };
  const told = headerValue(requestHeaders, "sec-fetch-dest");
  const word = typeof written === "string" ? written.toLowerCase() : undefined;
  const isTypeTold = told !== undefined && (word === undefined || word === "document");
  return { resourceType: isTypeTold ? fromDestination(told) : fromHarResourceType(word), isTypeTold };
}

function readAnswer(entry: Fields, response: Fields, isFromFile: boolean): Answer | undefined {
  const status = statusOf(response["status"]);
  // 0, -1 and no status at all: nobody answered, or nobody knows.
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
    // Chrome puts IPv6 in brackets.
    ip: textOf(entry["serverIPAddress"])?.replaceAll(/^\[|\]$/g, ""),
    fromCache: entry["_servedFromCache"] === true || textOf(entry["_fromCache"]) !== undefined,
  });
}

/** Some tools write it as text. */
function statusOf(value: unknown): number | undefined {
  const status = typeof value === "string" ? Number(/^\s*(\d{3})\b/.exec(value)?.[1] ?? "") : value;
  return typeof status === "number" && Number.isInteger(status) && status >= 100 && status <= 999 ? status : undefined;
}

function delayOf(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 && value < 1e9 ? value : undefined;
}

/** A redirect of our own export names its source in a field; Chrome's made-up 307 has a reason in a header, if it has headers. */
function internalSource(entry: Fields, answer: Answer | undefined, url: string): InternalSource | undefined {
  const named = internalSources.find((source) => source === entry["_source"]);
  if (named !== undefined) return named;
  const redirectUrl = isFields(entry["response"]) ? textOf(entry["response"]["redirectURL"]) : undefined;
  if (answer === undefined) return redirectUrl === undefined ? undefined : "browser";
  // A server can send these words, too; but a redirect made inside comes from no address, and has no other headers.
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
