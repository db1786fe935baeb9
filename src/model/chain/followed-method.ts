/**
 * The method that the Fetch standard *expects* after a redirect. The actual method is observed on the next hop; a
 * finding reports a difference.
 */
import { unknownMethod, type Hop } from "./redirect-chain.ts";
import { statusFacts, type RedirectStatus } from "../meaning/redirect-status.ts";

/** Observed, not expected. False if the hop's method is unknown. */
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
