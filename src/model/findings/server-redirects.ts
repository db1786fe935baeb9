/**
 * The redirects that a server sent, followed or not. Browsers report an unfollowed redirect either as a redirect event
 * or as a response with a redirect status and Location.
 */
import { locationUrl } from "../url/location-url.ts";
import { answerOf, headerValue, type Answer, type Chain, type Hop } from "../chain/redirect-chain.ts";
import { isRedirectStatus, type RedirectStatus } from "../meaning/redirect-status.ts";

export interface ObservedServerRedirect {
  readonly hop: Hop;
  readonly index: number;
  readonly answer: Answer;
  readonly status: RedirectStatus;
  /** The target of Location; if no Location was seen, the target that the browser reported. */
  readonly target: string;
}

/** Cached, because most findings need them. A chain is immutable. */
const cache = new WeakMap<Chain, readonly ObservedServerRedirect[]>();

export function serverRedirects(chain: Chain): readonly ObservedServerRedirect[] {
  const seen = cache.get(chain) ?? findServerRedirects(chain);
  cache.set(chain, seen);
  return seen;
}

function findServerRedirects(chain: Chain): ObservedServerRedirect[] {
  return chain.hops.flatMap((hop, index) => {
    const answer = answerOf(hop);
    const isServers = hop.state === "redirected" ? hop.source === "server" : hop.state !== "pending";
    if (!isServers || answer === undefined || !isRedirectStatus(answer.status)) return [];
    const location = headerValue(answer.headers, "location");
    const named = location === undefined ? undefined : locationUrl(location, hop.url);
    const seen = hop.state === "redirected" ? hop.redirectUrl : undefined;
    const target = named !== undefined && "url" in named ? named.url : seen;
    return target === undefined ? [] : [{ hop, index, answer, status: answer.status, target }];
  });
}
