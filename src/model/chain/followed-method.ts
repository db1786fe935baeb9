/**
 * The Fetch standard's rule for the method after a redirect: what is *expected*. What happened is observed on the next
 * hop; a finding tells when the two differ.
 */
import { unknownMethod, type Hop } from "./redirect-chain.ts";
import { statusFacts, type RedirectStatus } from "../meaning/redirect-status.ts";

/** Observed, not expected. A method that was not told has changed into nothing. */
export function isMethodChanged(hop: Hop, next: Hop): boolean {
  return hop.method !== unknownMethod && hop.method !== next.method;
}

/** Fetch, "HTTP-redirect fetch", step 12: https://fetch.spec.whatwg.org/#http-redirect-fetch */
export function expectedFollowedMethod(status: RedirectStatus, method: string): string {
  switch (statusFacts[status].methodRule) {
    case "post-to-get":
      return method === "POST" ? "GET" : method;
    case "all-to-get":
      return method === "HEAD" ? "HEAD" : "GET";
    case "keep":
    case "none":
      return method;
  }
}
