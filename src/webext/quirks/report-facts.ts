/**
 * Differences between browsers that Hopscope handles without rewriting events: where details are normalized, saved,
 * imported or shown.
 */
import type { QuirkFacts } from "./quirk.ts";

export const reportFacts: readonly QuirkFacts[] = [
  {
    id: "made-up-307",
    summary:
      'A redirect inside the browser is reported as a 307 with the header "Non-Authoritative-Reason", although no server sent it.',
    handling:
      "If the response has no IP address, it becomes an internal redirect with that cause. A server could send the header, too.",
    seenIn: ["Chromium 156"],
    traces: ["hsts-first", "hsts-middle"],
  },
  {
    id: "redirects-with-status-0-or-200",
    summary:
      "A redirect by another extension is reported with status 200. Upgrades by HSTS, HTTPS-Only or upgrade-insecure-requests have status 0. A request that a service worker intercepts is reported as a redirect with status 0 to the same URL.",
    handling: "The first two become internal redirects, the last one is not a hop.",
    seenIn: ["Firefox 153"],
    traces: ["hsts-first", "service-worker-redirects"],
  },
  {
    id: "redirects-without-headers",
    summary: "The response headers of a redirect are not always reported.",
    handling: "A missing Expires or Cache-Control header is only relevant if the Location header is reported.",
    seenIn: ["Firefox 153"],
    traces: [],
  },
  {
    id: "bodies-of-post-and-put-only",
    summary: "requestBody is reported for POST and PUT only. Files and Blobs in a multipart body are omitted.",
    handling: "Whether a PATCH or DELETE had a body is unknown. The size of a multipart body is a minimum.",
    seenIn: ["Chromium 156"],
    traces: ["body-form-data-with-file"],
  },
  {
    id: "unfollowed-redirects",
    summary:
      "For a redirect that the browser refuses, Firefox reports the status and Location, but Chromium only an error name (ERR_INVALID_REDIRECT, ERR_UNSAFE_REDIRECT).",
    handling: "Chromium's errors are listed as redirects with unknown status and Location.",
    seenIn: ["Chromium 156", "Firefox 153"],
    traces: ["location-unparsable"],
  },
  {
    id: "redirect-limit",
    summary:
      "Chromium reports that the 20th redirect was not followed, Firefox that the 21st request failed. Only Chromium's webNavigation names the limit.",
    handling: "Both are shown as too many redirects.",
    seenIn: ["Chromium 156", "Firefox 153"],
    traces: ["loop"],
  },
  {
    id: "cache-mark-stays",
    summary: "fromCache stays true for all hops after a cached one.",
    handling: "A response with an IP address is not from the cache.",
    seenIn: ["Firefox 153"],
    traces: ["cached-redirect"],
  },
  {
    id: "numbered-navigation-errors",
    summary: "webNavigation reports an error as a number (nsresult), webRequest as a name.",
    handling: "Observed numbers are translated to names.",
    seenIn: ["Firefox 153"],
    traces: ["location-custom-scheme"],
  },
  {
    id: "query-stripping",
    summary:
      "With the preference privacy.query_stripping.redirect, known tracking parameters are removed from the URL of a redirect.",
    handling: "A parameter is reported as lost only if it is missing from a Location header.",
    seenIn: ["Firefox 153"],
    traces: [],
  },
  {
    id: "several-meta-refreshes",
    summary:
      "If a page has several meta refreshes, Chromium replaces one by a later one with a shorter delay, and Firefox starts a timer for each. In the HTML standard, only the first one counts.",
    handling: "Of several refreshes to the same URL, the one with the shortest delay is shown as the cause.",
    seenIn: ["Chromium 156", "Firefox 153"],
    traces: ["meta-refresh-shortest"],
  },
  {
    id: "client-redirect-by-click",
    summary:
      "webNavigation reports client_redirect also for location.replace() in a click handler, when the user navigated.",
    handling:
      "The content script's message decides. Without it, only a navigation within five seconds after the page's request counts as a redirect.",
    seenIn: ["Chromium 156"],
    traces: ["person-clicks-script-replace"],
  },
  {
    id: "events-after-a-wake-up",
    summary:
      "After a wake-up, the background gets its first events in a different order: Firefox delivers them type by type, and in Chromium new events overtake those that are queued until the worker has started.",
    handling: "The first events are batched and sorted by their times.",
    seenIn: ["Chromium 156", "Firefox 153"],
    traces: [],
  },
  {
    id: "replaced-tabs",
    summary: "A page that is discarded to save memory continues in a tab with another id, and its DevTools close.",
    handling: "The log moves to the new id.",
    seenIn: ["Chromium 156"],
    traces: [],
  },
  {
    id: "quota-by-parts",
    summary:
      "In Chromium, storage.session counts each part of an object against its quota, about three times its size as text. In Firefox, text that contains a 16-bit string counts twice.",
    handling: "Chains are saved as JSON text.",
    seenIn: ["Chromium 156", "Firefox 153"],
    traces: [],
  },
  {
    id: "extra-headers-hide-hops",
    summary: 'With the option "extraHeaders", an HSTS hop in the middle of a chain is not reported.',
    handling: "Hopscope never uses this option.",
    seenIn: ["Chromium 156"],
    traces: ["hsts-middle"],
  },
  {
    id: "max-url-length",
    summary: "URLs of more than 1 MiB cannot be parsed (preference network.standard-url.max-length).",
    handling: "In imported files, longer absolute URLs are used without parsing them.",
    seenIn: ["Firefox 153"],
    traces: [],
  },
  {
    id: "har-resent-body",
    summary: "In a HAR file, a body that fetch() sends again after a redirect has size 0 and no text.",
    handling: "The size is taken from Content-Length. Without it, whether a POST had a body is unknown.",
    seenIn: ["Chromium 156"],
    traces: [],
  },
  {
    id: "har-data-urls",
    summary: "HAR files list data: images as requests.",
    handling: "Long data: URLs are ignored.",
    seenIn: ["Chromium 156"],
    traces: [],
  },
  {
    id: "har-redirect-without-status",
    summary: "Under load, an entry of a HAR file can have a redirect target but no status.",
    handling: "It is imported as a redirect with an unknown cause.",
    seenIn: ["Firefox 153"],
    traces: [],
  },
  {
    id: "slow-nested-json",
    summary: "JSON.parse takes half a minute for a few megabytes of opening brackets.",
    handling: "Files nested too deeply are rejected before they are parsed.",
    seenIn: ["Chromium 156", "Firefox 153"],
    traces: [],
  },
];
