/**
 * Adds what a page declares to search engines to the last hop of its chain. The content script answers after the end of
 * the request, possibly when the tab already shows another page.
 */
import { answerOf, lastHop, withLastHop, type Chain } from "../chain/redirect-chain.ts";
import { isSameResource } from "../url/location-url.ts";
import { chainPut } from "./changes.ts";
import { chainById, tabTracking, type ChainLog, type LogChange } from "./chain-log.ts";
import type { PageDescribed } from "./log-event.ts";
import { findLoad } from "./match-load.ts";

export function describePage(log: ChainLog, { tabId, documentUrl, at, documentId, page }: PageDescribed): LogChange[] {
  const load = findLoad(log, tabId, { kind: "described", url: documentUrl, at, documentId });
  const chain = chainById(log, load?.request?.chainId);
  if (chain === undefined || !isRedirectedTo(chain, documentUrl)) return [];
  return [chainPut(withLastHop(chain, { ...lastHop(chain), page }))];
}

/** The chain of the page that the tab shows, if redirects led to it and it is not described yet. */
export function pageToAsk(log: ChainLog, tabId: number): Chain | undefined {
  const { loads } = tabTracking(log, tabId);
  const { request, committed } = loads.at(-1) ?? {};
  const chain = chainById(log, request?.chainId);
  if (chain === undefined || committed === undefined || !isRedirectedTo(chain, committed.url)) return undefined;
  const hop = lastHop(chain);
  return hop.state === "answered" && hop.page === undefined ? chain : undefined;
}

/** A page that has navigated away since is no longer the target. */
function isRedirectedTo(chain: Chain, url: string): boolean {
  const hop = lastHop(chain);
  const status = answerOf(hop)?.status ?? 0;
  const isPage = chain.hops.length > 1 && hop.state !== "redirected" && status >= 200 && status <= 299;
  return isPage && isSameResource(hop.url, url);
}
