/** The changes by an event of a request: find its chain, extend it, store it. */
import { withinHopLimit } from "../chain/hop-limit.ts";
import { isListed } from "../chain/listed-chain.ts";
import { chainOutcome, type Chain } from "../chain/redirect-chain.ts";
import { chainPut, chainsDropped, trackingChanged } from "./changes.ts";
import { chainById, tabState, tabTracking, type ChainLog, type LogChange } from "./chain-log.ts";
import { withForbiddingPolicy } from "./document-policy.ts";
import { beginChain, beginDocument, growChain } from "./grow-chain.ts";
import type { RequestEvent } from "./log-event.ts";
import { findLoad } from "./match-load.ts";
import { documentChainId, isLoadChain, withLoad } from "./page-load.ts";
import { hasLeftPages, settleLoads } from "./settle-loads.ts";

const none: readonly LogChange[] = [];

export function requestChanges(log: ChainLog, event: RequestEvent): Iterable<LogChange> {
  const before = findChain(log, event);
  if (before === undefined) return beginning(log, event);
  const grown = growChain(before, event);
  if (grown === before) return none;
  const chain = event.kind === "failed" ? withForbiddingPolicy(grown, initiatingDocument(log, grown)) : grown;
  return isDocument(event) && hasLeftPages(log, event.tabId)
    ? answeredDocument(log, before, chain)
    : put(log, before, chain);
}

function findChain(log: ChainLog, event: RequestEvent): Chain | undefined {
  return chainById(log, event.kind === "resumed" ? event.requestId : log.openRequests.get(event.requestId));
}

function beginning(log: ChainLog, event: RequestEvent): Iterable<LogChange> {
  if (isCleared(log, event)) return clearedChanges(log, event);
  // (If a chain has this id, the event is a duplicate after the end of its request.)
  if (log.chains.has(event.requestId) || !isRecorded(log, event)) return none;
  if (isDocument(event)) return loadChanges(log, event);
  const chain = beginChain(event);
  return chain === undefined ? none : put(log, undefined, chain);
}

/**
 * Whether the event belongs to the tab's own document. Prerendered documents have another frame id until the tab shows
 * them.
 */
function isDocument({ resourceType, frameId }: RequestEvent): boolean {
  return resourceType === "main_frame" && frameId === 0;
}

/** Documents of every tab are recorded, including prerendered ones; everything else only while a panel is open. */
function isRecorded(log: ChainLog, { tabId, resourceType }: RequestEvent): boolean {
  const { recording, watched } = tabState(log, tabId);
  return tabId >= 0 && recording && (watched || resourceType === "main_frame");
}

/** A document's request begins a page load, or belongs to one that is already known. */
function* loadChanges(log: ChainLog, event: RequestEvent): Generator<LogChange> {
  const { tabId, url, at } = event;
  const load = findLoad(log, tabId, { kind: "request", url, at });
  const chain = event.kind === "started" ? beginDocument(event, load?.requested?.url) : beginChain(event);
  if (chain === undefined) return;
  const request = { chainId: chain.id, url: chain.hops[0].url, at };
  yield trackingChanged(log, tabId, { loads: withLoad(tabTracking(log, tabId).loads, load, { ...load, request }) });
  yield* put(log, undefined, chain);
  yield* settleLoads(log, tabId);
}

/** A page whose answer was missing until now may have redirected to the next one. */
function* answeredDocument(log: ChainLog, before: Chain, chain: Chain): Generator<LogChange> {
  yield* put(log, before, chain);
  yield* settleLoads(log, chain.tabId);
}

/**
 * A request that ended without a redirect is dropped, except a document's: a client redirect may continue its chain.
 */
function put(log: ChainLog, before: Chain | undefined, grown: Chain): readonly LogChange[] {
  const chain = withinHopLimit(grown);
  const isKept =
    isListed(chain) ||
    chainOutcome(chain).kind === "pending" ||
    isLoadChain(tabTracking(log, chain.tabId).loads, chain.id);
  if (isKept) return [chainPut(chain)];
  return before === undefined ? none : [chainsDropped(chain.tabId, [chain.id])];
}

function isCleared(log: ChainLog, { tabId, requestId }: RequestEvent): boolean {
  return tabTracking(log, tabId).clearedRequestIds.includes(requestId);
}

function clearedChanges(log: ChainLog, { kind, tabId, requestId }: RequestEvent): readonly LogChange[] {
  if (kind !== "completed" && kind !== "failed") return none;
  const { clearedRequestIds } = tabTracking(log, tabId);
  return [trackingChanged(log, tabId, { clearedRequestIds: clearedRequestIds.filter((id) => id !== requestId) })];
}

/**
 * The document that initiated the request: the tab's document, or the previous one if the request is for a document.
 */
function initiatingDocument(log: ChainLog, { id, tabId }: Chain): Chain | undefined {
  const { loads } = tabTracking(log, tabId);
  const others = loads.filter(({ request }) => request?.chainId !== id);
  return chainById(log, documentChainId(others));
}
