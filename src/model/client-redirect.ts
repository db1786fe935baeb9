/**
 * Redirects that a page makes itself. The content script tells that the page goes elsewhere without a person's doing;
 * here it becomes the redirect that joins the request that follows to the chain that delivered the page.
 */
import { parseRefresh } from "./declarative-refresh.ts";
import { isSameRequestUrl, isSameResource, isWebUrl } from "./location-url.ts";
import {
  answerOf,
  headerValue,
  lastHop,
  withLastHop,
  type Answer,
  type Chain,
  type ClientSource,
} from "./redirect-chain.ts";
import type { ClientNavigated } from "./request-event.ts";

/** The request follows at once; longer than this, only a person's answer to "Leave site?" stands in between. */
const longestPauseMs = 10_000;

/**
 * The chain that delivered the page, ending in a redirect to the chain that follows. Undefined when the navigation is not
 * this page's, or leads elsewhere, or is no redirect.
 */
export function redirectedByPage(page: Chain, navigation: ClientNavigated, next: Chain): Chain | undefined {
  const hop = lastHop(page);
  const answer = answerOf(hop);
  if (answer === undefined || hop.state === "redirected") return undefined;
  if (!isSameResource(hop.url, navigation.documentUrl)) return undefined;
  if (!leadsTo(navigation, next.hops[0].url, next.hops[0].startedAt)) return undefined;
  const cause = clientCause(navigation, answer);
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
    redirectUrl: navigation.url,
    endedAt: hop.state === "pending" ? navigation.at : hop.endedAt,
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
    refreshCause("refresh-header", headerValue(answer.headers, "refresh"), documentUrl, url) ??
    // A click that a page's script answers by going elsewhere is how applications follow links: a person's doing.
    (isUserActive ? undefined : ({ source: "script" } satisfies ClientCause))
  );
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
