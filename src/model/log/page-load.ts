/** Page loads: what is known of each load of a tab's document. Facts may arrive in any order (decision D4). */
import type { ClientNavigated } from "./log-event.ts";

/** One load of a tab's document, from its first sign to the next load's. */
export interface PageLoad {
  /** The URL that the tab was about to load. */
  readonly requested?: { readonly url: string; readonly at: number };
  /** Its request. The chain may have begun with the request of an earlier page. */
  readonly request?: { readonly chainId: string; readonly url: string; readonly at: number };
  /** The tab shows it. */
  readonly committed?: { readonly url: string; readonly at: number; readonly isClientRedirect?: true };
  /** The page's own navigation to another document. */
  readonly navigatedAway?: ClientNavigated;
  /** The browser's id of the document. */
  readonly documentId?: string;
}

/** Loads that began earlier than this before the newest one cannot match new events. */
const maxAgeMs = 10_000;
const maxLoads = 8;
/** The newest loads, which are always kept. */
const minLoads = 2;

/** Milliseconds since the epoch. */
export function beganAt({ requested, request, committed, navigatedAway }: PageLoad): number {
  return request?.at ?? committed?.at ?? navigatedAway?.at ?? requested?.at ?? 0;
}

/** In the order in which they began. */
export function withLoad(loads: readonly PageLoad[], before: PageLoad | undefined, load: PageLoad): PageLoad[] {
  const others = loads.filter((other) => other !== before);
  // A known load keeps its position; a new one is inserted after all loads that began before it.
  const index =
    before === undefined ? others.findLastIndex((other) => beganAt(other) <= beganAt(load)) + 1 : loads.indexOf(before);
  return others.toSpliced(index, 0, load);
}

/** Without loads that can no longer match new events. */
export function recentLoads(loads: readonly PageLoad[]): readonly PageLoad[] {
  const [oldest, newest] = [loads[0], loads.at(-1)];
  if (oldest === undefined || newest === undefined || loads.length <= minLoads) return loads;
  const since = beganAt(newest) - maxAgeMs;
  if (loads.length <= maxLoads && beganAt(oldest) >= since) return loads;
  return loads
    .slice(-maxLoads)
    .filter((load, index, { length }) => index >= length - minLoads || beganAt(load) >= since);
}

/** The chain of the tab's latest document request. */
export function documentChainId(loads: readonly PageLoad[]): string | undefined {
  return loads.findLast(({ request }) => request !== undefined)?.request?.chainId;
}

/** Whether the chain belongs to one of the page loads: such a chain is kept even if it is not listed. */
export function isLoadChain(loads: readonly PageLoad[], chainId: string): boolean {
  return loads.some(({ request }) => request?.chainId === chainId);
}
