/**
 * The approximate size of a log as JSON: strings are counted exactly, the rest (names, numbers, punctuation) by a flat
 * rate. It is updated from changes, so that the cost does not depend on the size of the log.
 */
import type { Answer, Body, Chain, Header, Hop, PageFacts } from "../chain/redirect-chain.ts";
import { newTabTracking, type ChainLog, type LogChange, type TabTracking } from "./chain-log.ts";
import type { PageLoad } from "./page-load.ts";

/**
 * The number of bytes by which the change increases the size of its tab's log. Call it before the change is applied.
 */
export function growthBytes(log: ChainLog, change: LogChange): number {
  switch (change.kind) {
    case "chain-put": {
      const before = log.chains.get(change.chain.id);
      return before === undefined ? chainSizeBytes(change.chain) : chainGrowthBytes(before, change.chain);
    }
    case "chains-dropped":
      return change.chainIds.reduce((sum, id) => sum - sizeOf(log.chains.get(id)), 0);
    case "tab-put":
      return 0;
    case "tracking-put":
      return trackingSizeBytes(change.tracking) - trackingSizeBytes(log.tabs[change.tabId]?.tracking ?? newTabTracking);
    case "tab-dropped":
      return -trackingSizeBytes(log.tabs[change.tabId]?.tracking ?? newTabTracking);
  }
}

export function chainSizeBytes(chain: Chain): number {
  let size = 250 + (chain.initiator?.length ?? 0);
  for (const hop of chain.hops) size += hopSizeBytes(hop);
  return size;
}

export function trackingSizeBytes({ loads, clearedRequestIds }: TabTracking): number {
  let size = 24 * clearedRequestIds.length;
  for (const load of loads) size += loadSizeBytes(load);
  return size;
}

function loadSizeBytes({ requested, request, committed, navigatedAway }: PageLoad): number {
  const size = 250 + lengthOf(requested) + lengthOf(request) + lengthOf(committed);
  if (navigatedAway === undefined) return size;
  const { url, documentUrl, baseUrl, metaRefreshes = [] } = navigatedAway;
  return [url, documentUrl, baseUrl, ...metaRefreshes].reduce((sum, { length }) => sum + 4 + length, size + 150);
}

function lengthOf(fact: { readonly url: string } | undefined): number {
  return fact === undefined ? 0 : fact.url.length;
}

function sizeOf(chain: Chain | undefined): number {
  return chain === undefined ? 0 : chainSizeBytes(chain);
}

/** Most hops are still the same objects: only the others are measured. */
function chainGrowthBytes(before: Chain, chain: Chain): number {
  const maxHops = Math.max(before.hops.length, chain.hops.length);
  let growth = 0;
  for (let at = 0; at < maxHops; at += 1) {
    const [old, hop] = [before.hops[at], chain.hops[at]];
    if (old === hop) continue;
    growth += old === undefined || hop === undefined ? hopSizeBytes(hop) - hopSizeBytes(old) : hopGrowthBytes(old, hop);
  }
  return growth;
}

function hopGrowthBytes(old: Hop, hop: Hop): number {
  const growth = partsSizeBytes(hop) - partsSizeBytes(old);
  const [answer, oldAnswer] = [answerIn(hop), answerIn(old)];
  return (
    growth +
    (hop.requestHeaders === old.requestHeaders
      ? 0
      : headersSizeBytes(hop.requestHeaders) - headersSizeBytes(old.requestHeaders)) +
    (answer === oldAnswer ? 0 : answerSizeBytes(answer) - answerSizeBytes(oldAnswer))
  );
}

function hopSizeBytes(hop: Hop | undefined): number {
  if (hop === undefined) return 0;
  return partsSizeBytes(hop) + headersSizeBytes(hop.requestHeaders) + answerSizeBytes(answerIn(hop));
}

/** Without headers and answer. */
function partsSizeBytes(hop: Hop): number {
  const size = 300 + hop.url.length + hop.method.length + bodySizeBytes(hop.body);
  const pageSize = hop.page === undefined ? 0 : pageSizeBytes(hop.page);
  return size + pageSize + (hop.state === "redirected" ? hop.redirectUrl.length : 0);
}

function answerIn(hop: Hop): Answer | undefined {
  return "answer" in hop ? hop.answer : undefined;
}

function answerSizeBytes(answer: Answer | undefined): number {
  return answer === undefined ? 0 : 150 + answer.statusText.length + headersSizeBytes(answer.headers);
}

function headersSizeBytes(headers: readonly Header[] | undefined): number {
  if (headers === undefined) return 0;
  let size = 0;
  for (const { name, value } of headers) size += 24 + name.length + value.length;
  return size;
}

function pageSizeBytes({ canonicals = [], robots = [] }: PageFacts): number {
  return [...canonicals, ...robots].reduce((size, text) => size + 4 + text.length, 50);
}

function bodySizeBytes(body: Body): number {
  if (body.presence !== "present" || body.fieldNames === undefined) return 0;
  return body.fieldNames.reduce((size, name) => size + 4 + name.length, 0);
}
