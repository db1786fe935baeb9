/**
 * The Fetch standard's rule for the method after a redirect: what is *expected*. What happened is observed on the next
 * hop; a finding tells when the two differ.
 */
import { statusFacts, type RedirectStatus } from "./redirect-status.ts";

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
