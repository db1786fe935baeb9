/** One entry of a HAR → what is known of one exchange. What the file does not tell stays absent. */
import { fromDestination, fromHarResourceType } from "../resource-type-words.ts";
import { locationUrl, parseUrl } from "../location-url.ts";
import {
  clientSources,
  headerValue,
  internalSources,
  type Answer,
  type Body,
  type Header,
  type InternalSource,
  type RedirectSource,
} from "../redirect-chain.ts";
import { sourceOfReason } from "../non-authoritative-reason.ts";
import { isRedirectStatus } from "../redirect-status.ts";
import { importHarBody } from "./har-body.ts";
import { withLocation } from "./import-trace.ts";
import {
  isFields,
  present,
  readFields,
  readHeaders,
  readList,
  readTime,
  readWord,
  type Fields,
} from "./read-fields.ts";

export interface HarExchange {
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
  /** Where it redirects to, absolute. */
  readonly target?: string;
  readonly inferred?: true;
  readonly isPending: boolean;
  readonly isBeginningMissed: boolean;
  readonly isPreflight: boolean;
  /** This exporter's own mark: the chain that the entry belonged to. */
  readonly chainMark?: string;
  readonly initiator?: string;
  readonly resourceType: string;
}

/**
 * An entry that can be no part of a chain: proxies list tunnels without a URL, and requests that were never sent without a
 * time.
 */
export function isAside(value: unknown): boolean {
  if (!isFields(value) || !isFields(value["request"])) return false;
  const response = isFields(value["response"]) ? value["response"] : {};
  const isRedirect = textOf(response["redirectURL"]) !== undefined;
  return !isRedirect && (isBlank(value["request"]["url"]) || isBlank(value["startedDateTime"]));
}

function isBlank(value: unknown): boolean {
  return value === "" || value === null;
}

export function readExchange(value: unknown): HarExchange {
  const entry = readFields(value);
  const request = readFields(entry["request"]);
  const response = isFields(entry["response"]) ? entry["response"] : {};
  const url = readWord(request["url"]);
  const startedAt = readTime(entry["startedDateTime"]);
  const requestHeaders = readHarHeaders(request["headers"]);
  const reported = readAnswer(entry, response);
  const internal = internalSource(entry, reported);
  const answer = internal === undefined ? reported : undefined;
  // A target and no status (Firefox, 153, when it was too busy to hear of the answer): by whom, the file does not say.
  const isUnexplained = internal === "browser" && reported === undefined && entry["_source"] !== internal;
  const source = internal ?? clientSource(entry) ?? "server";
  const isRedirect = source !== "server" || (answer !== undefined && isRedirectStatus(answer.status));
  const error = textOf(response["_error"]);
  // A failure with a Location alone: the browser did not even try.
  const location = error === undefined ? headerValue(answer?.headers, "location") : undefined;
  const redirectUrl = textOf(response["redirectURL"]) ?? location;
  return present({
    url,
    method: readWord(request["method"]),
    body: importHarBody(request, requestHeaders, entry["_bodyKind"]),
    startedAt,
    endedAt: startedAt + Math.max(0, numberOf(entry["time"]) ?? 0),
    requestHeaders: requestHeaders.length === 0 ? undefined : requestHeaders,
    answer,
    error,
    source,
    reportedStatus: internal === undefined ? undefined : (numberOf(entry["_reportedStatus"]) ?? reported?.status),
    delaySeconds: numberOf(entry["_delaySeconds"]),
    target: isRedirect && redirectUrl !== undefined ? absolute(redirectUrl, url) : undefined,
    inferred: entry["_inferred"] === true || isUnexplained ? (true as const) : undefined,
    isPending: entry["_pending"] === true,
    isBeginningMissed: entry["_beginningMissed"] === true,
    isPreflight: entry["_resourceType"] === "preflight",
    chainMark: textOf(entry["_chain"]),
    initiator: textOf(entry["_initiatorOrigin"]),
    resourceType: readResourceType(entry["_resourceType"], requestHeaders),
  });
}

/** Only Chrome writes it; but browsers tell it to servers that they reach by https. */
function readResourceType(written: unknown, requestHeaders: readonly Header[]): string {
  const destination = headerValue(requestHeaders, "sec-fetch-dest");
  return written === undefined && destination !== undefined
    ? fromDestination(destination)
    : fromHarResourceType(written);
}

/** Some tools write null for no headers, and values as numbers or null. */
function readHarHeaders(value: unknown): Header[] {
  if (value === undefined || value === null) return [];
  const lines = readList(value).map((line) => {
    if (!isFields(line)) return line;
    const written = line["value"];
    return { ...line, value: written === null ? "" : typeof written === "number" ? String(written) : written };
  });
  return readHeaders(lines);
}

function readAnswer(entry: Fields, response: Fields): Answer | undefined {
  // Some tools write it as text.
  const status = typeof response["status"] === "string" ? Number(response["status"]) : response["status"];
  // 0, -1 and no status at all: nobody answered, or nobody knows.
  if (typeof status !== "number" || !Number.isInteger(status) || status < 100 || status > 999) return undefined;
  const headers = readHarHeaders(response["headers"]);
  const httpVersion = textOf(response["httpVersion"]);
  return present({
    status,
    statusText: textOf(response["statusText"]) ?? "",
    protocol: httpVersion === "unknown" ? undefined : httpVersion,
    headers: isRedirectStatus(status) ? withLocation(headers, textOf(response["redirectURL"])) : headers,
    // Chrome puts IPv6 in brackets.
    ip: textOf(entry["serverIPAddress"])?.replaceAll(/^\[|\]$/g, ""),
    fromCache: entry["_servedFromCache"] === true || textOf(entry["_fromCache"]) !== undefined,
  });
}

/** A redirect of our own export names its source in a field; Chrome's made-up 307 has a reason in a header. */
function internalSource(entry: Fields, answer: Answer | undefined): InternalSource | undefined {
  const named = internalSources.find((source) => source === entry["_source"]);
  if (named !== undefined) return named;
  const reason = headerValue(answer?.headers, "non-authoritative-reason");
  // A server can send this header, too; but a redirect made inside comes from no address.
  if (answer?.status === 307 && answer.ip === undefined && reason !== undefined) {
    return sourceOfReason(reason);
  }
  const response = entry["response"];
  const isTold = answer === undefined && isFields(response) && textOf(response["redirectURL"]) !== undefined;
  return isTold ? "browser" : undefined;
}

function clientSource(entry: Fields): RedirectSource | undefined {
  return clientSources.find((source) => source === entry["_source"]);
}

function absolute(redirectUrl: string, url: string): string | undefined {
  const target = locationUrl(redirectUrl, url);
  // Where browsers do not follow to, a redirect can lead all the same.
  return "url" in target ? target.url : parseUrl(redirectUrl, url)?.href;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 1e12 ? value : undefined;
}
