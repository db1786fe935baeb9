/** What becomes of a tab's log when the tab is closed, or goes on under another id. */
import {
  chainsOf,
  forget,
  grow,
  isDocumentChain,
  keepMostRecent,
  list,
  setTabState,
  tabLog,
  tabState,
  type ChainLog,
  type LogChange,
  type TabState,
} from "./chain-log.ts";
import { isListed } from "../chain/listed-chain.ts";
import { chainSizeBytes, tabSizeBytes } from "./log-limits.ts";
import { chainOutcome } from "../chain/redirect-chain.ts";

const mostClosedTabs = 200;

/** With its chains. Later events of the tab are ignored. `movedTo`: its log continues under this id. */
export function dropTab(log: ChainLog, tabId: number, changes: LogChange[], movedTo?: number): void {
  for (const chain of chainsOf(log, tabId)) forget(log, chain, changes);
  grow(log, tabId, -tabSizeBytes(tabState(log, tabId)));
  delete log.tabs[tabId];
  log.closedTabs.add(tabId);
  const [earliest] = log.closedTabs;
  if (log.closedTabs.size > mostClosedTabs && earliest !== undefined) log.closedTabs.delete(earliest);
  changes.push({ kind: "tab-dropped", tabId, ...(movedTo === undefined ? {} : { movedTo }) });
}

/** The browser gave the tab another id: its log and its settings continue there. */
export function moveTab(log: ChainLog, fromId: number, toId: number, changes: LogChange[]): void {
  const from = log.tabs[fromId];
  const chains = chainsOf(log, fromId);
  dropTab(log, fromId, changes, toId);
  if (from === undefined) return;
  const state = mergedState(from.state, log.tabs[toId]?.state);
  setTabState(log, toId, state, changes);
  const ownIds = tabLog(log, toId).chainIds.splice(0);
  for (const chain of chains) {
    const moved = { ...chain, tabId: toId };
    const isPending = chainOutcome(moved).kind === "pending";
    if (!isPending && !isListed(moved) && !isDocumentChain(state, moved)) continue;
    log.chains.set(moved.id, moved);
    grow(log, toId, chainSizeBytes(moved));
    if (isPending) log.openRequests.set(moved.requestId, moved.id);
    if (isListed(moved)) list(log, moved);
    changes.push({ kind: "chain-put", chain: moved });
  }
  tabLog(log, toId).chainIds.push(...ownIds);
  keepMostRecent(log, toId, changes);
}

/**
 * The settings are those of the tab before. The new id may already have an event or two: Chromium 156 reports the start
 * of a navigation before the replacement. What they say about documents is newer.
 */
function mergedState(from: TabState, to: TabState | undefined): TabState {
  if (to === undefined) return from;
  const previousDocumentChainId =
    to.documentChainId === undefined ? from.previousDocumentChainId : from.documentChainId;
  return {
    ...from,
    ...(previousDocumentChainId !== undefined && { previousDocumentChainId }),
    ...to,
    watched: from.watched || to.watched,
    recording: from.recording,
    preserveLog: from.preserveLog,
    droppedCount: from.droppedCount + to.droppedCount,
    ...(from.filter !== undefined && { filter: from.filter }),
  };
}
