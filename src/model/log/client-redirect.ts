/**
 * Redirects that a page makes itself. The content script tells that the page goes elsewhere without a person's doing;
 * here it becomes the redirect that joins the request that follows to the chain that delivered the page. Where the page's
 * word was lost (it may be gone before a background that was stopped has started), the browser's own has to do.
 */
import { parseRefresh } from "../url/declarative-refresh.ts";
import { isSameRequestUrl, isSameResource, isWebUrl } from "../url/location-url.ts";
import {
  answerOf,
  headerValue,
  isClientRedirect,
  lastHop,
  withLastHop,
  type Answer,
  type Chain,
  type ClientSource,
  type Hop,
} from "../chain/redirect-chain.ts";
import type { ClientNavigated } from "./log-event.ts";

/** The request follows at once; longer than this, only a person's answer to "Leave site?" stands in between. */
const longestPauseMs = 10_000;
/** A page that was asked for and left within this time was hardly left by a person. */
const soonestClickMs = 5_000;
/** Pages and requests are timed by different clocks, and Firefox can round the page's to 100 ms. */
const clockToleranceMs = 250;

/**
 * The chain that delivered the page, ending in a redirect to the chain that follows. Undefined when the navigation is not
 * this page's, or leads elsewhere, or is no redirect.
 */
export function redirectedByPage(page: Chain, navigation: ClientNavigated, next: Chain): Chain | undefined {
  if (!isSameResource(lastHop(page).url, navigation.documentUrl)) return undefined;
  if (!leadsTo(navigation, next.hops[0].url, next.hops[0].startedAt)) return undefined;
  return leftTo(page, navigation, (answer) => clientCause(navigation, lastHop(page), answer));
}

/**
 * The same when only the browser says that the page led to the chain that follows. Chromium 156 says so of a
 * location.replace() that a person's click led to, too.
 */
export function redirectedUntold(page: Chain, next: Chain): Chain | undefined {
  const { url, startedAt } = next.hops[0];
  const { startedAt: askedAt, url: documentUrl } = lastHop(page);
  if (!isWebUrl(url) || isSameResource(url, documentUrl)) return undefined;
  const isSoon = startedAt - askedAt < soonestClickMs;
  return leftTo(
    page,
    { url, at: startedAt },
    (answer) =>
      refreshCause(refreshHeader(answer, documentUrl), url, startedAt - askedAt) ??
      (isSoon ? { source: "page" } : undefined),
  );
}

/** The page's own word, come after the browser's. Undefined when the chain does not wait for it. */
export function withToldCause(chain: Chain, navigation: ClientNavigated): Chain | undefined {
  const [first, ...others] = chain.hops;
  const toldHop = (hop: Hop): Hop => {
    if (hop.state !== "redirected" || !isClientRedirect(hop) || hop.source !== "page") return hop;
    if (!isSameResource(hop.url, navigation.documentUrl)) return hop;
    if (!isSameRequestUrl(hop.redirectUrl, navigation.url)) return hop;
    return { ...hop, ...clientCause(navigation, hop, hop.answer) };
  };
  const hops = [toldHop(first), ...others.map(toldHop)] as const;
  return hops.every((hop, index) => hop === chain.hops[index]) ? undefined : { ...chain, hops };
}

function leftTo(
  page: Chain,
  { url: redirectUrl, at }: { readonly url: string; readonly at: number },
  causeOf: (answer: Answer) => ClientCause | undefined,
): Chain | undefined {
  const hop = lastHop(page);
  const answer = answerOf(hop);
  if (answer === undefined || hop.state === "redirected") return undefined;
  const cause = causeOf(answer);
  if (cause === undefined) return undefined;
  const { url, method, body, requestHeaders, inferred } = hop;
  return withLastHop(page, {
    url,
    method,
    body,
    startedAt: hop.startedAt,
    ...(requestHeaders === undefined ? {} : { requestHeaders }),
    ...(inferred === undefined ? {} : { inferred }),
    state: "redirected",
    ...cause,
    answer,
    redirectUrl,
    endedAt: hop.state === "pending" ? at : hop.endedAt,
  });
}

/** Whether a request for the URL at that time can be where the page went. */
export function leadsTo(navigation: ClientNavigated, url: string, at: number): boolean {
  return isSameRequestUrl(url, navigation.url) && Math.abs(at - navigation.at) <= longestPauseMs;
}

interface ClientCause {
  readonly source: ClientSource;
  readonly delaySeconds?: number;
}

function clientCause(navigation: ClientNavigated, { startedAt }: Hop, answer: Answer): ClientCause | undefined {
  const { url, at, documentUrl, baseUrl, metaRefreshes = [], hasMoreRefreshes, isUserActive } = navigation;
  if (!isWebUrl(url)) return undefined;
  // A page that loads itself again, once or every minute, sends nobody anywhere.
  if (isSameResource(url, documentUrl)) return undefined;
  const metas = metaRefreshes.map((value) => ({ source: "meta-refresh", value, baseUrl }) as const);
  const refresh = refreshCause([...metas, ...refreshHeader(answer, documentUrl)], url, at - startedAt);
  if (refresh !== undefined) return refresh;
  // A click that a page's script answers by going elsewhere is how applications follow links: a person's doing.
  if (isUserActive) return undefined;
  return { source: hasMoreRefreshes === true ? "page" : "script" };
}

interface Refresh {
  readonly source: "meta-refresh" | "refresh-header";
  readonly value: string;
  readonly baseUrl: string;
}

function refreshHeader({ headers }: Answer, documentUrl: string): Refresh[] {
  const value = headerValue(headers, "refresh");
  return value === undefined ? [] : [{ source: "refresh-header", value, baseUrl: documentUrl }];
}

/**
 * The refresh that led to the URL. HTML says that only the first one of a document counts; but Chromium 156 replaces a
 * refresh by a later one with a shorter delay, and Firefox 153 starts a timer for each. So any may have led there, and of
 * several the one with the shortest delay did; but none whose delay was not over.
 */
function refreshCause(refreshes: readonly Refresh[], url: string, waitedMs: number): ClientCause | undefined {
  return refreshes
    .flatMap(({ source, value, baseUrl }) => {
      const refresh = parseRefresh(value, baseUrl);
      if (refresh === undefined || !isSameResource(refresh.url, url)) return [];
      const { delaySeconds } = refresh;
      return delaySeconds * 1000 <= waitedMs + clockToleranceMs ? [{ source, delaySeconds }] : [];
    })
    .toSorted((a, b) => a.delaySeconds - b.delaySeconds)
    .at(0);
}
