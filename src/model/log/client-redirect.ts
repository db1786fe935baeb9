/**
 * Redirects that a page makes itself. The content script reports that the page navigates without a link or the address
 * bar; here this becomes the redirect that joins the next request to the chain that delivered the page. The browser's own
 * report is the fallback (decision D5).
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

/** The request follows immediately, unless the browser asks the user whether to leave the site. */
export const maxPauseMs = 10_000;
/** A navigation sooner than this after the page's request was probably not started by the user. */
const minClickMs = 5_000;
/** Pages and requests use different clocks, and a browser may round a page's clock to 100 ms. */
const clockToleranceMs = 250;

/**
 * The page's chain, ending in a redirect to the `next` chain. Undefined when the navigation belongs to another page,
 * has another target, or is not a redirect.
 */
export function redirectedByPage(page: Chain, navigation: ClientNavigated, next: Chain): Chain | undefined {
  if (!isSameResource(lastHop(page).url, navigation.documentUrl)) return undefined;
  if (!leadsTo(navigation, next.hops[0].url, next.hops[0].startedAt)) return undefined;
  return leftTo(page, navigation, (answer) => clientCause(navigation, lastHop(page), answer));
}

/**
 * The same when only the browser reports that the page redirected to the `next` chain. A browser may also report this
 * for a location.replace() in a click handler.
 */
export function redirectedByUnknownCause(page: Chain, next: Chain): Chain | undefined {
  const { url, startedAt } = next.hops[0];
  const { startedAt: askedAt, url: documentUrl } = lastHop(page);
  if (!isWebUrl(url) || isSameResource(url, documentUrl)) return undefined;
  const isSoon = startedAt - askedAt < minClickMs;
  return leftTo(
    page,
    { url, at: startedAt },
    (answer) =>
      refreshCause(refreshHeader(answer, documentUrl), url, startedAt - askedAt) ??
      (isSoon ? { source: "page" } : undefined),
  );
}

/**
 * Adds the cause that the page reports to a redirect that only the browser had reported. Undefined: there is no such
 * redirect.
 */
export function withReportedCause(chain: Chain, navigation: ClientNavigated): Chain | undefined {
  const [first, ...others] = chain.hops;
  const explained = (hop: Hop): Hop => {
    if (hop.state !== "redirected" || !isClientRedirect(hop) || hop.source !== "page") return hop;
    if (!isSameResource(hop.url, navigation.documentUrl)) return hop;
    if (!isSameRequestUrl(hop.redirectUrl, navigation.url)) return hop;
    return { ...hop, ...clientCause(navigation, hop, hop.answer) };
  };
  const hops = [explained(first), ...others.map(explained)] as const;
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

/** Whether a request for the URL at that time can be the target of the navigation. */
export function leadsTo(navigation: ClientNavigated, url: string, at: number): boolean {
  return Math.abs(at - navigation.at) <= maxPauseMs && isSameRequestUrl(url, navigation.url);
}

interface ClientCause {
  readonly source: ClientSource;
  readonly delaySeconds?: number;
}

function clientCause(navigation: ClientNavigated, { startedAt }: Hop, answer: Answer): ClientCause | undefined {
  const { url, at, documentUrl, baseUrl, metaRefreshes = [], hasMoreRefreshes, isUserActive } = navigation;
  if (!isWebUrl(url)) return undefined;
  // A page that reloads itself is not a redirect.
  if (isSameResource(url, documentUrl)) return undefined;
  const metas = metaRefreshes.map((value) => ({ source: "meta-refresh", value, baseUrl }) as const);
  const refresh = refreshCause([...metas, ...refreshHeader(answer, documentUrl)], url, at - startedAt);
  if (refresh !== undefined) return refresh;
  // Applications navigate by script in click handlers: then the user navigated.
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
 * The refresh that led to the URL: of those whose delay was over, the one with the shortest delay, whatever its place in
 * the document (decision D6).
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
