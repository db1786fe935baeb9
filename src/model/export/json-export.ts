/**
 * The JSON export, version 1 (`docs/redirect-trace.schema.json`): a contract with other programs. Names never change within
 * the version; absent values are left out.
 */
import {
  answerOf,
  chainOutcome,
  headerValue,
  isInternal,
  redirectCount,
  type Body,
  type Chain,
  type Hop,
  type PageFacts,
  type RedirectSource,
} from "../chain/redirect-chain.ts";
import { findFindings } from "../findings/find-findings.ts";
import { followedBody } from "../chain/followed-body.ts";
import { expectedFollowedMethod } from "../chain/followed-method.ts";
import { locationUrl } from "../url/location-url.ts";
import { isRedirectStatus } from "../meaning/redirect-status.ts";
import { chainSeoMeaning, hopSeoMeaning, seoReason } from "../meaning/seo-meaning.ts";
import { urlMasking, type ExportOptions, type UrlMasking } from "../url/url-masking.ts";

export interface ExportOrigin {
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly generator: { readonly name: string; readonly version: string; readonly browser: string };
}

export function exportJson(chains: readonly Chain[], origin: ExportOrigin, options?: ExportOptions): string {
  return [...jsonParts(chains, origin, options)].join("");
}

/** Yields the file in parts, so that a long log does not block the page. */
export function* jsonParts(chains: readonly Chain[], origin: ExportOrigin, options?: ExportOptions): Generator<string> {
  const masking = urlMasking(options);
  const head = JSON.stringify({ format: "redirect-trace", version: 1, ...origin, chains: [] }, null, 2);
  yield head.slice(0, -"]\n}".length);
  for (const [index, chain] of chains.entries()) {
    const inList = JSON.stringify({ chains: [exportChain(chain, masking, options)] }, null, 2);
    yield `${index === 0 ? "" : ","}${inList.slice('{\n  "chains": ['.length, -"\n  ]\n}".length)}`;
  }
  yield chains.length === 0 ? "]\n}" : "\n  ]\n}";
}

function exportChain(chain: Chain, masking: UrlMasking, { findingsOf = findFindings }: ExportOptions = {}): object {
  const outcome = chainOutcome(chain);
  const ends = chain.hops.flatMap((hop) => timeOf(chain, hop).endMs ?? []);
  return {
    id: chain.id,
    tabId: chain.tabId,
    frameId: chain.frameId,
    resourceType: chain.resourceType,
    initiator: chain.initiator === undefined ? undefined : masking.url(chain.initiator),
    fromFile: chain.fromFile,
    startedAt: new Date(chain.hops[0].startedAt).toISOString(),
    durationMs: ends.length === 0 ? undefined : Math.max(0, ...ends),
    outcome: outcome.kind,
    error: outcome.kind === "failed" ? outcome.error : undefined,
    redirectCount: redirectCount(chain),
    leftOut: chain.omittedHops,
    seo: { meaning: chainSeoMeaning(chain), reason: seoReason(chain) },
    findings: findingsOf(chain).map(({ id, severity, hop }) => ({ id, severity, hop })),
    hops: chain.hops.map((hop, index) => exportHop(chain, hop, index, masking)),
  };
}

function exportHop(chain: Chain, hop: Hop, index: number, masking: UrlMasking): object {
  const next = chain.hops[index + 1];
  const answer = answerOf(hop);
  const location = headerValue(answer?.headers, "location");
  const redirectUrl = redirectUrlOf(hop, masking);
  const isUnfollowed = location !== undefined && isRedirection(answer?.status);
  const { startMs, endMs } = timeOf(chain, hop);
  return {
    index,
    url: masking.url(hop.url),
    method: hop.method,
    body: exportBody(hop.body),
    source: sourceOf(hop),
    inferred: hop.inferred,
    status: answer?.status,
    statusText: answer?.statusText,
    reportedStatus: hop.state === "redirected" && isInternal(hop) ? hop.reportedStatus : undefined,
    delaySeconds: "delaySeconds" in hop ? hop.delaySeconds : undefined,
    locationHeader: location === undefined ? undefined : masking.url(location),
    redirectUrl,
    forbiddenBy: hop.state === "redirected" ? hop.forbiddenBy : undefined,
    followed: hop.state === "redirected" || isUnfollowed ? next !== undefined : undefined,
    followedMethod: next?.method,
    expectedMethod:
      answer !== undefined && isRedirectStatus(answer.status)
        ? expectedFollowedMethod(answer.status, hop.method)
        : undefined,
    followedBody: next === undefined ? undefined : followedBody(hop, next),
    seo: hopSeoMeaning(hop),
    startedAtMs: startMs,
    durationMs: endMs === undefined ? undefined : tenths(endMs - startMs),
    ip: answer?.ip,
    fromCache: answer?.fromCache,
    protocol: answer?.protocol,
    page: exportPage(hop.page, masking),
    requestHeaders: hop.requestHeaders?.map(masking.header),
    responseHeaders: answer?.headers.map(masking.header),
    headersIncomplete: answer?.headersIncomplete,
  };
}

/**
 * The target of the redirect, or of Location if the browser did not follow it: masked. Resolved from masked URLs, so that a
 * reader of the export gets the same result.
 */
export function redirectUrlOf(hop: Hop, masking: UrlMasking): string | undefined {
  if (hop.state === "redirected") return masking.url(hop.redirectUrl);
  const answer = answerOf(hop);
  const location = headerValue(answer?.headers, "location");
  if (location === undefined || !isRedirection(answer?.status)) return undefined;
  const target = locationUrl(masking.url(location), masking.url(hop.url));
  return "url" in target ? masking.url(target.url) : undefined;
}

function isRedirection(status: number | undefined): boolean {
  return status !== undefined && status >= 300 && status <= 399;
}

function sourceOf(hop: Hop): RedirectSource {
  return hop.state === "redirected" ? hop.source : "server";
}

function exportBody(body: Body): object {
  if (body.presence !== "present") return { presence: body.presence };
  const { presence, kind, sizeBytes, sizeIsMinimum, fieldNames } = body;
  return { presence, kind, sizeBytes, sizeIsMinimum, fieldNames };
}

/** Relative to the chain's start. Rounded before durations are computed, so that hops and gaps add up (decision D122). */
function timeOf(chain: Chain, hop: Hop): { readonly startMs: number; readonly endMs: number | undefined } {
  const startMs = tenths(hop.startedAt - chain.hops[0].startedAt);
  const endMs = hop.state === "pending" ? undefined : tenths(hop.endedAt - chain.hops[0].startedAt);
  return { startMs, endMs: endMs === undefined ? undefined : Math.max(startMs, endMs) };
}

/** Rounds to tenths of a millisecond; more digits are noise. */
export function tenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

export function exportPage(page: PageFacts | undefined, masking: UrlMasking): object | undefined {
  return page === undefined ? undefined : { ...page, canonicals: page.canonicals?.map(masking.url) };
}
