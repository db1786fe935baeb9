/** How much a log may hold. The oldest chains go first, and how many went is counted and shown. */
import type { TabState } from "./chain-log.ts";
import type { Answer, Body, Chain, Header, Hop, PageFacts } from "../chain/redirect-chain.ts";

export interface LogLimits {
  /** Documents kept for a tab that nobody watches, so that a panel opened late shows how its page was reached. */
  readonly chainsPerUnwatchedTab: number;
  readonly chainsPerTab: number;
  /**
   * Over all tabs: chains, listed or not, and what is remembered of the tabs. The tab with the most gives way.
   * `storage.session`, where the log survives a stop of the background, has room for 10 MiB.
   */
  readonly sizeBytes: number;
}

export const defaultLimits: LogLimits = {
  chainsPerUnwatchedTab: 10,
  chainsPerTab: 10_000,
  sizeBytes: 6 * 2 ** 20,
};

/** About the size of a chain as JSON: the strings exactly, the rest (names, numbers, punctuation) by a flat rate. */
export function chainSizeBytes(chain: Chain): number {
  let size = 250 + (chain.initiator?.length ?? 0);
  for (const hop of chain.hops) size += hopSizeBytes(hop);
  return size;
}

/** By how much the chain has grown. Most of its parts are the same objects still: only the others are looked at. */
export function chainGrowthBytes(before: Chain, chain: Chain): number {
  const maxHops = Math.max(before.hops.length, chain.hops.length);
  let growth = 0;
  for (let at = 0; at < maxHops; at += 1) {
    const [old, hop] = [before.hops[at], chain.hops[at]];
    if (old === hop) continue;
    growth += old === undefined || hop === undefined ? hopSizeBytes(hop) - hopSizeBytes(old) : hopGrowthBytes(old, hop);
  }
  return growth;
}

export function tabSizeBytes({ filter, lastCommit, coming }: TabState): number {
  const { url = "", navigation } = coming ?? {};
  const size = 200 + (filter?.text.length ?? 0) + (lastCommit?.url.length ?? 0) + url.length;
  if (navigation === undefined) return size;
  const { url: to, documentUrl, baseUrl, metaRefreshes = [] } = navigation;
  const texts = [to, documentUrl, baseUrl, ...metaRefreshes];
  return texts.reduce((sum, { length }) => sum + 4 + length, size + 150);
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

/** All but headers and answer. */
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
