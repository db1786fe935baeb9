/** The outcome of a chain. Most findings wait for it, because a later hop can change the result. */
import { answerOf, chainOutcome, lastHop, type Answer, type Chain } from "../chain/redirect-chain.ts";
import { isRedirectStatus } from "../meaning/redirect-status.ts";

export function isFinished(chain: Chain): boolean {
  return chainOutcome(chain).kind !== "pending";
}

/** The final response of the chain; undefined if it's pending or failed. */
export function finalAnswer(chain: Chain): Answer | undefined {
  const last = lastHop(chain);
  return last.state === "answered" ? last.answer : undefined;
}

export function isSuccess(answer: Answer | undefined): answer is Answer {
  return answer !== undefined && answer.status >= 200 && answer.status <= 299;
}

/** Whether the resource is a page in a tab or a frame. */
export function isDocument({ resourceType }: Chain): boolean {
  return resourceType === "main_frame" || resourceType === "sub_frame";
}

/** Fetch, "HTTP-redirect fetch", step 7. */
const redirectLimit = 20;

const limitErrors: ReadonlySet<string> = new Set(["net::ERR_TOO_MANY_REDIRECTS", "NS_ERROR_REDIRECT_LOOP"]);

/** Not every browser reports the limit as an error; some only report that one more redirect wasn't followed. */
export function gaveUpAtLimit(chain: Chain): boolean {
  const outcome = chainOutcome(chain);
  if (outcome.kind !== "failed") return false;
  if (limitErrors.has(outcome.error)) return true;
  const redirects = chain.hops.filter((hop) => hop.state === "redirected").length;
  const last = lastHop(chain);
  const isStoppedAtRedirect = last.state === "redirected" || isRedirectStatus(answerOf(last)?.status ?? 0);
  return redirects >= redirectLimit && isStoppedAtRedirect;
}
