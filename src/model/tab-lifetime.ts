/** What becomes of a tab's log when the tab is closed, or goes on under another id. */
import {
  chainsOf,
  forget,
  grow,
  keepMostRecent,
  list,
  setTabState,
  tabLog,
  tabState,
  type ChainLog,
  type LogChange,
} from "./chain-log.ts";
import { isListed } from "./listed-chain.ts";
import { chainSizeBytes, tabSizeBytes } from "./log-limits.ts";
import { chainOutcome } from "./redirect-chain.ts";

const mostClosedTabs = 200;

/** With its chains. No event of the tab counts any more. */
export function dropTab(log: ChainLog, tabId: number, changes: LogChange[]): void {
  for (const chain of chainsOf(log, tabId)) forget(log, chain, changes);
  grow(log, tabId, -tabSizeBytes(tabState(log, tabId)));
  delete log.tabs[tabId];
  log.closedTabs.add(tabId);
  const [earliest] = log.closedTabs;
  if (log.closedTabs.size > mostClosedTabs && earliest !== undefined) log.closedTabs.delete(earliest);
  changes.push({ kind: "tab-dropped", tabId });
}

/** The browser gave the tab another id: its log goes along. Its panels do not, for they know the tab by the old one. */
export function moveTab(log: ChainLog, fromId: number, toId: number, changes: LogChange[]): void {
  const from = log.tabs[fromId];
  const chains = chainsOf(log, fromId);
  dropTab(log, fromId, changes);
  if (from === undefined) return;
  // What the tab's next id has of its own already is newer.
  const known = log.tabs[toId]?.state;
  setTabState(log, toId, { ...from.state, recording: true, watched: false, ...known }, changes);
  const ownIds = tabLog(log, toId).chainIds.splice(0);
  for (const chain of chains) {
    const moved = { ...chain, tabId: toId };
    log.chains.set(moved.id, moved);
    grow(log, toId, chainSizeBytes(moved));
    if (chainOutcome(moved).kind === "pending") log.openRequests.set(moved.requestId, moved.id);
    if (isListed(moved)) list(log, moved);
    changes.push({ kind: "chain-put", chain: moved });
  }
  tabLog(log, toId).chainIds.push(...ownIds);
  keepMostRecent(log, toId, changes);
}
