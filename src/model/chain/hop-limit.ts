/**
 * A page that sends itself on forever makes one chain without end. Its first hops and its latest are kept; how many are
 * missing between them is counted, so that an event costs the same however long the page goes on.
 */
import { isClientRedirect, type Chain, type Hop } from "./redirect-chain.ts";

export const mostHops = 500;
const firstKept = 100;
/** Not one at a time: to remove hops moves all that follow. */
const removedAtOnce = 50;

export function withinHopLimit(chain: Chain): Chain {
  const { hops, leftOut } = chain;
  if (hops.length <= mostHops) return chain;
  const gapAt = (leftOut?.afterHop ?? pageBefore(hops, firstKept)) + 1;
  // `pageBefore` goes back by less than `removedAtOnce`.
  const removed = pageBefore(hops, gapAt + hops.length - mostHops + 2 * removedAtOnce) + 1 - gapAt;
  const [first, ...rest] = hops;
  return {
    ...chain,
    hops: [first, ...rest.toSpliced(gapAt - 1, removed)],
    leftOut: { afterHop: gapAt - 1, count: (leftOut?.count ?? 0) + removed },
  };
}

/**
 * The last hop up to this one that ended in a redirect by its page: what follows such a redirect begins a document, before
 * the gap and after it. Requests alone rarely get so long (browsers stop after 20 redirects); then it is this very hop.
 */
function pageBefore(hops: readonly Hop[], index: number): number {
  for (let at = index; at > index - removedAtOnce && at > 0; at -= 1) {
    const hop = hops[at];
    if (hop?.state === "redirected" && isClientRedirect(hop)) return at;
  }
  return index;
}
