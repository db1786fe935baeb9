/** Creates changes of a log. They take effect when they are applied (`apply-change.ts`). */
import type { Chain } from "../chain/redirect-chain.ts";
import { tabState, tabTracking, type ChainLog, type LogChange, type TabState, type TabTracking } from "./chain-log.ts";

export function chainPut(chain: Chain): LogChange {
  return { kind: "chain-put", chain };
}

export function chainsDropped(tabId: number, chainIds: readonly string[]): LogChange {
  return { kind: "chains-dropped", tabId, chainIds };
}

export function tabChanged(log: ChainLog, tabId: number, patch: Partial<TabState>): LogChange {
  return { kind: "tab-put", tabId, state: { ...tabState(log, tabId), ...patch } };
}

export function trackingChanged(log: ChainLog, tabId: number, patch: Partial<TabTracking>): LogChange {
  return { kind: "tracking-put", tabId, tracking: { ...tabTracking(log, tabId), ...patch } };
}
