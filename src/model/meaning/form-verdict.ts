/**
 * The verdict for debugging a form: did the method and body arrive, at which hop were they lost, and is the outcome
 * plausible? Facts only; the texts are in `_locales`.
 */
import { followedBody } from "../chain/followed-body.ts";
import { isFinished, isSuccess } from "../findings/chain-outcome.ts";
import { handlingOf, handlingTones, requestHops, signInHop, type Handling } from "./request-handling.ts";
import { networkErrorKind, wasSent, type NetworkErrorKind } from "./network-errors.ts";
import { isWebUrl } from "../url/location-url.ts";
import {
  answerOf,
  isClientRedirect,
  isEndMissing,
  isInternal,
  unknownMethod,
  type Chain,
  type Hop,
} from "../chain/redirect-chain.ts";
import { expectedFollowedMethod } from "../chain/followed-method.ts";
import { isRedirectStatus } from "./redirect-status.ts";
import { isSignInPage, isSignInStep } from "./sign-in.ts";

export type FormArrival =
  /** The request reached the last URL unchanged. */
  | { readonly kind: "arrived"; readonly body: "kept" | "none" | "unknown" }
  /** A hop handled the form and redirected the browser. */
  | { readonly kind: Extract<Handling, "see-other" | "post-redirect-get" | "handed-over">; readonly hop: number }
  | { readonly kind: "sent-to-sign-in"; readonly hop: number; readonly signInUrl: string }
  | { readonly kind: "returned-from-sign-in" | "unread" | "undecided"; readonly hop: number }
  | { readonly kind: "body-lost" | "method-changed"; readonly hop: number; readonly followedMethod: string }
  /** The redirect keeps method and body, but the request to its target wasn't sent, or it's unknown whether it was. */
  | { readonly kind: "not-sent" | "unconfirmed"; readonly hop: number }
  /** The response was a redirect that the browser didn't follow. */
  | { readonly kind: "not-followed"; readonly hop: number; readonly status: number };

export type FormEnd =
  | { readonly kind: "answered" | "error" | "without-data"; readonly status: number }
  /** 405 for this method. */
  | { readonly kind: "not-allowed"; readonly method: string }
  | { readonly kind: "failed"; readonly error: string; readonly errorKind: NetworkErrorKind }
  /** A URL with another scheme: the browser passes it to an app, if one is installed. */
  | { readonly kind: "handed-to-app"; readonly url: string };

export interface FormVerdict {
  readonly method: string;
  readonly arrival: FormArrival;
  readonly end: FormEnd;
  /** `open`: depends on facts that the browser doesn't report. */
  readonly tone: "good" | "bad" | "open";
  /** The number of forms in the chain; client redirects can submit several. The verdict is about the last one. */
  readonly formCount: number;
  /** An internal redirect, which keeps method and body; the server's own redirect might not. */
  readonly browserHop?: number;
}

/** Undefined while the chain is pending, and without a form: only GET and HEAD without a body. */
export function formVerdict(chain: Chain): FormVerdict | undefined {
  // The file may lack the next request, which would show whether the body was lost.
  if (!isFinished(chain) || isEndMissing(chain)) return undefined;
  const starts = formStarts(chain);
  const start = starts.at(-1);
  const form = start === undefined ? undefined : chain.hops[start];
  if (start === undefined || form === undefined) return undefined;
  const hops = requestHops(chain, start);
  const arrival = arrivalOf(chain, start, hops);
  const end = endOf(hops.at(-1) ?? form, arrival);
  const browserHop = hops.findIndex(
    (hop, at) => hop.state === "redirected" && isInternal(hop) && hops[at + 1] !== undefined && isOfForm(hop),
  );
  return {
    method: form.method,
    arrival,
    end,
    tone: isForbidden(hops) ? "bad" : isAtSignIn(form, hops) ? "open" : toneOf(arrival, end),
    formCount: starts.length,
    ...(browserHop !== -1 && { browserHop: start + browserHop }),
  };
}

/** The first hop of each form request. A client redirect ends a request; its page can submit another form. */
function formStarts({ hops }: Chain): number[] {
  const starts: number[] = [];
  let isInForm = false;
  for (const [index, hop] of hops.entries()) {
    if (!isInForm && isOfForm(hop)) {
      starts.push(index);
      isInForm = true;
    }
    if (hop.state === "redirected" && isClientRedirect(hop)) isInForm = false;
  }
  return starts;
}

function isOfForm({ method, body }: Hop): boolean {
  return !["GET", "HEAD", unknownMethod].includes(method) || body.presence === "present";
}

function arrivalOf(chain: Chain, start: number, hops: readonly Hop[]): FormArrival {
  for (const [at, hop] of hops.entries()) {
    const found = arrivalAt(chain, start + at, hop, hops[at + 1]);
    if (found !== undefined) return found;
  }
  const { presence } = (hops.at(-1) ?? chain.hops[0]).body;
  return { kind: "arrived", body: presence === "present" ? "kept" : presence === "absent" ? "none" : "unknown" };
}

/** Undefined if the request continues unchanged, or arrived at its last hop. */
function arrivalAt(chain: Chain, index: number, hop: Hop, next: Hop | undefined): FormArrival | undefined {
  if (hop.state === "failed") {
    const isSent = wasSent(hop);
    // The first request has no previous hop.
    const before = Math.max(0, index - 1);
    return isSent === true ? undefined : { kind: isSent === false ? "not-sent" : "unconfirmed", hop: before };
  }
  if (next === undefined) {
    if (handlingOf(chain, index) === "unread") return { kind: "unread", hop: index };
    return hop.state === "redirected" ? unfollowed(hop, index) : undefined;
  }
  const isBodyLost = followedBody(hop, next) === "lost";
  if (!isBodyLost && next.method === hop.method) return undefined;
  if (hop.state === "redirected" && isClientRedirect(hop)) return undefined;
  const handling = handlingOf(chain, index);
  if (handling === "sent-to-sign-in") {
    const signInUrl = chain.hops[signInHop(chain, index) ?? index + 1]?.url ?? "";
    return { kind: handling, hop: index, signInUrl };
  }
  if (handling !== undefined && handling !== "lost") return { kind: handling, hop: index };
  return { kind: isBodyLost ? "body-lost" : "method-changed", hop: index, followedMethod: next.method };
}

function unfollowed(hop: Hop & { state: "redirected" }, index: number): FormArrival | undefined {
  if (isInternal(hop) || isClientRedirect(hop)) return undefined;
  if (!isWebUrl(hop.redirectUrl)) return { kind: "handed-over", hop: index };
  const { status } = hop.answer;
  const isKept = isRedirectStatus(status) && expectedFollowedMethod(status, hop.method) === hop.method;
  return isKept ? { kind: "not-sent", hop: index } : { kind: "not-followed", hop: index, status };
}

function endOf(last: Hop, arrival: FormArrival): FormEnd {
  if (last.state === "redirected" && !isInternal(last) && !isClientRedirect(last)) {
    if (!isWebUrl(last.redirectUrl)) return { kind: "handed-to-app", url: last.redirectUrl };
    return failedEnd(last.stoppedBy ?? "");
  }
  if (last.state === "failed") return failedEnd(last.error);
  const answer = answerOf(last);
  if (answer === undefined) return failedEnd("");
  const { status } = answer;
  if (status === 405) return { kind: "not-allowed", method: last.method };
  if (status >= 400) return { kind: "error", status };
  const isWithoutData = (arrival.kind === "body-lost" || arrival.kind === "unread") && isSuccess(answer);
  return { kind: isWithoutData ? "without-data" : "answered", status };
}

function failedEnd(error: string): FormEnd {
  return { kind: "failed", error, errorKind: networkErrorKind(error) };
}

/** A redirect that keeps the method may have sent the form to a sign-in page, which doesn't use it. */
function isAtSignIn(form: Hop, hops: readonly Hop[]): boolean {
  const last = hops.at(-1);
  return (
    last?.state === "answered" &&
    last.answer.status < 400 &&
    last.method === form.method &&
    isSignInPage(last.url) &&
    !isSignInStep(form.url)
  );
}

/** Forbidden by the Content Security Policy of the page that submitted the form. */
function isForbidden(hops: readonly Hop[]): boolean {
  const last = hops.at(-1);
  return last?.state === "redirected" && last.forbiddenBy !== undefined;
}

function toneOf(arrival: FormArrival, end: FormEnd): FormVerdict["tone"] {
  // Usually intentional: the page's code requested it.
  if (arrival.kind === "not-followed") return "open";
  if (end.kind !== "answered" && end.kind !== "handed-to-app") return "bad";
  if (arrival.kind === "arrived") return "good";
  return arrival.kind in handlingTones ? handlingTones[arrival.kind as Handling] : "bad";
}
