/**
 * Finds the HAR entry that follows each redirect. HAR has no chains: a redirect is followed by an entry for its target.
 * If several entries match, the redirects to a URL are paired with the requests for it at the minimum total distance in
 * time (decision D125).
 */
import { expectedFollowedMethod } from "../chain/followed-method.ts";
import { parseUrl } from "../url/location-url.ts";
import { unknownMethod } from "../chain/redirect-chain.ts";
import { isRedirectStatus } from "../meaning/redirect-status.ts";
import { minCostAssignment } from "./min-cost-assignment.ts";
import type { HarExchange } from "./har-exchange.ts";
import type { HarTarget } from "./har-targets.ts";

export interface JoinedExchange {
  readonly exchange: HarExchange;
  /** The redirect target. */
  readonly target?: HarTarget;
}

export type Group = [JoinedExchange, ...JoinedExchange[]];

/** A browser follows a redirect immediately. After this gap, a request for the same URL is usually another visit. */
const maxGapMs = 10_000;
/** The sum of rounded phases can exceed the actual end by this much. */
const roundingMs = 5;

/** `exchanges` must be sorted by start time. Yields regularly, so that a page can stay responsive. */
export function* joinRedirects(exchanges: readonly HarExchange[]): Generator<number, Group[]> {
  const candidates = byPlace(exchanges);
  const targets = exchanges.map((exchange) => likeliestTarget(exchange, exchanges, candidates));
  const redirects = new Map<string, number[]>();
  for (const [index, target] of targets.entries()) {
    const exchange = exchanges[index];
    if (target === undefined || exchange === undefined || !canBeFollowed(exchange)) continue;
    push(redirects, placeOf(target.url, exchange.chainMark), index);
  }
  const followerOf = new Map<number, number>();
  for (const [place, waiting] of redirects) {
    yield 0;
    yield* pairAll(exchanges, waiting, candidates.get(place) ?? [], followerOf);
  }
  return grouped(exchanges, targets, followerOf);
}

function grouped(
  exchanges: readonly HarExchange[],
  targets: readonly (HarTarget | undefined)[],
  followerOf: ReadonlyMap<number, number>,
): Group[] {
  const followers = new Set(followerOf.values());
  return exchanges.flatMap((exchange, first) => {
    if (followers.has(first)) return [];
    const group: Group = [joined(exchange, targets[first])];
    for (let at = followerOf.get(first); at !== undefined; at = followerOf.get(at)) {
      const next = exchanges[at];
      if (next !== undefined) group.push(joined(next, targets[at]));
    }
    return [group];
  });
}

function joined(exchange: HarExchange, target: HarTarget | undefined): JoinedExchange {
  return target === undefined ? { exchange } : { exchange, target };
}

function canBeFollowed({ error, isPreflight }: HarExchange): boolean {
  return error === undefined && !isPreflight;
}

/**
 * The URL as browsers serialize it, without the parts that aren't sent in it: fragment, user and password. The chain
 * mark separates this exporter's chains that ran at the same time.
 */
function placeOf(url: string, chainMark: string | undefined): string {
  const plain = (parseUrl(url)?.href ?? url)
    .replace(/#.*$/s, "")
    .replace(/^([a-z]+:\/\/)[^/?@]*@/, "$1")
    .replaceAll(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase());
  return `${chainMark ?? ""} ${plain}`;
}

function byPlace(exchanges: readonly HarExchange[]): ReadonlyMap<string, readonly number[]> {
  const indices = new Map<string, number[]>();
  for (const [index, { url, chainMark }] of exchanges.entries()) push(indices, placeOf(url, chainMark), index);
  return indices;
}

function push(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The first target that's requested immediately; otherwise the first that's requested at all; otherwise the first. */
function likeliestTarget(
  exchange: HarExchange,
  exchanges: readonly HarExchange[],
  candidates: ReadonlyMap<string, readonly number[]>,
): HarTarget | undefined {
  const { targets, chainMark } = exchange;
  if (targets.length < 2) return targets[0];
  const isFollowed = (fits: Fits) => (target: HarTarget) =>
    candidates.get(placeOf(target.url, chainMark))?.some((index) => {
      const next = exchanges[index];
      return next !== undefined && next !== exchange && canFollow(exchange, next) && fits(gapMs(exchange, next));
    }) === true;
  return targets.find(isFollowed(isAtOnce)) ?? targets.find(isFollowed(() => true)) ?? targets[0];
}

/** Whether `next` can be the request that follows `redirect`. */
function canFollow(redirect: HarExchange, next: HarExchange): boolean {
  if (next.startedAt < redirect.startedAt) return false;
  const isMarked = redirect.chainMark !== undefined && redirect.chainMark === next.chainMark;
  const isUnknown = redirect.method === unknownMethod || next.method === unknownMethod;
  // A browser keeps the method or uses GET, so a preflight, for example, isn't the next hop. A script can submit a
  // form.
  const isAnyMethod = isMarked || isUnknown || redirect.source === "script";
  return isAnyMethod || next.method === redirect.method || next.method === "GET";
}

/** Milliseconds from the end of the redirect, plus its delay, to the next request. */
function gapMs(redirect: HarExchange, next: HarExchange): number {
  return next.startedAt - redirect.endedAt - (redirect.delaySeconds ?? 0) * 1_000;
}

type Fits = (gap: number) => boolean;

const isAtOnce: Fits = (gap) => gap >= -roundingMs && gap <= maxGapMs;
const isLate: Fits = (gap) => gap > maxGapMs;
const isEarly: Fits = (gap) => gap < -roundingMs;

/**
 * Pairs the redirects to one URL: first with immediate requests, then with unambiguous late ones, then with early ones.
 */
function* pairAll(
  exchanges: readonly HarExchange[],
  redirects: readonly number[],
  candidates: readonly number[],
  followerOf: Map<number, number>,
): Generator<number, void> {
  const taken = new Set<number>();
  for (const fits of [isAtOnce, isLate, isEarly]) {
    const free = candidates.filter((index) => !taken.has(index));
    const lastFirst = fits === isLate ? free.toReversed() : [];
    const waiting = redirects
      .filter((index) => !followerOf.has(index))
      .filter((index) => fits !== isLate || hasOneLate(exchanges, index, lastFirst))
      .toSorted((a, b) => (exchanges[a]?.endedAt ?? 0) - (exchanges[b]?.endedAt ?? 0));
    for (let at = 0; at < waiting.length && free.length > 0; at += blockSize) {
      yield 0;
      const block = waiting.slice(at, at + blockSize);
      for (const [redirect, follower] of paired(exchanges, block, free, taken, fits)) {
        followerOf.set(redirect, follower);
        taken.add(follower);
      }
    }
  }
}

/** Bounds the cost of an assignment: browsers don't write files with more simultaneous redirects to one URL. */
const blockSize = 32;
const maxFollowers = 2 * blockSize;
const impossibleCost = 1e8;

function paired(
  exchanges: readonly HarExchange[],
  redirects: readonly number[],
  free: readonly number[],
  taken: ReadonlySet<number>,
  fits: Fits,
): (readonly [redirect: number, follower: number])[] {
  const cost = (redirect: number, follower: number) => costOf(exchanges, redirect, follower, fits);
  const followers: number[] = [];
  for (const index of free) {
    if (followers.length === maxFollowers) break;
    if (!taken.has(index) && redirects.some((redirect) => cost(redirect, index) < impossibleCost))
      followers.push(index);
  }
  if (followers.length === 0) return [];
  const costs = redirects.map((redirect) => {
    const row = followers.map((follower) => cost(redirect, follower));
    // A redirect can stay unmatched.
    return [...row, ...redirects.map(() => impossibleCost)];
  });
  return minCostAssignment(costs).flatMap((column, row) => {
    const [redirect, follower] = [redirects[row], followers[column]];
    const isPair =
      redirect !== undefined && follower !== undefined && (costs[row]?.[column] ?? impossibleCost) < impossibleCost;
    return isPair ? [[redirect, follower] as const] : [];
  });
}

/** The typical gap between a redirect and the next request; smaller differences are insignificant. */
const usualGapMs = 6;
/** Equivalent to a distance of about a tenth of a second. */
const unexpectedMethodCost = 25;

/**
 * Distances up to the usual gap cost almost nothing. Beyond it, the cost grows more slowly than the distance: one
 * immediate and one distant request are more likely than two at medium distances.
 */
function costOf(exchanges: readonly HarExchange[], from: number, to: number, fits: Fits): number {
  const [redirect, next] = [exchanges[from], exchanges[to]];
  if (redirect === undefined || next === undefined || to <= from || !canFollow(redirect, next)) return impossibleCost;
  const gap = gapMs(redirect, next);
  if (!fits(gap)) return impossibleCost;
  const distance = Math.min(Math.abs(gap), 1e7);
  const cost = Math.max(0, distance - usualGapMs) ** 0.7 + Math.min(distance, usualGapMs) ** 2 / 100;
  return isMethodExpected(redirect, next) ? cost : cost + unexpectedMethodCost;
}

function isMethodExpected({ answer, method }: HarExchange, next: HarExchange): boolean {
  if (answer === undefined || !isRedirectStatus(answer.status)) return true;
  return expectedFollowedMethod(answer.status, method) === next.method;
}

/** A late request matches only if it's the only late one of the same resource type. */
function hasOneLate(exchanges: readonly HarExchange[], from: number, lastFirst: readonly number[]): boolean {
  const redirect = exchanges[from];
  let count = 0;
  for (const index of lastFirst) {
    const next = exchanges[index];
    if (redirect === undefined || next === undefined || index <= from) break;
    if (!canFollow(redirect, next) || !isLate(gapMs(redirect, next)) || !isSameKind(redirect, next)) continue;
    count += 1;
    if (count > 1) return false;
  }
  return count === 1;
}

function isSameKind(redirect: HarExchange, next: HarExchange): boolean {
  return [redirect.resourceType, next.resourceType].includes("other") || redirect.resourceType === next.resourceType;
}
