/** The browser gave up at its limit of 20 redirects (Fetch, "HTTP-redirect fetch", step 7). */
import { chainOutcome } from "../redirect-chain.ts";
import type { FindFindings } from "./finding.ts";

const redirectLimit = 20;

export const findTooManyRedirects: FindFindings = (chain) => {
  const redirects = chain.hops.filter((hop) => hop.state === "redirected").length;
  const isGivenUp = redirects >= redirectLimit && chainOutcome(chain).kind === "failed";
  return isGivenUp ? [{ id: "too-many-redirects", severity: "error" }] : [];
};
