/**
 * A tab's documents: the request of each begins a chain of its own, or joins the chain of the page that sent the browser
 * there. Here, and not with other requests, because what tabs and pages tell bears on documents only.
 */
import {
  chainsOf,
  drop,
  isDocumentChain,
  putChain,
  putTab,
  tabState,
  type ChainLog,
  type LogChange,
} from "./chain-log.ts";
import { leadsTo, redirectedByPage, redirectedUntold, withToldCause } from "./client-redirect.ts";
import { isListed } from "../chain/listed-chain.ts";
import { isSameResource } from "../url/location-url.ts";
import { chainOutcome, isClientRedirect, lastHop, requestStartedAt, type Chain } from "../chain/redirect-chain.ts";
import type { ClientNavigated, DocumentCommitted } from "./log-event.ts";

/** Chromium prerenders documents in the same tab under another frame id: the tab shows them only once they are activated. */
export function isDocument({ resourceType, frameId }: Pick<Chain, "resourceType" | "frameId">): boolean {
  return resourceType === "main_frame" && frameId === 0;
}

export function startDocument(log: ChainLog, chain: Chain, changes: LogChange[]): void {
  const { coming, documentChainId, previousDocumentChainId, lastCommit } = tabState(log, chain.tabId);
  const navigation = coming?.navigation;
  const page = log.chains.get(documentChainId ?? "");
  if (navigation !== undefined && joinPage(log, page, navigation, chain, changes)) {
    putTab(log, chain.tabId, { coming: {} }, changes);
    return;
  }
  const shown = documentChainId === undefined ? {} : { previousDocumentChainId: documentChainId };
  // It may be this page's word, come before its request (Firefox 153, when busy).
  const stillComing = navigation === undefined ? {} : { navigation };
  putTab(log, chain.tabId, { ...shown, documentChainId: chain.id, coming: stillComing }, changes);
  const forgotten = log.chains.get(previousDocumentChainId ?? "");
  if (forgotten !== undefined && !isListed(forgotten) && chainOutcome(forgotten).kind !== "pending") {
    drop(log, forgotten, changes);
  }
  const { url, startedAt } = chain.hops[0];
  // Firefox 153: its commit came before its request. Then the document before is gone already.
  if (lastCommit !== undefined && lastCommit.at >= startedAt && isSameResource(lastCommit.url, url)) {
    dropEarlier(log, chainsOf(log, chain.tabId), startedAt, changes);
  }
  putChain(log, undefined, chain, changes);
}

/** Drops what belongs to the document before, unless the log is to be preserved. */
export function dropEarlier(log: ChainLog, chains: readonly Chain[], beganAt: number, changes: LogChange[]): void {
  for (const chain of chains) {
    if (requestStartedAt(chain) >= beganAt) continue;
    const state = tabState(log, chain.tabId);
    const isForgotten = chainOutcome(chain).kind === "pending" && !isListed(chain);
    const isKept = state.preserveLog || (!isListed(chain) && isDocumentChain(state, chain));
    if (isForgotten || !isKept) drop(log, chain, changes);
  }
}

/** What a page said of its leaving mostly comes before the request that it led to, but not always (Firefox 153). */
export function leavePage(log: ChainLog, navigation: ClientNavigated, changes: LogChange[]): void {
  const { documentChainId, previousDocumentChainId } = tabState(log, navigation.tabId);
  const document = log.chains.get(documentChainId ?? "");
  const previous = log.chains.get(previousDocumentChainId ?? "");
  const told = document === undefined ? undefined : withToldCause(document, navigation);
  if (document !== undefined && told !== undefined) putChain(log, document, told, changes);
  else if (document !== undefined && joinPage(log, previous, navigation, document, changes)) {
    putTab(log, navigation.tabId, { documentChainId: previous?.id ?? document.id }, changes);
  } else {
    putTab(log, navigation.tabId, { coming: { navigation } }, changes);
  }
}

/**
 * The browser says at the commit that the page before led there, and the page's own word did not come. `shownUrl`: what
 * the tab showed last, so that no page that was left long ago is taken for it.
 */
export function joinUntold(
  log: ChainLog,
  { tabId, url }: DocumentCommitted,
  shownUrl: string | undefined,
  changes: LogChange[],
): void {
  const { coming, documentChainId, previousDocumentChainId } = tabState(log, tabId);
  const document = log.chains.get(documentChainId ?? "");
  const page = log.chains.get(previousDocumentChainId ?? "");
  if (document === undefined || page === undefined || shownUrl === undefined) return;
  // The page that the chain's first request led to may have left by now (Firefox 153, when busy).
  const shown = document.hops.find((hop) => hop.state === "redirected" && isClientRedirect(hop)) ?? lastHop(document);
  if (!isSameResource(shown.url, url) || !isSameResource(lastHop(page).url, shownUrl)) return;
  // The page did say why it left, and it was a person's doing.
  const { startedAt, url: askedUrl } = document.hops[0];
  if (coming?.navigation !== undefined && leadsTo(coming.navigation, askedUrl, startedAt)) return;
  if (join(log, page, redirectedUntold(page, document), document, changes)) {
    putTab(log, tabId, { documentChainId: page.id }, changes);
  }
}

/** False: the page did not lead there, or there is no knowing. */
function joinPage(
  log: ChainLog,
  page: Chain | undefined,
  navigation: ClientNavigated,
  next: Chain,
  changes: LogChange[],
): boolean {
  return page !== undefined && join(log, page, redirectedByPage(page, navigation, next), next, changes);
}

function join(log: ChainLog, page: Chain, left: Chain | undefined, next: Chain, changes: LogChange[]): boolean {
  // Joined already: of two pages that send the browser to each other, the chain would be put behind itself.
  if (left === undefined || page.id === next.id) return false;
  log.openRequests.delete(page.requestId);
  if (log.chains.has(next.id)) drop(log, next, changes);
  putChain(log, page, { ...left, requestId: next.requestId, hops: [...left.hops, ...next.hops] }, changes);
  return true;
}
