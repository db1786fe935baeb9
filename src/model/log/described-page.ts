/**
 * What a page tells search engines about itself, put on the last hop of the chain that led to it. The content script
 * answers later than the request ends, and may answer when the tab shows another document already.
 */
import { chainsOf, putChain, tabState, type ChainLog, type LogChange } from "./chain-log.ts";
import { isSameResource } from "../url/location-url.ts";
import { answerOf, lastHop, requestStartedAt, withLastHop, type Chain } from "../chain/redirect-chain.ts";
import type { PageDescribed } from "./log-event.ts";
import { isDocument } from "./start-document.ts";

export function describePage(log: ChainLog, event: PageDescribed, changes: LogChange[]): void {
  // The same URL may have been loaded twice: the document is the latest one that was there at that time.
  const chain = chainsOf(log, event.tabId)
    .filter((each) => isDocument(each) && requestStartedAt(each) <= event.at)
    .toSorted((a, b) => requestStartedAt(a) - requestStartedAt(b))
    .findLast((each) => isSameResource(lastHop(each).url, event.documentUrl));
  if (chain === undefined || !isRedirectedToPage(chain)) return;
  putChain(log, chain, withLastHop(chain, { ...lastHop(chain), page: event.page }), changes);
}

/** The chain of the document that the tab shows, if redirects led to it and nothing is known of its HTML so far. */
export function pageToAsk(log: ChainLog, tabId: number): Chain | undefined {
  const { documentChainId, lastCommit } = tabState(log, tabId);
  const chain = log.chains.get(documentChainId ?? "");
  if (chain === undefined || lastCommit === undefined || !isRedirectedToPage(chain)) return undefined;
  const hop = lastHop(chain);
  if (hop.state !== "answered" || hop.page !== undefined) return undefined;
  // A download has an answer, too, but the tab goes on showing the document before.
  const isShown = isSameResource(lastCommit.url, hop.url) && lastCommit.at >= requestStartedAt(chain);
  return isShown ? chain : undefined;
}

/** A page that has left since is no target any more. */
function isRedirectedToPage(chain: Chain): boolean {
  const hop = lastHop(chain);
  const status = answerOf(hop)?.status ?? 0;
  return chain.hops.length > 1 && hop.state !== "redirected" && status >= 200 && status <= 299;
}
