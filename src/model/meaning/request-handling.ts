/**
 * What a server's redirect means for the request that it answered, when the browser goes on with another method or
 * without the body. Findings and the form verdict share it, so that they cannot contradict each other.
 */
import { finalAnswer, isOver, isSuccess } from "../findings/chain-outcome.ts";
import { isRespelled, isSameSite } from "../url/compare-urls.ts";
import { queryParameters } from "../url/query-parameters.ts";
import { parseUrl } from "../url/location-url.ts";
import {
  answerOf,
  isClientRedirect,
  lastHop,
  type Chain,
  type Hop,
  type ServerRedirect,
} from "../chain/redirect-chain.ts";
import { isSamePage, isSignInPage, isSignInStep, isSignInUrl, leadsBackTo } from "./sign-in.ts";

export type Handling =
  /** 303: the server says that the answer is elsewhere, to be fetched with GET (RFC 9110 §15.4.4). */
  | "see-other"
  /** A POST answered with 302, and a page of the site that answers well. */
  | "post-redirect-get"
  /** OAuth and the like: the server took the form and sends its result to another site, in the query. */
  | "handed-over"
  /** Whoever posted was not signed in: the data is gone. */
  | "sent-to-sign-in"
  /** A sign-in form took its data, and leads back to an address that takes forms only. */
  | "returned-from-sign-in"
  /** A beacon's or a report's data: nobody reads the answer, so the redirect can only be a mistake. */
  | "unread"
  /** It cannot be seen whether the server handled the data before it redirected. */
  | "undecided"
  /** The redirect only respells the URL, or the target misses the data. */
  | "lost";

/** `good`: nothing to change; `bad`: data did not arrive; `open`: it depends on what cannot be seen. */
export const handlingTones = {
  "see-other": "good",
  "post-redirect-get": "good",
  "handed-over": "good",
  "sent-to-sign-in": "bad",
  "returned-from-sign-in": "good",
  unread: "bad",
  undecided: "open",
  lost: "bad",
} as const satisfies Record<Handling, "good" | "bad" | "open">;

/** Undefined while the chain is under way, and for hops that no server redirected to another method. */
export function handlingOf(chain: Chain, index: number): Handling | undefined {
  const hop = chain.hops[index];
  const next = chain.hops[index + 1];
  if (!isOver(chain) || hop?.state !== "redirected" || hop.source !== "server") return undefined;
  if (next === undefined) return unreadTypes.has(chain.resourceType) && !isOnlyReading(hop) ? "unread" : undefined;
  if (next.method === hop.method || isOnlyReading(hop)) return undefined;
  if (isRespelled(hop.url, hop.redirectUrl)) return "lost";
  if (signInHop(chain, index) !== undefined) return "sent-to-sign-in";
  if (isReturnFromSignIn(chain, index)) return "returned-from-sign-in";
  const { status } = hop.answer;
  if (status === 303) return "see-other";
  if (unreadTypes.has(chain.resourceType)) return "unread";
  if (status !== 302 || hop.method !== "POST") return "lost";
  return handlingOf302(chain, hop);
}

function handlingOf302(chain: Chain, hop: ServerRedirect): Handling {
  const status = statusAtEnd(chain) ?? 0;
  if (isGrantGiven(chain, hop)) return "handed-over";
  // The target takes another method, or misses what the form had; after a sign-in it misses nothing.
  if (status === 405 || ((status === 400 || status === 422) && !isSignInStep(hop.url))) return "lost";
  const isForm = hop.body.presence !== "present" || hop.body.kind === "form" || chain.resourceType !== "xmlhttprequest";
  const { url: endUrl } = lastHop(chain);
  // Sign-in pages need not be given the way back: the session may have it.
  const isMaybeSignIn = isSignInPage(endUrl) && !isSignInStep(hop.url);
  const isSeenToWork =
    (isSuccess(finalAnswer(chain)) || status === 304) && isSameSite(hop.url, endUrl) && !isMaybeSignIn;
  return isForm && isSeenToWork ? "post-redirect-get" : "undecided";
}

/** Nobody reads the answers to these: what webRequest calls sendBeacon, pings and reports. */
const unreadTypes: ReadonlySet<string> = new Set(["ping", "beacon", "csp_report"]);

/** The result of a form at a sign-in service, handed to the site that asked for it, at once or some redirects later. */
function isGrantGiven(chain: Chain, form: ServerRedirect): boolean {
  return requestHops(chain, chain.hops.indexOf(form)).some(
    (hop) => hop.state === "redirected" && hasGrant(hop.redirectUrl) && !isSameSite(hop.url, hop.redirectUrl),
  );
}

function isOnlyReading({ method, body }: Hop): boolean {
  return (method === "GET" || method === "HEAD") && body.presence !== "present";
}

/** The sign-in page that a posted request was sent to: it names the posted URL, or the chain comes back to that URL. */
export function signInHop(chain: Chain, index: number): number | undefined {
  const hop = chain.hops[index];
  if (hop?.state !== "redirected" || hop.source !== "server" || isOnlyReading(hop)) return undefined;
  if (chain.hops[index + 1]?.method === hop.method || isSignInStep(hop.url)) return undefined;
  const after = requestHops(chain, index).slice(1);
  const named = after.findIndex(({ url }) => leadsBackTo(url, hop.url));
  if (named !== -1) return index + 1 + named;
  const back = after.findIndex(({ url }, at) => at > 0 && isSamePage(url, hop.url));
  const signIn = after
    .slice(0, Math.max(0, back))
    .findIndex(({ url }) => isSignInUrl(url) || !isSameSite(url, hop.url));
  return signIn === -1 ? undefined : index + 1 + signIn;
}

/**
 * A sign-in form's own redirect, back to where the person came from, ends in 405: that address takes a form, which was
 * posted before the sign-in. To keep the sign-in's POST would post the password there.
 */
function isReturnFromSignIn(chain: Chain, index: number): boolean {
  const hop = chain.hops[index];
  if (hop?.state !== "redirected" || hop.source !== "server" || statusAtEnd(chain) !== 405) return false;
  const { status } = hop.answer;
  return (status === 302 || status === 303) && (leadsBackTo(hop.url, hop.redirectUrl) || isSignInUrl(hop.url));
}

/** OAuth 2 and OpenID Connect return a code or a token with the state that the other site sent; SAML its artifact. */
function hasGrant(url: string): boolean {
  const fragment = parseUrl(url)?.hash.slice(1) ?? "";
  const names = new Set(
    [...queryParameters(url), ...queryParameters(`http://fragment/?${fragment}`)].map(({ name }) => name.toLowerCase()),
  );
  const isGranted = ["code", "id_token", "access_token", "response", "error"].some((name) => names.has(name));
  return (isGranted && names.has("state")) || names.has("code") || names.has("samlart");
}

/** The hops of the request from this one on, up to a page that redirects: what it leads to is another request. */
export function requestHops(chain: Chain, index: number): readonly Hop[] {
  const after = chain.hops.slice(index);
  const page = after.findIndex((hop) => hop.state === "redirected" && isClientRedirect(hop));
  return page === -1 ? after : after.slice(0, page + 1);
}

function statusAtEnd(chain: Chain): number | undefined {
  return answerOf(lastHop(chain))?.status;
}

/** A step of a sign-in that leads to another address: to keep it with 307 would send a password there. */
export function isSignInElsewhere(hop: Hop): boolean {
  return hop.state === "redirected" && isSignInStep(hop.url) && !isRespelled(hop.url, hop.redirectUrl);
}
