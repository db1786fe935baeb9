/**
 * What follows from the page loads of a tab, whatever order their facts arrived in: a page that sent the browser on is
 * one chain with the page that it led to, and a new page drops the chains of the page before.
 *
 * Each change has to be applied before the next one is asked for.
 */
import { isListed } from "../chain/listed-chain.ts";
import { answerOf, chainOutcome, lastHop, requestStartedAt, type Chain } from "../chain/redirect-chain.ts";
import { isSameResource, isWebUrl } from "../url/location-url.ts";
import { chainPut, chainsDropped, trackingChanged } from "./changes.ts";
import { chainsOf, tabState, tabTracking, type ChainLog, type LogChange } from "./chain-log.ts";
import { leadsTo, maxPauseMs, redirectedByPage, redirectedByUnknownCause } from "./client-redirect.ts";
import { isLoadChain, recentLoads, type PageLoad } from "./page-load.ts";
import { withinHopLimit } from "../chain/hop-limit.ts";

export function* settleLoads(log: ChainLog, tabId: number): Generator<LogChange> {
  const { length } = tabTracking(log, tabId).loads;
  for (let index = 1; index < length; index += 1) yield* joinLoad(log, tabId, index);
  yield* dropEarlierPages(log, tabId);
  yield* forgetOldLoads(log, tabId);
}

/** Chains that began before the time belong to the page before: they are dropped, unless the log is preserved. */
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

function* joinLoad(log: ChainLog, tabId: number, index: number): Generator<LogChange> {
  const { loads } = tabTracking(log, tabId);
  const load = loads[index];
  const nextId = load?.request?.chainId;
  const next = log.chains.get(nextId ?? "");
  if (load === undefined || next === undefined || isJoined(loads, index)) return;
  const page = redirectTo(log, loads.slice(0, index), load, next);
  if (page === undefined) return;
  yield chainsDropped(tabId, [next.id]);
  yield chainPut(withinHopLimit({ ...page, requestId: next.requestId, hops: [...page.hops, ...next.hops] }));
  yield trackingChanged(log, tabId, { loads: loads.map((other) => movedTo(page.id, other, next.id)) });
}

function movedTo(chainId: string, load: PageLoad, fromId: string): PageLoad {
  return load.request?.chainId === fromId ? { ...load, request: { ...load.request, chainId } } : load;
}

/** The chain of the page that led to the load, ending in a redirect to it. */
function redirectTo(log: ChainLog, earlier: readonly PageLoad[], load: PageLoad, next: Chain): Chain | undefined {
  const source = sourceOf(earlier, load);
  const page = log.chains.get(source?.load.request?.chainId ?? "");
  if (source === undefined || page === undefined) return undefined;
  if (source.navigation !== undefined) return redirectedByPage(page, source.navigation, next);
  const isShown = isSameResource(lastHop(page).url, source.load.committed?.url ?? "");
  return isShown ? redirectedByUnknownCause(page, next) : undefined;
}

/** The page that says that it led to the load. Where only the browser says so, at the commit: the page that was shown. */
function sourceOf(earlier: readonly PageLoad[], { request, committed }: PageLoad) {
  for (const load of earlier.toReversed()) {
    const navigation = load.navigatedAway;
    if (navigation !== undefined && request !== undefined && leadsTo(navigation, request.url, request.at)) {
      return { load, navigation };
    }
  }
  const shown = earlier.findLast((load) => load.committed !== undefined);
  return shown === undefined || committed?.isClientRedirect !== true
    ? undefined
    : { load: shown, navigation: undefined };
}

function* dropEarlierPages(log: ChainLog, tabId: number): Generator<LogChange> {
  const { loads, shownSince = -Infinity } = tabTracking(log, tabId);
  const index = loads.findLastIndex(({ committed }) => committed !== undefined);
  const load = loads[index];
  if (load?.committed === undefined || mayBeJoinedLater(log, loads, index)) return;
  const since = load.request?.at ?? load.committed.at;
  if (since <= shownSince) return;
  yield trackingChanged(log, tabId, { shownSince: since });
  yield* dropEarlier(log, tabId, chainsOf(log, tabId), since);
}

/** The page before may have led there, but the request, or its answer, was not reported so far. */
function mayBeJoinedLater(log: ChainLog, loads: readonly PageLoad[], index: number): boolean {
  const load = loads[index];
  const earlier = loads.slice(0, index);
  if (load?.committed === undefined || isJoined(loads, index)) return false;
  const { url, at, isClientRedirect = false } = load.committed;
  if (load.request === undefined) {
    const leftAt = earlier.at(-1)?.navigatedAway?.at ?? -Infinity;
    return isWebUrl(url) && earlier.length > 0 && (isClientRedirect || Math.abs(at - leftAt) <= maxPauseMs);
  }
  const page = log.chains.get(sourceOf(earlier, load)?.load.request?.chainId ?? "");
  return page !== undefined && lastHop(page).state === "pending" && answerOf(lastHop(page)) === undefined;
}

function isJoined(loads: readonly PageLoad[], index: number): boolean {
  const chainId = loads[index]?.request?.chainId;
  return chainId !== undefined && loads.findIndex(({ request }) => request?.chainId === chainId) < index;
}

function* forgetOldLoads(log: ChainLog, tabId: number): Generator<LogChange> {
  const { loads } = tabTracking(log, tabId);
  const recent = recentLoads(loads);
  if (recent === loads) return;
  yield trackingChanged(log, tabId, { loads: recent });
  for (const { request } of loads) {
    const chain = log.chains.get(request?.chainId ?? "");
    if (chain === undefined || isLoadChain(recent, chain.id)) continue;
    if (!isListed(chain) && chainOutcome(chain).kind !== "pending") yield chainsDropped(tabId, [chain.id]);
  }
}
