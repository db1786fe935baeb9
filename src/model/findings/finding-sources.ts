/** Where each finding is explained by those who decide it: standards, Google, the browsers' makers. */
import type { FindingId } from "./finding.ts";

const rfc9110 = "https://www.rfc-editor.org/rfc/rfc9110";
const fetchStandard = "https://fetch.spec.whatwg.org/";
const google = "https://developers.google.com/search/docs/crawling-indexing";

export const findingSources: Readonly<Record<FindingId, string>> = {
  "method-changed": `${fetchStandard}#http-redirect-fetch`,
  "body-lost": `${fetchStandard}#http-redirect-fetch`,
  "method-not-allowed-after-redirect": `${rfc9110}#section-15.5.6`,
  "resubmission-risk": `${rfc9110}#section-15.4.4`,
  "unsafe-method-kept": `${fetchStandard}#http-redirect-fetch`,
  "body-sent-elsewhere": `${rfc9110}#section-15.4`,
  "login-over-http": "https://web.dev/articles/why-https-matters",
  "internal-redirect": "https://www.rfc-editor.org/rfc/rfc6797#section-8.3",
  "https-downgrade": "https://web.dev/articles/why-https-matters",
  loop: `${rfc9110}#section-15.4`,
  "too-many-redirects": `${fetchStandard}#http-redirect-fetch`,
  "long-chain": `${google}/site-move-with-url-changes`,
  "mixed-permanence": `${google}/301-redirects`,
  "temporary-for-canonical": `${google}/301-redirects`,
  "permanent-on-post": `${rfc9110}#section-15.4.9`,
  "cached-redirect": "https://www.rfc-editor.org/rfc/rfc9111#section-4",
  "cacheable-without-expiry": "https://www.rfc-editor.org/rfc/rfc9111#section-4.2.2",
  "client-redirect": `${google}/301-redirects`,
  "not-followed": `${fetchStandard}#redirect-status`,
  "missing-location": `${fetchStandard}#concept-response-location-url`,
  "invalid-location": `${fetchStandard}#http-redirect-fetch`,
  "redirect-to-error": `${google}/http-network-errors`,
  "redirect-to-home": `${google}/site-move-with-url-changes`,
  "fragment-lost": `${rfc9110}#section-10.2.2`,
  "query-lost": `${rfc9110}#section-10.2.2`,
  "credentials-in-url": `${rfc9110}#section-4.2.4`,
  "secret-in-query": `${rfc9110}#section-17.9`,
  "noindex-target": `${google}/robots-meta-tag`,
  "canonical-elsewhere": `${google}/consolidate-duplicate-urls`,
  "slow-hop": "https://developer.chrome.com/docs/lighthouse/performance/time-to-first-byte",
  "cors-redirect": `${fetchStandard}#cors-preflight-fetch`,
  "inferred-hop": "https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/webRequest",
  "beginning-missed": "https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/webRequest",
};
