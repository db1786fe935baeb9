/**
 * The log: all chains of all tabs, bounded. Plain data, owned by its caller and changed in place (every change is also
 * reported), so that an event costs the same in a log of ten chains and of ten thousand. The chains in it are never
 * changed, only replaced. They are in a Map: to delete numbered keys of an object takes V8 the longer the more there are.
 */
import type { FilterSettings } from "../filter/filter-settings.ts";
import type { HstsHosts } from "./hsts-hosts.ts";
import { isListed } from "../chain/listed-chain.ts";
import { withinHopLimit } from "../chain/hop-limit.ts";
import { chainGrowthBytes, chainSizeBytes, defaultLimits, tabSizeBytes, type LogLimits } from "./log-limits.ts";
import { chainOutcome, type Chain } from "../chain/redirect-chain.ts";
import type { ClientNavigated } from "./log-event.ts";
import type { WorkerRequests } from "./worker-requests.ts";

/** What is remembered of a tab beside its chains. */
export interface TabState {
  /** A panel is open: every resource type is recorded, not only documents. */
  readonly watched: boolean;
  readonly recording: boolean;
  readonly preserveLog: boolean;
  /** Chains dropped because the log was full. */
  readonly droppedCount: number;
  /** What its panel shows of the log; the log itself is not filtered. */
  readonly filter?: FilterSettings;
  /** The chain of the tab's latest document request, listed or not. */
  readonly documentChainId?: string;
  /** Of the one before: it may yet turn out that its page led to the latest. */
  readonly previousDocumentChainId?: string;
  /** Documents that started up to this time are committed: a later commit is not theirs. */
  readonly committedUpTo?: number;
  /** What the tab showed last. In Firefox this may be told before the request that led to it. */
  readonly lastCommit?: { readonly url: string; readonly at: number };
  /** What is known of the next document before its request starts. */
  readonly coming?: ComingDocument;
}

export interface ComingDocument {
  /** What the tab was told to load. */
  readonly url?: string;
  /** The page that was there leaves by itself. */
  readonly navigation?: ClientNavigated;
}

export interface TabLog {
  state: TabState;
  /** Listed chains, oldest first. */
  readonly chainIds: string[];
  /** Of the state and of all chains, listed or not. */
  sizeBytes: number;
}

export interface ChainLog {
  readonly limits: LogLimits;
  /** Listed chains, requests under way, and each tab's latest two documents. Oldest first. */
  readonly chains: Map<string, Chain>;
  /** Requests under way: request id → chain id, or `clearedChain`. */
  readonly openRequests: Map<string, string>;
  readonly tabs: Record<number, TabLog>;
  readonly hstsHosts: HstsHosts;
  /** Not saved: a redirect among them is claimed within moments. */
  readonly workerRequests: WorkerRequests;
  /** The latest of them. Browsers may still tell of their requests, and no tab gets the same id again. Not saved. */
  readonly closedTabs: Set<number>;
  /** Of all tabs. */
  sizeBytes: number;
}

export type LogChange =
  | { readonly kind: "chain-put"; readonly chain: Chain }
  | { readonly kind: "chain-dropped"; readonly chainId: string; readonly tabId: number }
  | { readonly kind: "tab-put"; readonly tabId: number; readonly state: TabState }
  /** `movedTo`: the id under which its log continues. */
  | { readonly kind: "tab-dropped"; readonly tabId: number; readonly movedTo?: number }
  | { readonly kind: "hsts-put"; readonly hosts: HstsHosts };

/** In place of a chain's id: a person cleared the chain away while its request was under way. */
export const clearedChain = "cleared";

export const newTabState: TabState = {
  watched: false,
  recording: true,
  preserveLog: false,
  droppedCount: 0,
};

export function emptyLog(limits: LogLimits = defaultLimits): ChainLog {
  return {
    limits,
    chains: new Map(),
    openRequests: new Map(),
    tabs: {},
    hstsHosts: {},
    workerRequests: {},
    closedTabs: new Set(),
    sizeBytes: 0,
  };
}

/** A log made again from what was saved of one. */
export function restoreLog(
  saved: {
    readonly chains: readonly Chain[];
    readonly tabs: ReadonlyMap<number, TabState>;
    readonly hstsHosts: HstsHosts;
  },
  limits?: LogLimits,
): ChainLog {
  const log = { ...emptyLog(limits), hstsHosts: saved.hstsHosts };
  for (const [tabId, state] of saved.tabs) {
    tabLog(log, tabId).state = state;
    grow(log, tabId, tabSizeBytes(state) - tabSizeBytes(newTabState));
  }
  for (const chain of saved.chains.toSorted((a, b) => listedAt(a) - listedAt(b))) {
    log.chains.set(chain.id, chain);
    grow(log, chain.tabId, chainSizeBytes(chain));
    if (chainOutcome(chain).kind === "pending") log.openRequests.set(chain.requestId, chain.id);
    if (isListed(chain)) list(log, chain);
  }
  return log;
}

/** A chain gets its place in the list when its first hop ends. */
function listedAt({ hops: [first] }: Chain): number {
  return first.state === "pending" ? first.startedAt : first.endedAt;
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

export function putChain(log: ChainLog, before: Chain | undefined, grown: Chain, changes: LogChange[]): void {
  const chain = withinHopLimit(grown);
  const isFinished = chainOutcome(chain).kind !== "pending";
  if (isFinished) log.openRequests.delete(chain.requestId);
  else log.openRequests.set(chain.requestId, chain.id);
  // Not `before`: a joined chain may have grown since, or may have been dropped.
  const stored = log.chains.get(chain.id);
  log.chains.set(chain.id, chain);
  grow(log, chain.tabId, stored === undefined ? chainSizeBytes(chain) : chainGrowthBytes(stored, chain));
  const wasListed = before !== undefined && isListed(before);
  if (!wasListed && isListed(chain)) list(log, chain);
  else if (!wasListed && isFinished && !isDocumentChain(tabState(log, chain.tabId), chain)) {
    drop(log, chain, changes);
    return;
  }
  changes.push({ kind: "chain-put", chain });
  keepMostRecent(log, chain.tabId, changes);
}

/** Kept although it is not listed: what comes next may continue it. */
export function isDocumentChain({ documentChainId, previousDocumentChainId }: TabState, { id }: Chain): boolean {
  return id === documentChainId || id === previousDocumentChainId;
}

export function list(log: ChainLog, chain: Chain): void {
  tabLog(log, chain.tabId).chainIds.push(chain.id);
}

export function keepMostRecent(log: ChainLog, tabId: number, changes: LogChange[]): void {
  const { state, chainIds } = tabLog(log, tabId);
  const most = state.watched ? log.limits.chainsPerTab : log.limits.chainsPerUnwatchedTab;
  if (chainIds.length > most) dropOldestListed(log, tabId, chainIds.length - most, changes);
}

function dropOldestListed(log: ChainLog, tabId: number, atLeast: number, changes: LogChange[]): void {
  const { chainIds } = tabLog(log, tabId);
  const oldest = chainIds.splice(0, Math.max(atLeast, atOnce(chainIds.length)));
  for (const id of oldest) {
    const chain = log.chains.get(id);
    if (chain !== undefined) forget(log, chain, changes);
  }
  countDropped(log, tabId, oldest.length, changes);
}

/** At least one in a hundred of the tab's: taking the front off a list costs the more the longer the list is. */
export function atOnce(chainCount: number): number {
  return Math.max(1, Math.ceil(chainCount / 100));
}

export function countDropped(log: ChainLog, tabId: number, count: number, changes: LogChange[]): void {
  const { watched, droppedCount } = tabState(log, tabId);
  if (watched && count > 0) putTab(log, tabId, { droppedCount: droppedCount + count }, changes);
}

export function drop(log: ChainLog, chain: Chain, changes: LogChange[]): void {
  if (isListed(chain)) {
    const { chainIds } = tabLog(log, chain.tabId);
    const index = chainIds.indexOf(chain.id);
    if (index >= 0) chainIds.splice(index, 1);
  }
  forget(log, chain, changes);
}

export function forget(log: ChainLog, chain: Chain, changes: LogChange[]): void {
  const stored = log.chains.get(chain.id);
  if (stored !== undefined) grow(log, stored.tabId, -chainSizeBytes(stored));
  log.chains.delete(chain.id);
  log.openRequests.delete(chain.requestId);
  changes.push({ kind: "chain-dropped", chainId: chain.id, tabId: chain.tabId });
}

export function putTab(log: ChainLog, tabId: number, patch: Partial<TabState>, changes: LogChange[]): void {
  setTabState(log, tabId, { ...tabLog(log, tabId).state, ...patch }, changes);
}

export function setTabState(log: ChainLog, tabId: number, state: TabState, changes: LogChange[]): void {
  const tab = tabLog(log, tabId);
  grow(log, tabId, tabSizeBytes(state) - tabSizeBytes(tab.state));
  tab.state = state;
  changes.push({ kind: "tab-put", tabId, state });
}

/** The only place where sizes change. */
export function grow(log: ChainLog, tabId: number, bytes: number): void {
  tabLog(log, tabId).sizeBytes += bytes;
  log.sizeBytes += bytes;
}

export function tabLog(log: ChainLog, tabId: number): TabLog {
  const known = log.tabs[tabId];
  if (known !== undefined) return known;
  const sizeBytes = tabSizeBytes(newTabState);
  log.sizeBytes += sizeBytes;
  return (log.tabs[tabId] = { state: newTabState, chainIds: [], sizeBytes });
}
