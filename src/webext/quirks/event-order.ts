/**
 * Orders in which events of one page load arrive. The model relates them by document id, URL and time
 * (`src/model/log/match-load.ts`); here is which browser needs which of its rules, and a trace that shows it.
 */
import type { QuirkFacts } from "./quirk.ts";

/** `id`: of the matching rule. */
export const eventOrderFacts: readonly QuirkFacts[] = [
  {
    id: "same-document",
    summary:
      "The first page of a new tab can have the document id of the blank page that was there before: the browser reuses its window.",
    handling: "A commit belongs to a load that was not committed before, even if the ids are equal.",
    seenIn: ["Firefox 153"],
    traces: ["new-window-by-script"],
  },
  {
    id: "request-after-commit",
    summary:
      "webRequest and webNavigation are not ordered. When pages send the browser on at once, requests are reported up to 120 ms late and in groups, after the commits of their own and of later pages.",
    handling: "The request belongs to the first load without one that was committed at its time or later.",
    seenIn: ["Firefox 153"],
    traces: ["pages-in-a-row-script", "pages-in-a-row-refresh"],
  },
  {
    id: "request-as-announced",
    summary:
      "onBeforeNavigate comes before the request and has the URL that the tab was told to load, which an upgrade to https or a service worker can change before the request starts.",
    handling: "The difference becomes a hop. Firefox reports onBeforeNavigate in any order: it is ignored there.",
    seenIn: ["Chromium 156"],
    traces: ["hsts-first", "service-worker-redirects"],
  },
  {
    id: "request-after-leaving",
    summary: "A page's message that it leaves can be reported before the page's own request.",
    handling: "The message waits for the request.",
    seenIn: ["Firefox 153"],
    traces: ["pages-in-a-row-script"],
  },
  {
    id: "commit-before-end-of-request",
    summary: "A page can be committed before the end of its request, and before its redirects, are reported.",
    handling: "The newest pending request that began before the commit is taken for its own.",
    seenIn: ["Firefox 153"],
    traces: ["client-and-server"],
  },
  {
    id: "commit-after-leaving",
    summary:
      "A page's message that it leaves can be reported before its commit, while its request is not reported yet.",
    handling: "The commit belongs to the load whose page left at that time or later.",
    seenIn: ["Firefox 153"],
    traces: ["pages-in-a-row-script"],
  },
  {
    id: "commit-without-request",
    summary: "Pages from the back/forward cache, about:blank, and pages that a service worker answers have no request.",
    handling: "The commit alone begins the page: chains of the page before are dropped.",
    seenIn: ["Chromium 156", "Firefox 153"],
    traces: ["service-worker-passes-page"],
  },
  {
    id: "message-with-rounded-time",
    summary:
      "Pages and requests are timed by different clocks. Against fingerprinting, a page's clock can be rounded to 100 ms.",
    handling: "A message may be up to 250 ms older than its page's commit.",
    seenIn: ["Firefox 153"],
    traces: ["script-assign-load"],
  },
];
