/**
 * What a search engine concludes. Google, "Redirects and Google Search"
 * (https://developers.google.com/search/docs/crawling-indexing/301-redirects): 301, 308, a refresh of 0 seconds and a
 * script are permanent; 302, 303, 307 and a later refresh are temporary. Redirects made inside a browser mean nothing:
 * crawlers keep no HSTS list and have no extensions.
 */
import { isRedirectStatus, statusFacts } from "./redirect-status.ts";
import { headerValue, type Answer, type Chain, type Hop } from "../chain/redirect-chain.ts";

const hopSeoMeanings = ["permanent", "temporary", "none"] as const;
export const chainSeoMeanings = [...hopSeoMeanings, "mixed"] as const;
export type HopSeoMeaning = (typeof hopSeoMeanings)[number];
export type ChainSeoMeaning = (typeof chainSeoMeanings)[number];

/** Undefined for a hop that is no redirect (a final answer, a failure). */
export function hopSeoMeaning(hop: Hop): HopSeoMeaning | undefined {
  if (hop.state === "answered") return unfollowedSeoMeaning(hop.answer);
  if (hop.state !== "redirected") return undefined;
  switch (hop.source) {
    case "server":
      return isRedirectStatus(hop.answer.status) ? permanence(hop.answer.status) : "none";
    case "script":
      return "permanent";
    case "meta-refresh":
    case "refresh-header":
      return (hop.delaySeconds ?? 0) > 0 ? "temporary" : "permanent";
    case "page":
      return undefined;
    case "hsts":
    case "upgrade":
    case "extension":
    case "service-worker":
      return "none";
    case "browser":
      // Concluded without any evidence of a cause: it may as well have been a server's redirect that was missed.
      return hop.inferred === true ? undefined : "none";
  }
}

/** One verdict for the chain, over the redirects that a crawler would meet. */
export function chainSeoMeaning(chain: Chain): ChainSeoMeaning {
  const met = new Set(
    chain.hops.map(hopSeoMeaning).filter((meaning) => meaning === "permanent" || meaning === "temporary"),
  );
  if (met.size > 1) return "mixed";
  return met.values().next().value ?? "none";
}

/** For people, to whom nothing is claimed where it is not known who made a redirect. (The machine contract has no word for it.) */
export function knownSeoMeaning(chain: Chain): ChainSeoMeaning | "unknown" {
  const meaning = chainSeoMeaning(chain);
  const isUnknown = chain.hops.some((hop) => hop.state === "redirected" && hopSeoMeaning(hop) === undefined);
  return meaning === "none" && isUnknown ? "unknown" : meaning;
}

/** The server's redirect means the same to a crawler when this browser was told not to follow it (redirect: "manual"). */
function unfollowedSeoMeaning({ status, headers }: Answer): HopSeoMeaning | undefined {
  const isRedirect = isRedirectStatus(status) && headerValue(headers, "location") !== undefined;
  return isRedirect ? permanence(status) : undefined;
}

function permanence(status: keyof typeof statusFacts): HopSeoMeaning {
  return statusFacts[status].permanence;
}

/** Which redirects made the verdict, in words of the machine contract: `301 permanent, 302 temporary`. */
export function seoReason(chain: Chain): string {
  const parts = chain.hops.flatMap((hop) => {
    if (hop.state !== "redirected") return [];
    return [`${hop.source === "server" ? hop.answer.status : hop.source} ${hopSeoMeaning(hop) ?? "unknown"}`];
  });
  return parts.length === 0 ? "no redirect" : parts.join(", ");
}
