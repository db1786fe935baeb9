/** Page loads: what is known of each load of a tab's document. Facts may arrive in any order (decision D4). */
import type { ClientNavigated } from "./log-event.ts";

/** One load of a tab's document, from its first sign to the next load's. */
export interface PageLoad {
  /** What the tab was told to load. */
  readonly requested?: { readonly url: string; readonly at: number };
  /** Its request. The chain may have begun with the request of an earlier page. */
  readonly request?: { readonly chainId: string; readonly url: string; readonly at: number };
  /** The tab shows it. */
  readonly committed?: { readonly url: string; readonly at: number; readonly isClientRedirect?: true };
  /** How its page sent the browser on. */
  readonly navigatedAway?: ClientNavigated;
  /** The browser's id of the document. */
  readonly documentId?: string;
}

/** Loads that began longer ago than this are of no use for what comes next. */
const maxAgeMs = 10_000;
const maxLoads = 8;
/** Always kept. */
const minLoads = 2;

/** Milliseconds since the epoch. */
export function beganAt({ requested, request, committed, navigatedAway }: PageLoad): number {
  return request?.at ?? committed?.at ?? navigatedAway?.at ?? requested?.at ?? 0;
}

/** In the order in which they began. */
export function withLoad(loads: readonly PageLoad[], before: PageLoad | undefined, load: PageLoad): PageLoad[] {
  const others = loads.filter((other) => other !== before);
  // A load keeps its place; a new one goes behind all that began before it.
  const index =
    before === undefined ? others.findLastIndex((other) => beganAt(other) <= beganAt(load)) + 1 : loads.indexOf(before);
  return others.toSpliced(index, 0, load);
}

/** Without those that can no longer be related to new events. */
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

/** Whether the chain belongs to one of the page loads: it is kept although it may not be listed. */
export function isLoadChain(loads: readonly PageLoad[], chainId: string): boolean {
  return loads.some(({ request }) => request?.chainId === chainId);
}
