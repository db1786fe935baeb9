/**
 * A page that redirects forever creates an endless chain. Its first and latest hops are kept and the hops dropped
 * between them are counted, so the cost of an event doesn't grow with the chain (decision D47).
 */
import { isClientRedirect, type Chain, type Hop } from "./redirect-chain.ts";

export const maxHops = 500;
const keptAtStart = 100;
/** Hops are removed in batches, because each removal moves all the hops that follow. */
const removalBatchSize = 50;

export function withinHopLimit(chain: Chain): Chain {
  const { hops, omittedHops } = chain;
  if (hops.length <= maxHops) return chain;
  const gapAt = (omittedHops?.afterHop ?? pageBefore(hops, keptAtStart)) + 1;
  // `pageBefore` goes back by fewer than `removalBatchSize` hops.
  const removed = pageBefore(hops, gapAt + hops.length - maxHops + 2 * removalBatchSize) + 1 - gapAt;
  const [first, ...rest] = hops;
  return {
    ...chain,
    hops: [first, ...rest.toSpliced(gapAt - 1, removed)],
    omittedHops: { afterHop: gapAt - 1, count: (omittedHops?.count ?? 0) + removed },
  };
}

/**
 * The last client redirect at or before `index`, so that a new document starts on both sides of the gap. A single
 * request is rarely that long (browsers stop after 20 redirects); in that case it's `index` itself.
 */
function pageBefore(hops: readonly Hop[], index: number): number {
  for (let at = index; at > index - removalBatchSize && at > 0; at -= 1) {
    const hop = hops[at];
    if (hop?.state === "redirected" && isClientRedirect(hop)) return at;
  }
  return index;
}
