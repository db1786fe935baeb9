/**
 * The log: all chains of all tabs. Plain data that its owner changes in place, by `applyChange` only (decision D1). Chains
 * are immutable: they are replaced, not changed.
 */
import type { Chain } from "../chain/redirect-chain.ts";
import { defaultLimits, type LogLimits } from "./log-limits.ts";
import type { PageLoad } from "./page-load.ts";

/** What a panel shows of a tab in addition to its chains. */
export interface TabState {
  /** A panel is open: every resource type is recorded, not only documents. */
  readonly watched: boolean;
  readonly recording: boolean;
  readonly preserveLog: boolean;
  /** Chains dropped because the log was full. */
  readonly droppedCount: number;
}

/** The data for matching a tab's next events to its chains. */
export interface TabTracking {
  /** The latest page loads, oldest first. */
  readonly loads: readonly PageLoad[];
  /** Chains that began earlier were dropped when the page changed. Milliseconds since the epoch. */
  readonly shownSince?: number;
  /** Requests that were pending when the user cleared the log: their remaining events are ignored. */
  readonly clearedRequestIds: readonly string[];
}

export interface TabLog {
  state: TabState;
  tracking: TabTracking;
  /** Listed chains, oldest first. */
  readonly chainIds: string[];
  /** Approximate size of the tracking data and of all chains, listed or not. */
  sizeBytes: number;
}

export interface ChainLog {
  readonly limits: LogLimits;
  /**
   * Listed chains, pending requests, and the documents of recent page loads. Oldest first. A Map, because deleting
   * integer keys of an object is O(n) in V8 (decision D3).
   */
  readonly chains: Map<string, Chain>;
  /** Pending requests: request id → chain id. */
  readonly openRequests: Map<string, string>;
  readonly tabs: Record<number, TabLog>;
  /** The most recently closed tabs. Browsers may still report their requests, and don't reuse their ids. Not saved. */
  readonly closedTabs: Set<number>;
  /** Approximate size of all tabs. */
  sizeBytes: number;
}

/** A step from one state of a log to the next. Plain data: it crosses ports and is saved (decision D2). */
export type LogChange =
  | { readonly kind: "chain-put"; readonly chain: Chain }
  | { readonly kind: "chains-dropped"; readonly tabId: number; readonly chainIds: readonly string[] }
  | { readonly kind: "tab-put"; readonly tabId: number; readonly state: TabState }
  | { readonly kind: "tracking-put"; readonly tabId: number; readonly tracking: TabTracking }
  /** `movedTo`: the id under which its log continues. */
  | { readonly kind: "tab-dropped"; readonly tabId: number; readonly movedTo?: number };

export const newTabState: TabState = { watched: false, recording: true, preserveLog: false, droppedCount: 0 };
export const newTabTracking: TabTracking = { loads: [], clearedRequestIds: [] };

export function emptyLog(limits: LogLimits = defaultLimits): ChainLog {
  return { limits, chains: new Map(), openRequests: new Map(), tabs: {}, closedTabs: new Set(), sizeBytes: 0 };
}

export function chainById(log: ChainLog, chainId: string | undefined): Chain | undefined {
  return chainId === undefined ? undefined : log.chains.get(chainId);
}

export function listedChains(log: ChainLog, tabId: number): Chain[] {
  return (log.tabs[tabId]?.chainIds ?? []).flatMap((id) => log.chains.get(id) ?? []);
}

/** Listed or not. */
export function chainsOf(log: ChainLog, tabId: number): Chain[] {
  return [...log.chains.values()].filter((chain) => chain.tabId === tabId);
}

export function tabState(log: ChainLog, tabId: number): TabState {
  return log.tabs[tabId]?.state ?? newTabState;
}

export function tabTracking(log: ChainLog, tabId: number): TabTracking {
  return log.tabs[tabId]?.tracking ?? newTabTracking;
}

export function watchedTabs(log: ChainLog): number[] {
  return Object.keys(log.tabs)
    .map(Number)
    .filter((tabId) => tabState(log, tabId).watched);
}
