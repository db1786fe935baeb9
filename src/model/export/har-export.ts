/**
 * HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), one entry per hop. Custom fields have an underscore, as the
 * format requires; `_error` and `_resourceType` are names that DevTools use.
 */
import { parseUrl } from "../url/location-url.ts";
import {
  answerOf,
  chainOutcome,
  lastHop,
  headerValue,
  hopDurationMs,
  type Body,
  type Chain,
  type Hop,
} from "../chain/redirect-chain.ts";
import { toHarResourceType } from "../chain/resource-type-names.ts";
import { exportPage, redirectUrlOf, tenths, type ExportOrigin } from "./json-export.ts";
import { urlMasking, type ExportOptions, type UrlMasking } from "../url/url-masking.ts";

export function* harParts(chains: readonly Chain[], origin: ExportOrigin, options?: ExportOptions): Generator<string> {
  const masking = urlMasking(options);
  // Some importers require `pages`.
  const log = { version: "1.2", ...harOrigin(origin), pages: [], entries: [] };
  yield JSON.stringify({ log }, null, 2).slice(0, -"]\n  }\n}".length);
  for (const [index, chain] of chains.entries()) {
    const entries = chain.hops.map((hop, hopIndex) => harEntry(chain, hop, hopIndex, masking));
    const inList = JSON.stringify({ log: { entries } }, null, 2);
    yield `${index === 0 ? "" : ","}${inList.slice('{\n  "log": {\n    "entries": ['.length, -"\n    ]\n  }\n}".length)}`;
  }
  yield chains.length === 0 ? "]\n  }\n}" : "\n    ]\n  }\n}";
}

/** HAR has name and version separately: `Browser 156.0` is split. */
export function harOrigin({ generator }: ExportOrigin) {
  const [, name = generator.browser, version = ""] = /^(.*\S)\s+(\d\S*)$/.exec(generator.browser) ?? [];
  return { creator: { name: generator.name, version: generator.version }, browser: { name, version } };
}

export function harEntry(chain: Chain, hop: Hop, index: number, masking: UrlMasking) {
  const answer = answerOf(hop);
  const endMs = hopDurationMs(hop);
  const durationMs = endMs === undefined ? undefined : tenths(endMs);
  const redirectUrl = hop.state === "failed" ? undefined : redirectUrlOf(hop, masking);
  const error = hop.state === "failed" ? hop.error : hop.state === "redirected" ? hop.stoppedBy : undefined;
  const url = masking.url(hop.url);
  const headers = (hop.requestHeaders ?? []).map(masking.header);
  const responseHeaders = (answer?.headers ?? []).map(masking.header);
  const httpVersion = answer?.protocol ?? "unknown";
  return {
    startedDateTime: new Date(hop.startedAt).toISOString(),
    time: durationMs ?? 0,
    request: {
      method: hop.method,
      url,
      httpVersion,
      cookies: [],
      headers,
      queryString: queryOf(url),
      ...postDataOf(hop),
      headersSize: -1,
      bodySize: bodySizeOf(hop.body),
    },
    response: {
      // 0: no HTTP answer.
      status: answer?.status ?? 0,
      statusText: answer?.statusText ?? "",
      httpVersion,
      cookies: [],
      headers: responseHeaders,
      content: { size: -1, mimeType: headerValue(responseHeaders, "content-type") ?? "x-unknown" },
      redirectURL: redirectUrl ?? "",
      headersSize: -1,
      bodySize: -1,
      ...(error === undefined ? {} : { _error: error }),
    },
    cache: {},
    // The browser reports only when a hop began and ended.
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: -1, wait: durationMs ?? -1, receive: -1 },
    ...(answer?.ip === undefined ? {} : { serverIPAddress: answer.ip }),
    ...(answer?.fromCache === true ? { _servedFromCache: true } : {}),
    ...(hop.state === "redirected" && hop.source !== "server" ? { _source: hop.source } : {}),
    ...("delaySeconds" in hop ? { _delaySeconds: hop.delaySeconds } : {}),
    ...("reportedStatus" in hop ? { _reportedStatus: hop.reportedStatus } : {}),
    ...(hop.inferred === true ? { _inferred: true } : {}),
    ...(answer?.headersIncomplete === true ? { _headersIncomplete: true } : {}),
    ...(index === 0 && chain.beginningMissed === true ? { _beginningMissed: true } : {}),
    ...(chain.fromFile === true ? { _fromFile: true } : {}),
    ...(index === chain.omittedHops?.afterHop ? { _leftOut: chain.omittedHops.count } : {}),
    ...(isPending(chain, hop) ? { _pending: true } : {}),
    ...(hop.body.presence === "present" ? { _bodyKind: hop.body.kind } : {}),
    ...(chain.initiator === undefined ? {} : { _initiatorOrigin: masking.url(chain.initiator) }),
    _chain: chain.id,
    ...(hop.state === "redirected" && hop.forbiddenBy !== undefined ? { _forbiddenBy: hop.forbiddenBy } : {}),
    ...(hop.page === undefined ? {} : { _page: exportPage(hop.page, masking) }),
    _resourceType: toHarResourceType(chain.resourceType),
    // The types of DevTools do not distinguish frames from pages.
    ...(chain.resourceType === "sub_frame" ? { _isFrame: true } : {}),
  };
}

function queryOf(url: string): { name: string; value: string }[] {
  const query = parseUrl(url)?.search.slice(1) ?? "";
  if (query === "") return [];
  return query.split("&").map((pair) => {
    const at = pair.indexOf("=");
    return at < 0
      ? { name: decoded(pair), value: "" }
      : { name: decoded(pair.slice(0, at)), value: decoded(pair.slice(at + 1)) };
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

/** Waiting for an answer or for the next hop. */
function isPending(chain: Chain, hop: Hop): boolean {
  return hop === lastHop(chain) && chainOutcome(chain).kind === "pending";
}

/** Field names without values, which HAR allows. It has either `params` or `text`. */
function postDataOf({ body, requestHeaders }: Hop) {
  if (body.presence !== "present") return {};
  const mimeType = headerValue(requestHeaders, "content-type") ?? "";
  if (body.fieldNames === undefined) return { postData: { mimeType, text: "" } };
  return { postData: { mimeType, params: body.fieldNames.map((name) => ({ name })) } };
}

function bodySizeOf(body: Body): number {
  if (body.presence === "absent") return 0;
  return body.presence === "present" ? (body.sizeBytes ?? -1) : -1;
}
