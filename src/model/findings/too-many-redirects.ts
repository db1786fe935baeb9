/** The browser gave up at its limit of 20 redirects (Fetch, "HTTP-redirect fetch", step 7). */
import { answerOf, lastHop, type Chain } from "../redirect-chain.ts";
import { isRedirectStatus } from "../redirect-status.ts";
import type { FindFindings } from "./finding.ts";

const redirectLimit = 20;

const limitErrors: ReadonlySet<string> = new Set(["net::ERR_TOO_MANY_REDIRECTS", "NS_ERROR_REDIRECT_LOOP"]);

export const findTooManyRedirects: FindFindings = (chain) => {
  const redirects = chain.hops.filter((hop) => hop.state === "redirected").length;
  return redirects >= redirectLimit && isStoppedAtRedirect(chain)
    ? [{ id: "too-many-redirects", severity: "error" }]
    : [];
};

/** Not every browser names the limit: Chromium's webRequest only tells that one more redirect was not followed. */
function isStoppedAtRedirect(chain: Chain): boolean {
  const last = lastHop(chain);
  if (last.state === "redirected") return last.stoppedBy !== undefined;
  if (last.state !== "failed") return false;
  return limitErrors.has(last.error) || isRedirectStatus(answerOf(last)?.status ?? 0);
}
