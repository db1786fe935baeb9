/** The one place where a log changes: in the background, when a saved log is restored, and in the panel. */
import { isListed } from "../chain/listed-chain.ts";
import { chainOutcome, type Chain } from "../chain/redirect-chain.ts";
import { newTabState, newTabTracking, type ChainLog, type LogChange, type TabLog } from "./chain-log.ts";

const maxClosedTabs = 200;

export function applyChange(log: ChainLog, change: LogChange): void {
  switch (change.kind) {
    case "chain-put":
      putChain(log, change.chain);
      break;
    case "chains-dropped":
      dropChains(log, change.tabId, change.chainIds);
      break;
    case "tab-put":
      tabLog(log, change.tabId).state = change.state;
      break;
    case "tracking-put":
      tabLog(log, change.tabId).tracking = change.tracking;
      break;
    case "tab-dropped":
      dropTab(log, change.tabId);
  }
}

function putChain(log: ChainLog, chain: Chain): void {
  const before = log.chains.get(chain.id);
  log.chains.set(chain.id, chain);
  if (before !== undefined && before.requestId !== chain.requestId) log.openRequests.delete(before.requestId);
  if (chainOutcome(chain).kind === "pending") log.openRequests.set(chain.requestId, chain.id);
  else log.openRequests.delete(chain.requestId);
  const wasListed = before !== undefined && isListed(before);
  if (!wasListed && isListed(chain)) tabLog(log, chain.tabId).chainIds.push(chain.id);
}

function dropChains(log: ChainLog, tabId: number, chainIds: readonly string[]): void {
  const listed = new Set<string>();
  for (const id of chainIds) {
    const chain = log.chains.get(id);
    if (chain === undefined) continue;
    log.chains.delete(id);
    log.openRequests.delete(chain.requestId);
    if (isListed(chain)) listed.add(id);
  }
  const tab = log.tabs[tabId];
  if (tab === undefined || listed.size === 0) return;
  const isOldest = tab.chainIds.slice(0, listed.size).every((id) => listed.has(id));
  // When the log is full, one splice at the front costs far less than a copy.
  if (isOldest) tab.chainIds.splice(0, listed.size);
  else tab.chainIds.splice(0, Infinity, ...tab.chainIds.filter((id) => !listed.has(id)));
}

function dropTab(log: ChainLog, tabId: number): void {
  delete log.tabs[tabId];
  log.closedTabs.add(tabId);
  const [earliest] = log.closedTabs;
  if (log.closedTabs.size > maxClosedTabs && earliest !== undefined) log.closedTabs.delete(earliest);
}

function tabLog(log: ChainLog, tabId: number): TabLog {
  return (log.tabs[tabId] ??= { state: newTabState, tracking: newTabTracking, chainIds: [], sizeBytes: 0 });
}
