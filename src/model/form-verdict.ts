/**
 * The verdict for who debugs a form: did its method and body arrive, at which hop were they lost, and does the end fit?
 * Facts only; the sentences are translations.
 */
import { followedBody } from "./followed-body.ts";
import { isOver, isSuccess } from "./findings/chain-end.ts";
import { isRespelled } from "./findings/compare-urls.ts";
import { isPostRedirectGet } from "./findings/post-redirect-get.ts";
import { answerOf, isClientRedirect, isInternal, unknownMethod, type Chain, type Hop } from "./redirect-chain.ts";

export type FormArrival =
  /** The request reached the last URL as it was sent. */
  | { readonly kind: "arrived"; readonly body: "kept" | "none" | "unknown" }
  /** A hop answered the form and sent the browser on to something to read: Post/Redirect/Get. */
  | { readonly kind: "answered"; readonly hop: number }
  | { readonly kind: "body-lost" | "method-changed"; readonly hop: number; readonly followedMethod: string };

export type FormEnd =
  | { readonly kind: "answered" | "error" | "without-data"; readonly status: number }
  /** 405, to this method. */
  | { readonly kind: "not-allowed"; readonly method: string }
  | { readonly kind: "failed"; readonly error: string };

export interface FormVerdict {
  readonly method: string;
  readonly arrival: FormArrival;
  readonly end: FormEnd;
  readonly isGood: boolean;
  /** A hop that the browser made itself, keeping method and body: a server's own redirect may not. */
  readonly browserHop?: number;
}

/** Undefined while the chain is under way, and where there is nothing of a form: only GET and HEAD without a body. */
export function formVerdict(chain: Chain): FormVerdict | undefined {
  const start = chain.hops.findIndex(isOfForm);
  const form = chain.hops[start];
  if (form === undefined || !isOver(chain)) return undefined;
  const hops = formHops(chain, start);
  const last = hops.at(-1) ?? form;
  const arrival = arrivalOf(chain, start, hops);
  const end = endOf(last, arrival);
  const browserHop = hops.findIndex(
    (hop, at) => hop.state === "redirected" && isInternal(hop) && hops[at + 1] !== undefined && isOfForm(hop),
  );
  return {
    method: form.method,
    arrival,
    end,
    isGood: end.kind === "answered" && (arrival.kind === "arrived" || arrival.kind === "answered"),
    ...(browserHop !== -1 && { browserHop: start + browserHop }),
  };
}

function isOfForm({ method, body }: Hop): boolean {
  return !["GET", "HEAD", unknownMethod].includes(method) || body.presence === "present";
}

/** Up to a page that redirects: it was the answer, and what it makes is a request of its own. */
function formHops(chain: Chain, start: number): readonly Hop[] {
  const after = chain.hops.slice(start);
  const page = after.findIndex((hop) => hop.state === "redirected" && isClientRedirect(hop));
  return page === -1 ? after : after.slice(0, page + 1);
}

function arrivalOf(chain: Chain, start: number, hops: readonly Hop[]): FormArrival {
  for (const [at, hop] of hops.entries()) {
    const next = hops[at + 1];
    if (next === undefined) break;
    const isBodyLost = followedBody(hop, next) === "lost";
    if (!isBodyLost && next.method === hop.method) continue;
    const index = start + at;
    if (isAnswer(chain, index)) return { kind: "answered", hop: index };
    return { kind: isBodyLost ? "body-lost" : "method-changed", hop: index, followedMethod: next.method };
  }
  const { presence } = (hops.at(-1) ?? chain.hops[0]).body;
  return { kind: "arrived", body: presence === "present" ? "kept" : presence === "absent" ? "none" : "unknown" };
}

/** A 303 says by itself that the answer is elsewhere, wherever the chain ends. */
function isAnswer(chain: Chain, index: number): boolean {
  const hop = chain.hops[index];
  if (hop?.state !== "redirected" || hop.source !== "server") return false;
  return isPostRedirectGet(chain, index) || (hop.answer.status === 303 && !isRespelled(hop.url, hop.redirectUrl));
}

function endOf(last: Hop, arrival: FormArrival): FormEnd {
  const answer = last.state === "answered" || last.state === "redirected" ? answerOf(last) : undefined;
  if (answer === undefined || (last.state === "redirected" && last.stoppedBy !== undefined)) {
    return { kind: "failed", error: errorOf(last) };
  }
  const { status } = answer;
  if (status === 405) return { kind: "not-allowed", method: last.method };
  if (status >= 400) return { kind: "error", status };
  const isWithoutData = arrival.kind === "body-lost" && isSuccess(answer);
  return { kind: isWithoutData ? "without-data" : "answered", status };
}

function errorOf(last: Hop): string {
  if (last.state === "failed") return last.error;
  return last.state === "redirected" ? (last.stoppedBy ?? "") : "";
}
