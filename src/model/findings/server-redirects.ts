/**
 * The redirects that a server sent, followed or not: Chromium tells of one that was not followed by a redirect event,
 * Firefox by its status and Location.
 */
import { locationUrl } from "../url/location-url.ts";
import { answerOf, headerValue, type Answer, type Chain, type Hop } from "../chain/redirect-chain.ts";
import { isRedirectStatus, type RedirectStatus } from "../meaning/redirect-status.ts";

export interface ServerRedirectSeen {
  readonly hop: Hop;
  readonly index: number;
  readonly answer: Answer;
  readonly status: RedirectStatus;
  /** Where Location points; without one that was seen, where the browser said it goes. */
  readonly target: string;
}

/** Most findings ask for the same, and a chain is never changed, only replaced. */
const seenIn = new WeakMap<Chain, readonly ServerRedirectSeen[]>();

export function serverRedirects(chain: Chain): readonly ServerRedirectSeen[] {
  const seen = seenIn.get(chain) ?? lookFor(chain);
  seenIn.set(chain, seen);
  return seen;
}

function lookFor(chain: Chain): ServerRedirectSeen[] {
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
