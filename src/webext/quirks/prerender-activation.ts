/** Documents that were loaded in advance (prerendered): the tab shows them by a commit without a request (decision D24). */
import { isSameResource } from "../../model/url/location-url.ts";
import { withEntry, withoutEntry, type Entries } from "./entries.ts";
import type { Quirk, QuirkFacts } from "./quirk.ts";

/** Requests for prerendered documents, by request id: their tab and current URL. */
type Memory = Entries<{ readonly tabId: number; readonly url: string }>;

export const prerenderActivationFacts: QuirkFacts = {
  id: "prerender-activation",
  summary:
    "A prerendered document is requested in its tab, but with another frame id. When the tab shows the document, only the commit is reported.",
  handling:
    "The commit is matched to the request by its URL, and the request's chain becomes that of the tab's document.",
  seenIn: ["Chromium 156"],
  traces: ["prerender-activated", "prerender-not-activated"],
};

export const prerenderActivation: Quirk<Memory> = {
  id: "prerender-activation",
  browsers: ["chromium"],
  emptyMemory: {},
  rewrite(event, memory) {
    if (event.kind === "document-committed") {
      const request = Object.entries(memory).findLast(
        ([, { tabId, url }]) => tabId === event.tabId && isSameResource(url, event.url),
      );
      if (request === undefined) return undefined;
      const [activatedRequestId] = request;
      return { events: [{ ...event, activatedRequestId }], memory: withoutEntry(memory, activatedRequestId) };
    }
    if (!("requestId" in event) || event.resourceType !== "main_frame" || event.frameId === 0) return undefined;
    if (event.kind !== "started" && event.kind !== "redirected") return undefined;
    const url = event.kind === "redirected" ? event.redirectUrl : event.url;
    return { events: [event], memory: withEntry(memory, event.requestId, { tabId: event.tabId, url }) };
  },
};
