/**
 * What a server redirect means for its request when the browser continues with another method or without the body.
 * Shared by findings and the form verdict, so that they can't contradict each other (decision D101).
 */
import { finalAnswer, isFinished, isSuccess } from "../findings/chain-outcome.ts";
import { isUrlVariant, isSameSite } from "../url/compare-urls.ts";
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
  /** 303: the response is at another URL and is fetched with GET (RFC 9110 §15.4.4). */
  | "see-other"
  /** A POST answered with 302, followed by a page of the same site that loads successfully. */
  | "post-redirect-get"
  /** OAuth and similar protocols: the server handled the form and passes the result to another site, in the query. */
  | "handed-over"
  /** The user wasn't signed in: the data is lost. */
  | "sent-to-sign-in"
  /** A sign-in form handled its data and redirects to a URL that accepts only form submissions. */
  | "returned-from-sign-in"
  /** A beacon or a report: the response is ignored, so the redirect can only be a mistake. */
  | "unread"
  /** Unknown whether the server handled the data before it redirected. */
  | "undecided"
  /** The target is only a variant of the URL, or it lacks the data. */
  | "lost";

/** `good`: nothing to change; `bad`: data didn't arrive; `open`: depends on facts that the browser doesn't report. */
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

/** Undefined while the chain is pending, and for hops that aren't server redirects or keep the method. */
export function handlingOf(chain: Chain, index: number): Handling | undefined {
  const hop = chain.hops[index];
  const next = chain.hops[index + 1];
  if (!isFinished(chain) || hop?.state !== "redirected" || hop.source !== "server") return undefined;
  if (next === undefined) return unreadTypes.has(chain.resourceType) && !isGetWithoutBody(hop) ? "unread" : undefined;
  if (next.method === hop.method || isGetWithoutBody(hop)) return undefined;
  if (isUrlVariant(hop.url, hop.redirectUrl)) return "lost";
  if (signInHop(chain, index) !== undefined) return "sent-to-sign-in";
  if (isReturnFromSignIn(chain, index)) return "returned-from-sign-in";
  const { status } = hop.answer;
  if (status === 303) return "see-other";
  if (unreadTypes.has(chain.resourceType)) return "unread";
  if (status !== 302 || hop.method !== "POST") return "lost";
  return handlingOf302(chain, hop);
}

function handlingOf302(chain: Chain, hop: ServerRedirect): Handling {
  const status = finalStatus(chain) ?? 0;
  if (isGrantGiven(chain, hop)) return "handed-over";
  // The target expects another method or lacks the form data; after a sign-in it needs no form data.
  if (status === 405 || ((status === 400 || status === 422) && !isSignInStep(hop.url))) return "lost";
  const isForm = hop.body.presence !== "present" || hop.body.kind === "form" || chain.resourceType !== "xmlhttprequest";
  const { url: endUrl } = lastHop(chain);
  // A sign-in page needs no return URL in its own URL: the session can have it.
  const isMaybeSignIn = isSignInPage(endUrl) && !isSignInStep(hop.url);
  const isSeenToWork =
    (isSuccess(finalAnswer(chain)) || status === 304) && isSameSite(hop.url, endUrl) && !isMaybeSignIn;
  return isForm && isSeenToWork ? "post-redirect-get" : "undecided";
}

/** webRequest's types for sendBeacon, pings and reports, whose responses are ignored. */
const unreadTypes: ReadonlySet<string> = new Set(["ping", "beacon", "csp_report"]);

/** The sign-in service passes the result of its form to the requesting site, directly or after further redirects. */
function isGrantGiven(chain: Chain, form: ServerRedirect): boolean {
  return requestHops(chain, chain.hops.indexOf(form)).some(
    (hop) => hop.state === "redirected" && hasGrant(hop.redirectUrl) && !isSameSite(hop.url, hop.redirectUrl),
  );
}

function isGetWithoutBody({ method, body }: Hop): boolean {
  return (method === "GET" || method === "HEAD") && body.presence !== "present";
}

/**
 * Index of the sign-in page that a form request was redirected to: it names the form's URL, or the chain returns to it.
 */
export function signInHop(chain: Chain, index: number): number | undefined {
  const hop = chain.hops[index];
  if (hop?.state !== "redirected" || hop.source !== "server" || isGetWithoutBody(hop)) return undefined;
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
 * Whether a sign-in form redirects the user back to a URL that returns 405, because it accepts only the form that was
 * submitted before the sign-in. Keeping the sign-in's POST would send the password there.
 */
function isReturnFromSignIn(chain: Chain, index: number): boolean {
  const hop = chain.hops[index];
  if (hop?.state !== "redirected" || hop.source !== "server" || finalStatus(chain) !== 405) return false;
  const { status } = hop.answer;
  return (status === 302 || status === 303) && (leadsBackTo(hop.url, hop.redirectUrl) || isSignInUrl(hop.url));
}

/** OAuth 2 and OpenID Connect return a code or a token with the requesting site's state; SAML returns an artifact. */
function hasGrant(url: string): boolean {
  const fragment = parseUrl(url)?.hash.slice(1) ?? "";
  const names = new Set(
    [...queryParameters(url), ...queryParameters(`http://fragment/?${fragment}`)].map(({ name }) => name.toLowerCase()),
  );
  const isGranted = ["code", "id_token", "access_token", "response", "error"].some((name) => names.has(name));
  return (isGranted && names.has("state")) || names.has("code") || names.has("samlart");
}

/** The hops of a request from `index` on, up to and including a client redirect, which starts another request. */
export function requestHops(chain: Chain, index: number): readonly Hop[] {
  const after = chain.hops.slice(index);
  const page = after.findIndex((hop) => hop.state === "redirected" && isClientRedirect(hop));
  return page === -1 ? after : after.slice(0, page + 1);
}

function finalStatus(chain: Chain): number | undefined {
  return answerOf(lastHop(chain))?.status;
}

/** A sign-in step that redirects to another URL: keeping the method with 307 would send a password there. */
export function isSignInElsewhere(hop: Hop): boolean {
  return hop.state === "redirected" && isSignInStep(hop.url) && !isUrlVariant(hop.url, hop.redirectUrl);
}
