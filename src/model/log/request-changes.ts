/** What an event of a request changes: find its chain, grow it, put it back. */
import { withinHopLimit } from "../chain/hop-limit.ts";
import { isListed } from "../chain/listed-chain.ts";
import { chainOutcome, type Chain } from "../chain/redirect-chain.ts";
import { chainPut, chainsDropped, trackingChanged } from "./changes.ts";
import { tabState, tabTracking, type ChainLog, type LogChange } from "./chain-log.ts";
import { withForbiddingPolicy } from "./document-policy.ts";
import { beginChain, beginDocument, growChain } from "./grow-chain.ts";
import type { RequestEvent } from "./log-event.ts";
import { findLoad } from "./match-load.ts";
import { documentChainId, isLoadChain, withLoad } from "./page-load.ts";
import { settleLoads } from "./settle-loads.ts";

const none: readonly LogChange[] = [];

export function requestChanges(log: ChainLog, event: RequestEvent): Iterable<LogChange> {
  const before = findChain(log, event);
  if (before === undefined) return beginning(log, event);
  const grown = growChain(before, event);
  if (grown === before) return none;
  const chain = event.kind === "failed" ? withForbiddingPolicy(grown, initiatingDocument(log, grown)) : grown;
  return isDocument(event) ? documentChanges(log, before, chain) : put(log, before, chain);
}

function findChain(log: ChainLog, event: RequestEvent): Chain | undefined {
  return log.chains.get(event.kind === "resumed" ? event.requestId : (log.openRequests.get(event.requestId) ?? ""));
}

function beginning(log: ChainLog, event: RequestEvent): Iterable<LogChange> {
  if (isCleared(log, event)) return clearedChanges(log, event);
  // (A chain with this id: an event that was repeated after the end of its request.)
  if (log.chains.has(event.requestId) || !isRecorded(log, event)) return none;
  if (isDocument(event)) return loadChanges(log, event);
  const chain = beginChain(event);
  return chain === undefined ? none : put(log, undefined, chain);
}

/** Of a tab's own document. Prerendered ones have another frame id, and the tab shows them once they are activated. */
function isDocument({ resourceType, frameId }: RequestEvent): boolean {
  return resourceType === "main_frame" && frameId === 0;
}

/** Documents of every tab, prerendered ones, too; everything else only while a panel watches. */
function isRecorded(log: ChainLog, { tabId, resourceType }: RequestEvent): boolean {
  const { recording, watched } = tabState(log, tabId);
  return tabId >= 0 && recording && (watched || resourceType === "main_frame");
}

/** A document's request begins a page load, or belongs to one that is known already. */
function* loadChanges(log: ChainLog, event: RequestEvent): Generator<LogChange> {
  const { tabId, url, at } = event;
  const { loads } = tabTracking(log, tabId);
  const load = findLoad(loads, { kind: "request", url, at }, (id) => log.chains.get(id));
  const chain = event.kind === "started" ? beginDocument(event, load?.requested?.url) : beginChain(event);
  if (chain === undefined) return;
  const request = { chainId: chain.id, url: chain.hops[0].url, at };
  yield trackingChanged(log, tabId, { loads: withLoad(loads, load, { ...load, request }) });
  yield* documentChanges(log, undefined, chain);
}

function* documentChanges(log: ChainLog, before: Chain | undefined, chain: Chain): Generator<LogChange> {
  yield* put(log, before, chain);
  yield* settleLoads(log, chain.tabId);
}

/** A request that ended without a redirect leaves the log, unless it is a document's: what comes next may continue it. */
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

/** The document that asked for it: the tab's, or the one before when this is a document itself. */
function initiatingDocument(log: ChainLog, { id, tabId }: Chain): Chain | undefined {
  const { loads } = tabTracking(log, tabId);
  const others = loads.filter(({ request }) => request?.chainId !== id);
  return log.chains.get(documentChainId(others) ?? "");
}
