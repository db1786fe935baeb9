/**
 * All findings of a chain, worst first; within a severity in the order of this list, then of the hops. What says the cause
 * stands before what follows from it.
 */
import type { Chain } from "../redirect-chain.ts";
import { severities, type FindFindings, type Finding } from "./finding.ts";
import { findBeginningMissed } from "./beginning-missed.ts";
import { findBodyLost } from "./body-lost.ts";
import { findBodySentElsewhere } from "./body-sent-elsewhere.ts";
import { findCacheableWithoutExpiry } from "./cacheable-without-expiry.ts";
import { findCachedRedirect } from "./cached-redirect.ts";
import { findCanonicalElsewhere } from "./canonical-elsewhere.ts";
import { findClientRedirect } from "./client-redirect.ts";
import { findCorsRedirect } from "./cors-redirect.ts";
import { findCredentialsInUrl } from "./credentials-in-url.ts";
import { findFragmentLost } from "./fragment-lost.ts";
import { findHttpsDowngrade } from "./https-downgrade.ts";
import { findInferredHop } from "./inferred-hop.ts";
import { findInternalRedirect } from "./internal-redirect.ts";
import { findInvalidLocation } from "./invalid-location.ts";
import { findLoginOverHttp } from "./login-over-http.ts";
import { findLongChain } from "./long-chain.ts";
import { findLoop } from "./loop.ts";
import { findMethodChanged } from "./method-changed.ts";
import { findMethodNotAllowedAfterRedirect } from "./method-not-allowed-after-redirect.ts";
import { findMissingLocation } from "./missing-location.ts";
import { findMixedPermanence } from "./mixed-permanence.ts";
import { findNoindexTarget } from "./noindex-target.ts";
import { findNotFollowed } from "./not-followed.ts";
import { findPermanentOnPost } from "./permanent-on-post.ts";
import { findQueryLost } from "./query-lost.ts";
import { findRedirectToError } from "./redirect-to-error.ts";
import { findRedirectToHome } from "./redirect-to-home.ts";
import { findResubmissionRisk } from "./resubmission-risk.ts";
import { findSecretInQuery } from "./secret-in-query.ts";
import { findSlowHop } from "./slow-hop.ts";
import { findTemporaryForCanonical } from "./temporary-for-canonical.ts";
import { findTooManyRedirects } from "./too-many-redirects.ts";
import { findUnsafeMethodKept } from "./unsafe-method-kept.ts";

const finders: readonly FindFindings[] = [
  findMethodNotAllowedAfterRedirect,
  findBodyLost,
  findMethodChanged,
  findResubmissionRisk,
  findUnsafeMethodKept,
  findBodySentElsewhere,
  findLoginOverHttp,
  findInternalRedirect,
  findHttpsDowngrade,
  findLoop,
  findTooManyRedirects,
  findLongChain,
  findMixedPermanence,
  findTemporaryForCanonical,
  findPermanentOnPost,
  findCachedRedirect,
  findCacheableWithoutExpiry,
  findClientRedirect,
  findNotFollowed,
  findMissingLocation,
  findInvalidLocation,
  findRedirectToError,
  findRedirectToHome,
  findFragmentLost,
  findQueryLost,
  findCredentialsInUrl,
  findSecretInQuery,
  findNoindexTarget,
  findCanonicalElsewhere,
  findSlowHop,
  findCorsRedirect,
  findInferredHop,
  findBeginningMissed,
];

export function findFindings(chain: Chain): Finding[] {
  return finders
    .flatMap((find) => onceEach(chain, find(chain)))
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** Of a request that comes back in the chain (a loop), what was said once is not said again for each lap. */
function onceEach(chain: Chain, findings: readonly Finding[]): readonly Finding[] {
  // As nearly always; a log has tens of thousands of chains.
  if (findings.length < 2) return findings;
  const said = new Set<string>();
  return findings.filter(({ hop: index }) => {
    const hop = index === undefined ? undefined : chain.hops[index];
    const request = `${hop?.method} ${hop?.url}`;
    return !said.has(request) && said.add(request);
  });
}
