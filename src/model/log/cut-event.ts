/**
 * Limits the size of an event before it enters the log: URLs, headers, names and other text that a page or a server
 * controls. Almost every event is within the limits and is returned unchanged.
 */
import { cutText, cutUrl, maxTextLength } from "../url/cut-text.ts";
import { parseRefresh } from "../url/declarative-refresh.ts";
import type { Answer, Body, Header } from "../chain/redirect-chain.ts";
import type { ClientNavigated, LogEvent, RequestEvent } from "./log-event.ts";

const mostHeaders = 2_000;
/** Maximum length of all headers of a message: as many bytes as browsers accept in a response. */
const mostHeaderText = 2 ** 18;
/** Maximum number of `meaningfulHeaders`, which are kept beyond the other limits. */
const mostMeaningful = 50;
const mostFields = 1_000;
const longestName = 1_000;
const longestMethod = 100;

/** The model reads these headers, wherever they are in the list. */
const meaningfulHeaders: ReadonlySet<string> = new Set([
  "accept",
  "access-control-allow-origin",
  "access-control-request-method",
  "authorization",
  "cache-control",
  "content-length",
  "content-disposition",
  "content-security-policy",
  "content-type",
  "expires",
  "link",
  "location",
  "origin",
  "refresh",
  "strict-transport-security",
  "vary",
  "x-frame-options",
  "x-robots-tag",
]);

export function cutEvent(event: LogEvent): LogEvent {
  if ("requestId" in event) return cutRequestEvent(event);
  switch (event.kind) {
    case "client-navigated":
      return cutNavigation(event);
    case "navigation-started":
    case "document-committed":
    case "navigation-failed":
      return event.url.length > maxTextLength ? { ...event, url: cutUrl(event.url) } : event;
    default:
      return event;
  }
}

function cutRequestEvent(event: RequestEvent): RequestEvent {
  if (isShort(event)) return event;
  const facts = {
    url: cutUrl(event.url),
    method: cutText(event.method, longestMethod),
    ...(event.initiator === undefined ? {} : { initiator: cutUrl(event.initiator) }),
  };
  switch (event.kind) {
    case "started":
      return { ...event, ...facts, body: cutBody(event.body) };
    case "headers-sent":
      return { ...event, ...facts, headers: cutHeaders(event.headers, event.url) };
    case "headers-received":
    case "completed":
      return { ...event, ...facts, answer: cutAnswer(event.answer, event.url) };
    case "redirected": {
      const redirectUrl = cutUrl(event.redirectUrl);
      if (event.source !== "server") return { ...event, ...facts, redirectUrl };
      return { ...event, ...facts, redirectUrl, answer: cutAnswer(event.answer, event.url) };
    }
    case "failed":
      return { ...event, ...facts, error: cutText(event.error, longestName) };
    case "intercepted":
    case "resumed":
      return { ...event, ...facts };
  }
}

/** Fast path for almost every event. */
function isShort(event: RequestEvent): boolean {
  if (event.url.length > maxTextLength || event.method.length > longestMethod) return false;
  if (event.initiator !== undefined && event.initiator.length > maxTextLength) return false;
  switch (event.kind) {
    case "started":
      return !("fieldNames" in event.body);
    case "headers-sent":
      return areShort(event.headers);
    case "redirected":
      if (event.redirectUrl.length > maxTextLength) return false;
      return event.source !== "server" || isShortAnswer(event.answer);
    case "headers-received":
    case "completed":
      return isShortAnswer(event.answer);
    case "failed":
      return event.error.length <= longestName;
    case "intercepted":
    case "resumed":
      return true;
  }
}

function isShortAnswer({ statusText, headers, protocol = "" }: Answer): boolean {
  return statusText.length <= longestName && protocol.length <= longestName && areShort(headers);
}

function areShort(headers: readonly Header[]): boolean {
  if (headers.length > mostHeaders) return false;
  let length = 0;
  for (const { name, value } of headers) length += name.length + value.length;
  return length <= maxTextLength;
}

function cutAnswer(answer: Answer, url: string): Answer {
  const { statusText, headers, protocol } = answer;
  return {
    ...answer,
    statusText: cutText(statusText, longestName),
    headers: cutHeaders(headers, url),
    ...(protocol === undefined ? {} : { protocol: cutText(protocol, longestName) }),
  };
}

/** The last entry has the number of omitted headers, under a name that no header can have. */
function cutHeaders(headers: readonly Header[], url: string): readonly Header[] {
  const kept: Header[] = [];
  let room = mostHeaderText;
  let meaningfulCount = 0;
  for (const { name, value } of headers) {
    const isMeaningful = name.length < 40 && meaningfulHeaders.has(name.toLowerCase());
    if (isMeaningful) meaningfulCount += 1;
    const isKept = isMeaningful ? meaningfulCount <= mostMeaningful : kept.length < mostHeaders && room > 0;
    if (!isKept) continue;
    const header = { name: cutText(name, longestName), value: cutValue(name.toLowerCase(), value, url) };
    room -= header.name.length + header.value.length;
    kept.push(room < -mostHeaderText ? { ...header, value: cutText(value, longestName) } : header);
  }
  const leftOut = headers.length - kept.length;
  return leftOut === 0 ? kept : [...kept, { name: "…", value: `+${leftOut}` }];
}

/** Truncated URLs remain comparable. */
function cutValue(name: string, value: string, url: string): string {
  if (value.length <= maxTextLength) return value;
  if (name === "location") return cutUrl(value);
  return name === "refresh" ? cutRefresh(value, url) : cutText(value);
}

function cutBody(body: Body): Body {
  if (body.presence !== "present" || body.fieldNames === undefined) return body;
  const { fieldNames } = body;
  if (fieldNames.length <= mostFields && fieldNames.every((name) => name.length <= longestName)) return body;
  const kept = fieldNames.slice(0, mostFields).map((name) => cutText(name, longestName));
  const leftOut = fieldNames.length - kept.length;
  return { ...body, fieldNames: leftOut === 0 ? kept : [...kept, `… +${leftOut}`] };
}

function cutNavigation(event: ClientNavigated): ClientNavigated {
  const { url, documentUrl, baseUrl, metaRefreshes = [] } = event;
  if ([url, documentUrl, baseUrl, ...metaRefreshes].every(({ length }) => length <= maxTextLength)) return event;
  return {
    ...event,
    url: cutUrl(url),
    documentUrl: cutUrl(documentUrl),
    baseUrl: cutUrl(baseUrl),
    ...(metaRefreshes.length > 0 && { metaRefreshes: metaRefreshes.map((value) => cutRefresh(value, baseUrl)) }),
  };
}

/** Resolves the URL before truncating it, because it must still equal the URL that the browser requests. */
function cutRefresh(value: string, baseUrl: string): string {
  if (value.length <= maxTextLength && baseUrl.length <= maxTextLength) return value;
  const refresh = parseRefresh(value, baseUrl);
  return refresh === undefined ? cutText(value) : `${refresh.delaySeconds};url=${cutUrl(refresh.url)}`;
}
