/**
 * The JSON export, version 1 (`docs/redirect-trace.schema.json`): a contract with other people's programs. Names are
 * never changed within the version; what is absent is left out.
 */
import {
  answerOf,
  chainDurationMs,
  chainOutcome,
  headerValue,
  hopDurationMs,
  isInternal,
  type Body,
  type Chain,
  type Header,
  type Hop,
  type RedirectSource,
} from "../redirect-chain.ts";
import { findFindings } from "../findings/find-findings.ts";
import { followedBody } from "../followed-body.ts";
import { expectedFollowedMethod } from "../followed-method.ts";
import { locationUrl } from "../location-url.ts";
import { isCredentialHeader, isSecretName, mask, maskSecrets, maskSecretsInText } from "../masking.ts";
import { isRedirectStatus } from "../redirect-status.ts";
import { chainSeoMeaning, hopSeoMeaning, seoReason } from "../seo-meaning.ts";

export interface ExportOrigin {
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly generator: { readonly name: string; readonly version: string; readonly browser: string };
}

export function exportJson(chains: readonly Chain[], origin: ExportOrigin): string {
  return JSON.stringify({ format: "redirect-trace", version: 1, ...origin, chains: chains.map(exportChain) }, null, 2);
}

function exportChain(chain: Chain): object {
  const outcome = chainOutcome(chain);
  return {
    id: chain.id,
    tabId: chain.tabId,
    frameId: chain.frameId,
    resourceType: chain.resourceType,
    initiator: chain.initiator,
    startedAt: new Date(chain.hops[0].startedAt).toISOString(),
    durationMs: rounded(chainDurationMs(chain)),
    outcome: outcome.kind,
    error: outcome.kind === "failed" ? outcome.error : undefined,
    redirectCount: chain.hops.length - 1,
    seo: { meaning: chainSeoMeaning(chain), reason: seoReason(chain) },
    findings: findFindings(chain).map(({ id, severity, hop }) => ({ id, severity, hop })),
    hops: chain.hops.map((hop, index) => exportHop(chain, hop, index)),
  };
}

function exportHop(chain: Chain, hop: Hop, index: number): object {
  const next = chain.hops[index + 1];
  const answer = answerOf(hop);
  const location = headerValue(answer?.headers, "location");
  const redirectUrl = redirectUrlOf(hop, location);
  const isUnfollowed = location !== undefined && isRedirection(answer?.status);
  return {
    index,
    url: maskSecrets(hop.url),
    method: hop.method,
    body: exportBody(hop.body),
    source: sourceOf(hop),
    inferred: hop.inferred,
    status: answer?.status,
    statusText: answer?.statusText,
    reportedStatus: hop.state === "redirected" && isInternal(hop) ? hop.reportedStatus : undefined,
    delaySeconds: "delaySeconds" in hop ? hop.delaySeconds : undefined,
    locationHeader: location === undefined ? undefined : maskSecrets(location),
    redirectUrl: redirectUrl === undefined ? undefined : maskSecrets(redirectUrl),
    followed: hop.state === "redirected" || isUnfollowed ? next !== undefined : undefined,
    followedMethod: next?.method,
    expectedMethod:
      answer !== undefined && isRedirectStatus(answer.status)
        ? expectedFollowedMethod(answer.status, hop.method)
        : undefined,
    followedBody: next === undefined ? undefined : followedBody(hop, next),
    seo: hopSeoMeaning(hop),
    startedAtMs: rounded(hop.startedAt - chain.hops[0].startedAt),
    durationMs: rounded(hopDurationMs(hop)),
    ip: answer?.ip,
    fromCache: answer?.fromCache,
    protocol: answer?.protocol,
    requestHeaders: hop.requestHeaders?.map(exportHeader),
    responseHeaders: answer?.headers.map(exportHeader),
  };
}

/** Where the browser said it goes, or where Location points if it did not go. */
function redirectUrlOf(hop: Hop, location: string | undefined): string | undefined {
  if (hop.state === "redirected") return hop.redirectUrl;
  if (location === undefined || !isRedirection(answerOf(hop)?.status)) return undefined;
  const target = locationUrl(location, hop.url);
  return "url" in target ? target.url : undefined;
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

/** URLs in headers (Location, Referer, Refresh) carry the same secrets as the URLs themselves. */
function exportHeader({ name, value }: Header): Header {
  return { name, value: isCredentialHeader(name) || isSecretName(name) ? mask : maskSecretsInText(value) };
}

/** Tenths of a millisecond: more is noise. */
function rounded(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : Math.round(milliseconds * 10) / 10;
}
