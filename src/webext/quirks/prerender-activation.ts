/** Documents that were loaded in advance (prerendered): the tab shows them by a commit without a request (decision D24). */
import { isSameResource } from "../../model/url/location-url.ts";
import { withEntry, withoutEntry, type Entries } from "./entries.ts";
import type { Quirk, QuirkFacts } from "./quirk.ts";

/** Requests for prerendered documents, by request id: their tab and their URL so far. */
type Memory = Entries<{ readonly tabId: number; readonly url: string }>;

export const prerenderActivationFacts: QuirkFacts = {
  id: "prerender-activation",
  summary:
    "A prerendered document is requested in its tab, in a frame of another number. When the tab shows it, only the commit is reported.",
  handling: "The commit names the request, and its chain becomes that of the tab's document.",
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
