/**
 * A HAR → chains. HAR has no chains: an entry that redirects is followed by the next entry for its target. Methods and
 * bodies are the entries' own. A redirect that nothing follows was not followed, as far as the file knows.
 */
import { parseUrl } from "../location-url.ts";
import type { Chain, Hop } from "../redirect-chain.ts";
import { isAside, readExchange, type HarExchange } from "./har-exchange.ts";
import { present } from "./read-fields.ts";

type Group = [HarExchange, ...HarExchange[]];

/** Yields the number of each entry before it is read, and before its chain is looked for. */
export function* importHar(entries: readonly unknown[]): Generator<number, Chain[]> {
  const exchanges: HarExchange[] = [];
  for (const [index, entry] of entries.entries()) {
    yield index + 1;
    if (!isAside(entry)) exchanges.push(readExchange(entry));
  }
  // A preflight is no hop of what it asks for, but one that is redirected is why a fetch failed.
  const hops = exchanges.filter(({ isPreflight, target }) => !isPreflight || target !== undefined);
  // Proxies list requests in the order of their ends.
  const inOrder = hops.toSorted((a, b) => a.startedAt - b.startedAt);
  return (yield* groupsOf(inOrder)).map(chainOf);
}

/** A browser follows at once. Later, the same address is another visit to it. */
const longestGapMs = 10_000;
/** Redirects to one place that nothing has followed yet; a file with more of them at a time is none of a browser's. */
const mostWaiting = 100;

function* groupsOf(exchanges: readonly HarExchange[]): Generator<number, Group[]> {
  const groups: Group[] = [];
  /** Groups that end in a redirect, by where it leads. */
  const waiting = new Map<string, Group[]>();
  for (const [index, exchange] of exchanges.entries()) {
    yield index + 1;
    const candidates = waiting.get(placeOf(exchange.url, exchange.chainMark)) ?? [];
    const at = candidates.findIndex((group) => isFollowedBy(group.at(-1) ?? group[0], exchange));
    const [followed] = at < 0 ? [] : candidates.splice(at, 1);
    const group: Group = followed ?? [exchange];
    if (followed === undefined) groups.push(group);
    else group.push(exchange);
    if (exchange.target === undefined || exchange.error !== undefined || exchange.isPreflight) continue;
    const place = placeOf(exchange.target, exchange.chainMark);
    const others = waiting.get(place);
    if (others === undefined) waiting.set(place, [group]);
    else others.push(group);
    if (others !== undefined && others.length > mostWaiting) others.shift();
  }
  return groups;
}

/**
 * As browsers write it, which some tools do not, and without its fragment, which no server is sent; our own mark tells apart
 * what went on at the same time.
 */
function placeOf(url: string, chainMark: string | undefined): string {
  return `${chainMark ?? ""} ${(parseUrl(url)?.href ?? url).replace(/#.*$/s, "")}`;
}

/** Of two at the same place. */
function isFollowedBy(redirect: HarExchange, next: HarExchange): boolean {
  const isMarked = redirect.chainMark !== undefined && redirect.chainMark === next.chainMark;
  // A browser keeps the method or asks with GET: a preflight, say, is no next hop. A script can send a form.
  const isAnyMethod = isMarked || redirect.source === "script";
  const isSameMethod = isAnyMethod || next.method === redirect.method || next.method === "GET";
  const waitedMs = next.startedAt - redirect.endedAt;
  const isAtOnce =
    next.startedAt >= redirect.startedAt && waitedMs <= longestGapMs + (redirect.delaySeconds ?? 0) * 1_000;
  return isSameMethod && isAtOnce;
}

function chainOf(group: Group, index: number): Chain {
  const [first, ...rest] = group.map((exchange, at) => hopOf(exchange, at < group.length - 1)) as [Hop, ...Hop[]];
  const id = `har-${index + 1}`;
  return present({
    id,
    requestId: id,
    tabId: 0,
    frameId: 0,
    resourceType: group[0].resourceType,
    initiator: group[0].initiator,
    beginningMissed: group[0].isBeginningMissed ? (true as const) : undefined,
    hops: [first, ...rest] as const,
  });
}

function hopOf(exchange: HarExchange, isFollowed: boolean): Hop {
  const { url, method, body, startedAt, endedAt, requestHeaders, inferred, answer, error, target, source } = exchange;
  const request = { url, method, body, startedAt, ...present({ requestHeaders, inferred }) };
  const isInternal = answer === undefined;
  if (target !== undefined && (isFollowed || isInternal || error !== undefined || exchange.isPending)) {
    const redirect = {
      ...request,
      state: "redirected",
      redirectUrl: target,
      endedAt,
      ...present({ stoppedBy: error }),
    } as const;
    switch (source) {
      case "server":
        if (answer !== undefined) return { ...redirect, source, answer };
        break;
      case "meta-refresh":
      case "refresh-header":
      case "script":
      case "page":
        if (answer !== undefined) {
          return { ...redirect, source, answer, ...present({ delaySeconds: exchange.delaySeconds }) };
        }
        break;
      default:
        return { ...redirect, source, ...present({ reportedStatus: exchange.reportedStatus }) };
    }
  }
  if (error !== undefined) return { ...request, state: "failed", error, endedAt, ...present({ answer }) };
  // No answer and no error: how it ended is not known.
  if (answer === undefined || exchange.isPending) return { ...request, state: "pending", ...present({ answer }) };
  return { ...request, state: "answered", answer, endedAt };
}
