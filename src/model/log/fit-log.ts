/** A full log drops its oldest chains. The number of dropped chains is counted and shown. */
import { isListed } from "../chain/listed-chain.ts";
import type { Chain } from "../chain/redirect-chain.ts";
import { chainsDropped, tabChanged, trackingChanged } from "./changes.ts";
import type { ChainLog, LogChange } from "./chain-log.ts";

/**
 * The next changes that bring the log within its limits. Undefined: it is within them. Call it after each event of the
 * tab.
 */
export function changesToFit(log: ChainLog, tabId: number): readonly LogChange[] | undefined {
  const tab = log.tabs[tabId];
  const { limits } = log;
  if (tab !== undefined) {
    const max = tab.state.watched ? limits.chainsPerTab : limits.chainsPerUnwatchedTab;
    const excess = tab.chainIds.length - max;
    if (excess > 0) return dropped(log, tabId, tab.chainIds.slice(0, Math.max(excess, batchSize(tab.chainIds.length))));
  }
  if (log.sizeBytes <= limits.sizeBytes) return undefined;
  const largestId = largestTab(log);
  return largestId === undefined ? undefined : changesToShrink(log, largestId);
}

/** At least one in a hundred: removing the front of a list is O(n) (decision D45). */
function batchSize(chainCount: number): number {
  return Math.max(1, Math.ceil(chainCount / 100));
}

/** It has at least the average size, so no tab below its share loses chains (decision D44). */
function largestTab(log: ChainLog): number | undefined {
  let largest: string | undefined;
  let maxBytes = 0;
  for (const tabId in log.tabs) {
    const { sizeBytes } = log.tabs[tabId] ?? { sizeBytes: 0 };
    if (sizeBytes > maxBytes) [largest, maxBytes] = [tabId, sizeBytes];
  }
  return largest === undefined ? undefined : Number(largest);
}

/**
 * Drops the tab's oldest chains, listed or not; if it has none, its page loads. Undefined: there is nothing to drop.
 */
function changesToShrink(log: ChainLog, tabId: number): readonly LogChange[] | undefined {
  const tab = log.tabs[tabId];
  if (tab === undefined) return undefined;
  const oldest: string[] = [];
  const count = batchSize(tab.chainIds.length);
  for (const chain of log.chains.values()) {
    if (chain.tabId === tabId && oldest.push(chain.id) === count) break;
  }
  if (oldest.length > 0) return dropped(log, tabId, oldest);
  if (tab.tracking.loads.length === 0 && tab.tracking.clearedRequestIds.length === 0) return undefined;
  return [trackingChanged(log, tabId, { loads: [], clearedRequestIds: [] })];
}

function dropped(log: ChainLog, tabId: number, chainIds: readonly string[]): readonly LogChange[] {
  const { watched = false, droppedCount = 0 } = log.tabs[tabId]?.state ?? {};
  const listedCount = chainIds.filter((id) => isListedId(log.chains.get(id))).length;
  const drop = chainsDropped(tabId, chainIds);
  if (!watched || listedCount === 0) return [drop];
  return [drop, tabChanged(log, tabId, { droppedCount: droppedCount + listedCount })];
}

function isListedId(chain: Chain | undefined): boolean {
  return chain !== undefined && isListed(chain);
}
