/**
 * The orders in which the events of one page load arrive. The model matches them by document id, URL and time
 * (`src/model/log/match-load.ts`). This table lists which browser needs which rule, and a trace that shows it.
 */
import type { QuirkFacts } from "./quirk.ts";

/** `id`: the id of the matching rule. */
export const eventOrderFacts: readonly QuirkFacts[] = [
  {
    id: "same-document",
    summary:
      "The first page of a new tab can have the document id of the initial about:blank page, because the browser reuses its window.",
    handling: "A commit is matched only to a load that is not committed yet, even if the ids are equal.",
    seenIn: ["Firefox 153"],
    traces: ["new-window-by-script"],
  },
  {
    id: "request-after-commit",
    summary:
      "The order of webRequest and webNavigation events is not defined. When pages redirect immediately, requests are reported in groups and up to 120 ms late, after the commits of their own page and of later pages.",
    handling:
      "The request is matched to the oldest load that has no request and was committed at or after the request's time.",
    seenIn: ["Firefox 153"],
    traces: ["pages-in-a-row-script", "pages-in-a-row-refresh"],
  },
  {
    id: "request-as-announced",
    summary:
      "onBeforeNavigate is reported before the request, with the original URL. An upgrade to HTTPS or a service worker can change this URL before the request starts.",
    handling:
      "If the URLs differ, the change becomes a hop. Firefox doesn't report onBeforeNavigate in a fixed order, so it is ignored there.",
    seenIn: ["Chromium 156"],
    traces: ["hsts-first", "service-worker-redirects"],
  },
  {
    id: "request-after-leaving",
    summary: "The content script's message that its page navigates away can arrive before the page's own request.",
    handling: "The message is kept until the request arrives.",
    seenIn: ["Firefox 153"],
    traces: ["pages-in-a-row-script"],
  },
  {
    id: "commit-before-end-of-request",
    summary: "A page can be committed before the redirects and the end of its request are reported.",
    handling: "The commit is matched to the newest pending request that started before it.",
    seenIn: ["Firefox 153"],
    traces: ["client-and-server"],
  },
  {
    id: "commit-after-leaving",
    summary:
      "The content script's message that its page navigates away can arrive before the page's commit and request.",
    handling: "The commit is matched to the load whose page navigated away at or after the commit's time.",
    seenIn: ["Firefox 153"],
    traces: ["pages-in-a-row-script"],
  },
  {
    id: "commit-without-request",
    summary: "Pages from the back/forward cache, about:blank, and pages served by a service worker have no request.",
    handling: "The commit alone starts the page load, and chains of the previous page are dropped.",
    seenIn: ["Chromium 156", "Firefox 153"],
    traces: ["service-worker-passes-page"],
  },
  {
    id: "message-with-rounded-time",
    summary:
      "Pages and requests use different clocks. To prevent fingerprinting, a page's clock can be rounded to 100 ms.",
    handling: "A message may be up to 250 ms older than its page's commit.",
    seenIn: ["Firefox 153"],
    traces: ["script-assign-load"],
  },
];
