/** How much a log may hold. The oldest chains go first, and how many went is counted and shown. */
import type { Body, Chain, Header, Hop, PageFacts } from "./redirect-chain.ts";

export interface LogLimits {
  /** Documents kept for a tab that nobody watches, so that a panel opened late shows how its page was reached. */
  readonly chainsPerUnwatchedTab: number;
  readonly chainsPerTab: number;
  /** Over all tabs. `storage.session`, where the log survives a stop of the background, has room for 10 MiB. */
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

/** By how much the chain has grown. Most of its hops are the same objects still: only the others are looked at. */
export function chainGrowthBytes(before: Chain, chain: Chain): number {
  const mostHops = Math.max(before.hops.length, chain.hops.length);
  let growth = 0;
  for (let at = 0; at < mostHops; at += 1) {
    const [old, hop] = [before.hops[at], chain.hops[at]];
    if (old !== hop) growth += hopSizeBytes(hop) - hopSizeBytes(old);
  }
  return growth;
}

function hopSizeBytes(hop: Hop | undefined): number {
  if (hop === undefined) return 0;
  let size = 300 + hop.url.length + bodySizeBytes(hop.body) + headersSizeBytes(hop.requestHeaders);
  if ("answer" in hop) size += 150 + headersSizeBytes(hop.answer?.headers);
  if (hop.state === "redirected") size += hop.redirectUrl.length;
  if (hop.page !== undefined) size += pageSizeBytes(hop.page);
  return size;
}

function headersSizeBytes(headers: readonly Header[] | undefined): number {
  return headers?.reduce((size, { name, value }) => size + 24 + name.length + value.length, 0) ?? 0;
}

function pageSizeBytes({ canonicals = [], robots = [] }: PageFacts): number {
  return [...canonicals, ...robots].reduce((size, text) => size + 4 + text.length, 50);
}

function bodySizeBytes(body: Body): number {
  if (body.presence !== "present" || body.fieldNames === undefined) return 0;
  return body.fieldNames.reduce((size, name) => size + 4 + name.length, 0);
}
