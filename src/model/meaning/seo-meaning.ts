/**
 * How search engines interpret redirects. Google, "Redirects and Google Search"
 * (https://developers.google.com/search/docs/crawling-indexing/301-redirects): 301, 308, a refresh of 0 seconds and a
 * script are permanent; 302, 303, 307 and a delayed refresh are temporary. Internal redirects of a browser have no
 * meaning: crawlers have no HSTS list and no extensions.
 */
import { isRedirectStatus, statusFacts } from "./redirect-status.ts";
import { headerValue, type Answer, type Chain, type Hop } from "../chain/redirect-chain.ts";

const hopSeoMeanings = ["permanent", "temporary", "none"] as const;
export const chainSeoMeanings = [...hopSeoMeanings, "mixed"] as const;
export type HopSeoMeaning = (typeof hopSeoMeanings)[number];
export type ChainSeoMeaning = (typeof chainSeoMeanings)[number];

/** Undefined for a hop that isn't a redirect (a final response, a failure). */
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
      // Inferred without evidence of a cause: it may have been a server redirect that was missed.
      return hop.inferred === true ? undefined : "none";
  }
}

/** One verdict for all redirects of the chain that a crawler would see. */
export function chainSeoMeaning(chain: Chain): ChainSeoMeaning {
  const met = new Set(
    chain.hops.map(hopSeoMeaning).filter((meaning) => meaning === "permanent" || meaning === "temporary"),
  );
  if (met.size > 1) return "mixed";
  return met.values().next().value ?? "none";
}

/** For the UI: `unknown` if it's unknown who made a redirect. (The export formats have no such value.) */
export function knownSeoMeaning(chain: Chain): ChainSeoMeaning | "unknown" {
  const meaning = chainSeoMeaning(chain);
  const isUnknown = chain.hops.some((hop) => hop.state === "redirected" && hopSeoMeaning(hop) === undefined);
  return meaning === "none" && isUnknown ? "unknown" : meaning;
}

/** A server redirect means the same to a crawler if this browser didn't follow it (redirect: "manual"). */
function unfollowedSeoMeaning({ status, headers }: Answer): HopSeoMeaning | undefined {
  const isRedirect = isRedirectStatus(status) && headerValue(headers, "location") !== undefined;
  return isRedirect ? permanence(status) : undefined;
}

function permanence(status: keyof typeof statusFacts): HopSeoMeaning {
  return statusFacts[status].permanence;
}

/** The redirects behind the verdict, in the terms of the export formats: `301 permanent, 302 temporary`. */
export function seoReason(chain: Chain): string {
  const parts = chain.hops.flatMap((hop) => {
    if (hop.state !== "redirected") return [];
    return [`${hop.source === "server" ? hop.answer.status : hop.source} ${hopSeoMeaning(hop) ?? "unknown"}`];
  });
  return parts.length === 0 ? "no redirect" : parts.join(", ");
}
