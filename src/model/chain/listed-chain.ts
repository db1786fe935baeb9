/**
 * Which chains are listed: those with a redirect, or with a response that looks like a redirect and wasn't followed.
 */
import { answerOf, headerValue, lastHop, type Chain } from "./redirect-chain.ts";
import { isRedirectStatus } from "../meaning/redirect-status.ts";

/** Errors that imply a redirect. Some browsers report such an error without the status and Location. */
export const redirectErrors: ReadonlySet<string> = new Set([
  "net::ERR_INVALID_REDIRECT",
  "net::ERR_UNSAFE_REDIRECT",
  "net::ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION",
]);

export function isListed(chain: Chain): boolean {
  if (chain.hops.length > 1) return true;
  const hop = lastHop(chain);
  if (hop.state === "redirected") return true;
  if (hop.state === "failed" && redirectErrors.has(hop.error)) return true;
  const answer = hop.state === "pending" ? undefined : answerOf(hop);
  if (answer === undefined || answer.status < 300 || answer.status > 399) return false;
  // A redirect status without a Location, or any other 3xx with one. A plain 304 is ordinary revalidation.
  return isRedirectStatus(answer.status) || headerValue(answer.headers, "location") !== undefined;
}
