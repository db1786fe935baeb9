/**
 * Redirects that a page makes itself. The content script tells that the page goes elsewhere without a person's doing;
 * here it becomes the redirect that joins the request that follows to the chain that delivered the page. Where the page's
 * word was lost (it may be gone before a background that was stopped has started), the browser's own has to do.
 */
import { parseRefresh } from "./declarative-refresh.ts";
import { isSameRequestUrl, isSameResource, isWebUrl } from "./location-url.ts";
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
} from "./redirect-chain.ts";
import type { ClientNavigated } from "./request-event.ts";

/** The request follows at once; longer than this, only a person's answer to "Leave site?" stands in between. */
const longestPauseMs = 10_000;
/** A page that was asked for and left within this time was hardly left by a person. */
const soonestClickMs = 5_000;

/**
 * The chain that delivered the page, ending in a redirect to the chain that follows. Undefined when the navigation is not
 * this page's, or leads elsewhere, or is no redirect.
 */
export function redirectedByPage(page: Chain, navigation: ClientNavigated, next: Chain): Chain | undefined {
  if (!isSameResource(lastHop(page).url, navigation.documentUrl)) return undefined;
  if (!leadsTo(navigation, next.hops[0].url, next.hops[0].startedAt)) return undefined;
  return leftTo(page, navigation, (answer) => clientCause(navigation, answer));
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
    (answer) => refreshHeaderCause(answer, documentUrl, url) ?? (isSoon ? { source: "page" } : undefined),
  );
}

/** The page's own word, come after the browser's. Undefined when the chain does not wait for it. */
export function withToldCause(chain: Chain, navigation: ClientNavigated): Chain | undefined {
  const [first, ...others] = chain.hops;
  const toldHop = (hop: Hop): Hop => {
    if (hop.state !== "redirected" || !isClientRedirect(hop) || hop.source !== "page") return hop;
    if (!isSameResource(hop.url, navigation.documentUrl)) return hop;
    if (!isSameRequestUrl(hop.redirectUrl, navigation.url)) return hop;
    return { ...hop, ...clientCause(navigation, hop.answer) };
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

function clientCause({ url, documentUrl, baseUrl, metaRefresh, isUserActive }: ClientNavigated, answer: Answer) {
  if (!isWebUrl(url)) return undefined;
  // A page that loads itself again, once or every minute, sends nobody anywhere.
  if (isSameResource(url, documentUrl)) return undefined;
  return (
    refreshCause("meta-refresh", metaRefresh, baseUrl, url) ??
    refreshHeaderCause(answer, documentUrl, url) ??
    // A click that a page's script answers by going elsewhere is how applications follow links: a person's doing.
    (isUserActive ? undefined : ({ source: "script" } satisfies ClientCause))
  );
}

function refreshHeaderCause({ headers }: Answer, documentUrl: string, url: string): ClientCause | undefined {
  return refreshCause("refresh-header", headerValue(headers, "refresh"), documentUrl, url);
}

function refreshCause(
  source: "meta-refresh" | "refresh-header",
  value: string | undefined,
  baseUrl: string,
  url: string,
): ClientCause | undefined {
  const refresh = value === undefined ? undefined : parseRefresh(value, baseUrl);
  return refresh !== undefined && isSameResource(refresh.url, url)
    ? { source, delaySeconds: refresh.delaySeconds }
    : undefined;
}
