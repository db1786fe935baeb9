/** Which chains go when the log is full: the oldest of the tab that has the most bytes. */
import { atOnce, countDropped, drop, setTabState, tabLog, type ChainLog, type LogChange } from "./chain-log.ts";
import { isListed } from "../chain/listed-chain.ts";
import { tabSizeBytes } from "./log-limits.ts";
import type { Chain } from "../chain/redirect-chain.ts";

/** Call it after each event. The largest tab has at least the average: none gives way to another as long as it has less. */
export function keepWithinSize(log: ChainLog, changes: LogChange[]): void {
  while (log.sizeBytes > log.limits.sizeBytes) {
    const largestId = largestTab(log);
    if (largestId === undefined || !makeRoom(log, largestId, changes)) return;
  }
}

function largestTab(log: ChainLog): number | undefined {
  let largest: string | undefined;
  let mostBytes = 0;
  for (const tabId in log.tabs) {
    const { sizeBytes } = log.tabs[tabId] ?? { sizeBytes: 0 };
    if (sizeBytes > mostBytes) [largest, mostBytes] = [tabId, sizeBytes];
  }
  return largest === undefined ? undefined : Number(largest);
}

/** Takes from the tab its oldest chains, listed or not; without any, what it remembers of its pages. False: nothing to take. */
function makeRoom(log: ChainLog, tabId: number, changes: LogChange[]): boolean {
  const tab = tabLog(log, tabId);
  const oldest: Chain[] = [];
  const count = atOnce(tab.chainIds.length);
  for (const chain of log.chains.values()) {
    if (chain.tabId === tabId && oldest.push(chain) === count) break;
  }
  if (oldest.length > 0) {
    const listed = oldest.filter(isListed);
    for (const chain of oldest) drop(log, chain, changes);
    countDropped(log, tabId, listed.length, changes);
    return true;
  }
  const { coming: _, lastCommit: __, ...state } = tab.state;
  if (tabSizeBytes(state) === tabSizeBytes(tab.state)) return false;
  setTabState(log, tabId, state, changes);
  return true;
}
