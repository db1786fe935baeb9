/**
 * All findings, in their order within a severity: a cause comes before its effects. To add a finding, write its file,
 * add it here, and add its texts to `_locales`.
 */
import { beginningMissed } from "./beginning-missed.ts";
import { blockedByPolicy } from "./blocked-by-policy.ts";
import { bodyLost } from "./body-lost.ts";
import { bodySentElsewhere } from "./body-sent-elsewhere.ts";
import { cacheableWithoutExpiry } from "./cacheable-without-expiry.ts";
import { cachedRedirect } from "./cached-redirect.ts";
import { canonicalElsewhere } from "./canonical-elsewhere.ts";
import { clientRedirect } from "./client-redirect.ts";
import { corsRedirect } from "./cors-redirect.ts";
import { credentialsInUrl } from "./credentials-in-url.ts";
import { fragmentLost } from "./fragment-lost.ts";
import { httpsDowngrade } from "./https-downgrade.ts";
import { inferredHop } from "./inferred-hop.ts";
import { internalRedirect } from "./internal-redirect.ts";
import { invalidLocation } from "./invalid-location.ts";
import { loginOverHttp } from "./login-over-http.ts";
import { longChain } from "./long-chain.ts";
import { loop } from "./loop.ts";
import { methodChanged } from "./method-changed.ts";
import { methodNotAllowedAfterRedirect } from "./method-not-allowed-after-redirect.ts";
import { missingLocation } from "./missing-location.ts";
import { mixedPermanence } from "./mixed-permanence.ts";
import { noindexTarget } from "./noindex-target.ts";
import { notFollowed } from "./not-followed.ts";
import { permanentOnPost } from "./permanent-on-post.ts";
import { queryLost } from "./query-lost.ts";
import { redirectToError } from "./redirect-to-error.ts";
import { redirectToHome } from "./redirect-to-home.ts";
import { resubmissionRisk } from "./resubmission-risk.ts";
import { secretInQuery } from "./secret-in-query.ts";
import { slowHop } from "./slow-hop.ts";
import { temporaryForCanonical } from "./temporary-for-canonical.ts";
import { tooManyRedirects } from "./too-many-redirects.ts";
import { unsafeMethodKept } from "./unsafe-method-kept.ts";
import { emptyLocation } from "./empty-location.ts";
import { locationWithoutScheme } from "./location-without-scheme.ts";
import { pointsToItself } from "./points-to-itself.ts";
import { leadsNowhere } from "./leads-nowhere.ts";
import { sentToSignIn } from "./sent-to-sign-in.ts";
import { signInReturnsToForm } from "./sign-in-returns-to-form.ts";
import { unexpectedType } from "./unexpected-type.ts";
import { authorizationDropped } from "./authorization-dropped.ts";
import { frameBlocked } from "./frame-blocked.ts";
import { handedToApp } from "./handed-to-app.ts";
import { robotsOnRedirect } from "./robots-on-redirect.ts";
import { languageWithoutVary } from "./language-without-vary.ts";

export const findingRules = [
  sentToSignIn,
  signInReturnsToForm,
  methodNotAllowedAfterRedirect,
  bodyLost,
  methodChanged,
  resubmissionRisk,
  unsafeMethodKept,
  bodySentElsewhere,
  loginOverHttp,
  internalRedirect,
  leadsNowhere,
  httpsDowngrade,
  authorizationDropped,
  emptyLocation,
  locationWithoutScheme,
  pointsToItself,
  loop,
  tooManyRedirects,
  longChain,
  mixedPermanence,
  temporaryForCanonical,
  permanentOnPost,
  cachedRedirect,
  cacheableWithoutExpiry,
  clientRedirect,
  handedToApp,
  corsRedirect,
  blockedByPolicy,
  notFollowed,
  missingLocation,
  invalidLocation,
  unexpectedType,
  frameBlocked,
  redirectToError,
  redirectToHome,
  fragmentLost,
  queryLost,
  credentialsInUrl,
  secretInQuery,
  robotsOnRedirect,
  languageWithoutVary,
  noindexTarget,
  canonicalElsewhere,
  slowHop,
  inferredHop,
  beginningMissed,
] as const;
