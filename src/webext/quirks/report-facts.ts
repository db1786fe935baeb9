/**
 * What each browser reports in its own way and Hopscope handles without rewriting events: where details are normalized,
 * saved or shown.
 */
import type { QuirkFacts } from "./quirk.ts";

export const reportFacts: readonly QuirkFacts[] = [
  {
    id: "made-up-307",
    summary:
      'A redirect made inside the browser is reported as a 307 with the header "Non-Authoritative-Reason", although no server sent it.',
    handling:
      "It is an internal redirect with that cause, if the response has no IP address: a server could send the header, too.",
    seenIn: ["Chromium 156"],
    traces: ["hsts-first", "hsts-middle"],
  },
  {
    id: "redirects-with-status-0-or-200",
    summary:
      "A redirect by another extension is reported with status 200, one by HSTS, HTTPS-Only or upgrade-insecure-requests with status 0, and one of a service worker with status 0 and the same URL.",
    handling: "These are internal redirects; the last one is no hop.",
    seenIn: ["Firefox 153"],
    traces: ["hsts-first", "service-worker-redirects"],
  },
  {
    id: "bodies-of-post-and-put-only",
    summary: "requestBody is reported for POST and PUT only. A file or Blob in a multipart body is left out.",
    handling: "Whether a PATCH or DELETE had a body is unknown. The size of a multipart body is a minimum.",
    seenIn: ["Chromium 156"],
    traces: ["body-form-data-with-file"],
  },
  {
    id: "unfollowed-redirects",
    summary:
      "A redirect that the browser refuses is reported with its status and Location by Firefox, and only by an error name (ERR_INVALID_REDIRECT, ERR_UNSAFE_REDIRECT) by Chromium.",
    handling: "Chromium's errors are listed as redirects whose status and Location are unknown.",
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
    handling: "A response that came from an IP address is not from the cache.",
    seenIn: ["Firefox 153"],
    traces: ["cached-redirect"],
  },
  {
    id: "numbered-navigation-errors",
    summary: "webNavigation reports an error as a number (nsresult), webRequest as a name.",
    handling: "Numbers that were seen are translated to names.",
    seenIn: ["Firefox 153"],
    traces: ["location-custom-scheme"],
  },
  {
    id: "events-after-a-wake-up",
    summary:
      "A background that is woken gets its first events in another order: Firefox delivers them type by type, and in Chromium new events overtake those that wait for the worker to start.",
    handling: "Events are batched for a moment and put back into the order of their times.",
    seenIn: ["Chromium 156", "Firefox 153"],
    traces: [],
  },
  {
    id: "replaced-tabs",
    summary: "A page that is discarded to save memory goes on in a tab with another id. DevTools close.",
    handling: "The log moves to the new id.",
    seenIn: ["Chromium 156"],
    traces: [],
  },
  {
    id: "quota-by-parts",
    summary:
      "storage.session counts each part of an object against its quota, about three times its size as text. Firefox counts a text twice that has a character from a 16-bit string.",
    handling: "Chains are saved as JSON text.",
    seenIn: ["Chromium 156", "Firefox 153"],
    traces: [],
  },
  {
    id: "extra-headers-hide-hops",
    summary: 'With the option "extraHeaders", an HSTS hop in the middle of a chain is not reported.',
    handling: "Hopscope never asks for it.",
    seenIn: ["Chromium 156"],
    traces: ["hsts-middle"],
  },
];
