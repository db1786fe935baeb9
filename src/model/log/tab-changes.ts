/** The changes by an event of a tab: it adds a fact to a page load, or closes or moves the tab. */
import { isListed } from "../chain/listed-chain.ts";
import { chainOutcome, lastHop, requestStartedAt, withLastHop, type Chain } from "../chain/redirect-chain.ts";
import { isSameResource } from "../url/location-url.ts";
import { chainPut, chainsDropped, trackingChanged } from "./changes.ts";
import { chainById, chainsOf, newTabTracking, tabTracking, type ChainLog, type LogChange } from "./chain-log.ts";
import { withReportedCause } from "./client-redirect.ts";
import { describePage } from "./described-page.ts";
import type { ClientNavigated, DocumentCommitted, NavigationFailed, NavigationStarted, TabEvent } from "./log-event.ts";
import { findLoad } from "./match-load.ts";
import { documentChainId, isLoadChain, withLoad, type PageLoad } from "./page-load.ts";
import { dropEarlier, settleLoads } from "./settle-loads.ts";

export function tabChanges(log: ChainLog, event: TabEvent): Iterable<LogChange> {
  switch (event.kind) {
    case "navigation-started":
      return navigationStarted(log, event);
    case "client-navigated":
      return pageLeft(log, event);
    case "page-described":
      return describePage(log, event);
    case "document-committed":
      return documentCommitted(log, event);
    case "navigation-failed":
      return navigationFailed(log, event);
    case "tab-replaced":
      return moveTab(log, event.tabId, event.newTabId);
    case "tab-closed":
      return dropTab(log, event.tabId);
  }
}

function navigationStarted(log: ChainLog, { tabId, url, at }: NavigationStarted): LogChange[] {
  const superseded = findLoad(log, tabId, { kind: "requested", url, at });
  return [withFacts(log, tabId, superseded, { requested: { url, at } })];
}

function* pageLeft(log: ChainLog, event: ClientNavigated): Generator<LogChange> {
  const { tabId, documentUrl: url, at, documentId } = event;
  const load = findLoad(log, tabId, { kind: "left", url, at, documentId });
  yield withFacts(log, tabId, load, { ...load, navigatedAway: event, ...idOf(event) });
  const chain = chainById(log, load?.request?.chainId);
  const explained = chain === undefined ? undefined : withReportedCause(chain, event);
  if (explained !== undefined) yield chainPut(explained);
  yield* settleLoads(log, tabId);
}

function* documentCommitted(log: ChainLog, event: DocumentCommitted): Generator<LogChange> {
  const { tabId, url, at, documentId, isClientRedirect, activatedRequestId } = event;
  const load = findLoad(log, tabId, { kind: "committed", url, at, documentId });
  const committed = { url, at, ...(isClientRedirect === true && { isClientRedirect }) };
  const activated = load?.request === undefined ? chainById(log, activatedRequestId) : undefined;
  const request =
    activated === undefined
      ? load?.request
      : { chainId: activated.id, url: activated.hops[0].url, at: requestStartedAt(activated) };
  yield withFacts(log, tabId, load, { ...load, committed, ...(request !== undefined && { request }), ...idOf(event) });
  if (activated !== undefined) yield* activate(log, activated, at);
  yield* settleLoads(log, tabId);
}

/** Requests of the prerendered document began before the tab showed it. They are kept. */
function* activate(log: ChainLog, chain: Chain, at: number): Generator<LogChange> {
  const { tabId, frameId } = chain;
  const ofPageBefore = chainsOf(log, tabId).filter((other) => other.frameId !== frameId);
  yield* dropEarlier(log, tabId, ofPageBefore, at);
  yield trackingChanged(log, tabId, { shownSince: at });
  yield chainPut({ ...chain, frameId: 0 });
}

/**
 * webNavigation can report a specific error where webRequest only reports an aborted request. The error is ignored if
 * it belongs to another request or adds nothing.
 */
function navigationFailed(log: ChainLog, event: NavigationFailed): LogChange[] {
  const chain = chainById(log, documentChainId(tabTracking(log, event.tabId).loads));
  const failed = chain === undefined ? undefined : withNavigationError(chain, event);
  return failed === undefined ? [] : [chainPut(failed)];
}

function withNavigationError(chain: Chain, event: NavigationFailed): Chain | undefined {
  const hop = lastHop(chain);
  const urls = hop.state === "redirected" ? [hop.url, hop.redirectUrl] : [hop.url];
  if (!urls.some((url) => isSameResource(url, event.url))) return undefined;
  const outcome = chainOutcome(chain);
  const isVague = outcome.kind === "failed" && outcome.error === "net::ERR_ABORTED" && event.error.startsWith("net::");
  // (The end of a pending request is still to be reported.)
  if (event.error === "net::ERR_ABORTED" || !isVague) return undefined;
  if (hop.state === "redirected") return withLastHop(chain, { ...hop, stoppedBy: event.error });
  return hop.state === "failed" ? withLastHop(chain, { ...hop, error: event.error }) : undefined;
}

function dropTab(log: ChainLog, tabId: number, movedTo?: number): LogChange[] {
  const ids = chainsOf(log, tabId).map(({ id }) => id);
  return [chainsDropped(tabId, ids), { kind: "tab-dropped", tabId, ...(movedTo !== undefined && { movedTo }) }];
}

/**
 * The browser gave the tab another id. The new id may already have a few events: the start of a navigation can be
 * reported before the replacement.
 */
function* moveTab(log: ChainLog, fromId: number, toId: number): Generator<LogChange> {
  const from = log.tabs[fromId];
  const { state, tracking } = log.tabs[toId] ?? { state: undefined, tracking: newTabTracking };
  const chains = chainsOf(log, fromId);
  yield* dropTab(log, fromId, toId);
  if (from === undefined) return;
  const loads = [...from.tracking.loads, ...tracking.loads];
  const clearedRequestIds = [...from.tracking.clearedRequestIds, ...tracking.clearedRequestIds];
  const droppedCount = from.state.droppedCount + (state?.droppedCount ?? 0);
  const watched = from.state.watched || state?.watched === true;
  yield { kind: "tab-put", tabId: toId, state: { ...from.state, watched, droppedCount } };
  yield { kind: "tracking-put", tabId: toId, tracking: { ...from.tracking, ...tracking, loads, clearedRequestIds } };
  for (const chain of chains) {
    const isKept = isListed(chain) || chainOutcome(chain).kind === "pending" || isLoadChain(loads, chain.id);
    if (isKept) yield chainPut({ ...chain, tabId: toId });
  }
}

/** `before`: the load that the facts belong to, or undefined for a new one. */
function withFacts(log: ChainLog, tabId: number, before: PageLoad | undefined, load: PageLoad): LogChange {
  return trackingChanged(log, tabId, { loads: withLoad(tabTracking(log, tabId).loads, before, load) });
}

function idOf({ documentId }: ClientNavigated | DocumentCommitted): { readonly documentId?: string } {
  return documentId === undefined ? {} : { documentId };
}
