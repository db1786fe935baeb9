/**
 * Derives changes from the page loads of a tab, independently of the order in which their facts arrived: the chain of a
 * page that redirects is joined with that of the next page, and a new page drops the chains of the previous one.
 *
 * Each change has to be applied before the next one is requested.
 */
import { isListed } from "../chain/listed-chain.ts";
import { answerOf, chainOutcome, lastHop, requestStartedAt, type Chain } from "../chain/redirect-chain.ts";
import { isSameResource, isWebUrl } from "../url/location-url.ts";
import { chainPut, chainsDropped, trackingChanged } from "./changes.ts";
import { chainById, chainsOf, tabState, tabTracking, type ChainLog, type LogChange } from "./chain-log.ts";
import { leadsTo, maxPauseMs, redirectedByPage, redirectedByUnknownCause } from "./client-redirect.ts";
import type { ClientNavigated } from "./log-event.ts";
import { isLoadChain, recentLoads, type PageLoad } from "./page-load.ts";
import { withinHopLimit } from "../chain/hop-limit.ts";

export function settleLoads(log: ChainLog, tabId: number): Iterable<LogChange> {
  const { loads } = tabTracking(log, tabId);
  const isSettled =
    recentLoads(loads) === loads && timeToDropUpTo(log, tabId) === undefined && nextJoin(log, tabId) === undefined;
  return isSettled ? [] : settle(log, tabId);
}

/** Whether a page that sent the browser on may wait for its answer, to be joined with the next one. */
export function hasLeftPages(log: ChainLog, tabId: number): boolean {
  return tabTracking(log, tabId).loads.some(({ navigatedAway }) => navigatedAway !== undefined);
}

function* settle(log: ChainLog, tabId: number): Generator<LogChange> {
  for (let join = nextJoin(log, tabId); join !== undefined; join = nextJoin(log, tabId)) {
    yield* joinChanges(log, tabId, join);
  }
  const shownSince = timeToDropUpTo(log, tabId);
  if (shownSince !== undefined) {
    yield trackingChanged(log, tabId, { shownSince });
    yield* dropEarlier(log, tabId, chainsOf(log, tabId), shownSince);
  }
  const { loads } = tabTracking(log, tabId);
  const recent = recentLoads(loads);
  if (recent !== loads) yield* forgetLoads(log, tabId, loads, recent);
}

/**
 * Drops chains that began before the time, because they belong to the previous page. Listed ones are kept if the log is
 * preserved.
 */
export function dropEarlier(log: ChainLog, tabId: number, chains: readonly Chain[], beganAt: number): LogChange[] {
  const { preserveLog } = tabState(log, tabId);
  const { loads } = tabTracking(log, tabId);
  const dropped = chains.filter((chain) => {
    if (requestStartedAt(chain) >= beganAt) return false;
    if (!isListed(chain))
      return chainOutcome(chain).kind === "pending" || !(preserveLog || isLoadChain(loads, chain.id));
    return !preserveLog;
  });
  return dropped.length === 0
    ? []
    : [
        chainsDropped(
          tabId,
          dropped.map(({ id }) => id),
        ),
      ];
}

interface Join {
  /** The chain of the page, ending in its redirect. */
  readonly page: Chain;
  readonly next: Chain;
}

/** The first page that redirected to the next load and whose chain is not joined with that load's yet. */
function nextJoin(log: ChainLog, tabId: number): Join | undefined {
  const { loads } = tabTracking(log, tabId);
  for (let index = 1; index < loads.length; index += 1) {
    const source = sourceOf(loads, index);
    if (source === undefined || isJoined(loads, index)) continue;
    const next = chainById(log, loads[index]?.request?.chainId);
    if (next === undefined) continue;
    const page = redirectTo(log, source, next);
    if (page !== undefined) return { page, next };
  }
  return undefined;
}

function* joinChanges(log: ChainLog, tabId: number, { page, next }: Join): Generator<LogChange> {
  yield chainsDropped(tabId, [next.id]);
  yield chainPut(withinHopLimit({ ...page, requestId: next.requestId, hops: [...page.hops, ...next.hops] }));
  const loads = tabTracking(log, tabId).loads.map((load) => movedTo(page.id, load, next.id));
  yield trackingChanged(log, tabId, { loads });
}

function movedTo(chainId: string, load: PageLoad, fromId: string): PageLoad {
  return load.request?.chainId === fromId ? { ...load, request: { ...load.request, chainId } } : load;
}

/** The page that redirected. `navigation`: the page's own report; without it, only the browser reports the redirect. */
interface Source {
  readonly load: PageLoad;
  readonly navigation?: ClientNavigated;
}

/**
 * The page that reports a redirect to the load. If only the browser reports one, at the commit: the page that was shown
 * before.
 */
function sourceOf(loads: readonly PageLoad[], index: number): Source | undefined {
  const { request, committed } = loads[index] ?? {};
  let shown: PageLoad | undefined;
  for (let before = index - 1; before >= 0; before -= 1) {
    const load = loads[before];
    const navigation = load?.navigatedAway;
    if (load === undefined) continue;
    if (navigation !== undefined && request !== undefined && leadsTo(navigation, request.url, request.at)) {
      return { load, navigation };
    }
    if (load.committed !== undefined) shown ??= load;
  }
  return shown === undefined || committed?.isClientRedirect !== true ? undefined : { load: shown };
}

/** The chain of the page that redirected, ending in its redirect. */
function redirectTo(log: ChainLog, { load, navigation }: Source, next: Chain): Chain | undefined {
  const page = chainById(log, load.request?.chainId);
  if (page === undefined) return undefined;
  if (navigation !== undefined) return redirectedByPage(page, navigation, next);
  const isShown = isSameResource(lastHop(page).url, load.committed?.url ?? "");
  return isShown ? redirectedByUnknownCause(page, next) : undefined;
}

/** The time since which the tab shows its page, if chains of the previous page have to be dropped. */
function timeToDropUpTo(log: ChainLog, tabId: number): number | undefined {
  const { loads, shownSince = -Infinity } = tabTracking(log, tabId);
  const index = loads.findLastIndex(({ committed }) => committed !== undefined);
  const { request, committed } = loads[index] ?? {};
  const since = (request ?? committed)?.at ?? -Infinity;
  return since > shownSince && !mayBeJoinedLater(log, loads, index) ? since : undefined;
}

/**
 * Whether the previous page may have redirected here: the request, or the previous page's answer, is not reported yet.
 */
function mayBeJoinedLater(log: ChainLog, loads: readonly PageLoad[], index: number): boolean {
  const { request, committed } = loads[index] ?? {};
  const before = loads[index - 1];
  if (committed === undefined || before === undefined || isJoined(loads, index)) return false;
  if (request === undefined) {
    const leftAt = before.navigatedAway?.at ?? -Infinity;
    const isLed = committed.isClientRedirect === true || Math.abs(committed.at - leftAt) <= maxPauseMs;
    return isLed && isWebUrl(committed.url);
  }
  const page = chainById(log, sourceOf(loads, index)?.load.request?.chainId);
  return page !== undefined && lastHop(page).state === "pending" && answerOf(lastHop(page)) === undefined;
}

function isJoined(loads: readonly PageLoad[], index: number): boolean {
  const chainId = loads[index]?.request?.chainId;
  return chainId !== undefined && loads.findIndex(({ request }) => request?.chainId === chainId) < index;
}

function* forgetLoads(
  log: ChainLog,
  tabId: number,
  loads: readonly PageLoad[],
  recent: readonly PageLoad[],
): Generator<LogChange> {
  yield trackingChanged(log, tabId, { loads: recent });
  for (const { request } of loads) {
    const chain = chainById(log, request?.chainId);
    if (chain === undefined || isLoadChain(recent, chain.id)) continue;
    if (!isListed(chain) && chainOutcome(chain).kind !== "pending") yield chainsDropped(tabId, [chain.id]);
  }
}
