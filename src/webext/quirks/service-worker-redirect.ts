/**
 * Redirects that a service worker fetches and passes to the page: the page's request changes to the target URL without
 * a redirect event.
 */
import { answerOf, chainOutcome, headerValue, type Chain, type Hop } from "../../model/chain/redirect-chain.ts";
import { beginChain, growChain } from "../../model/log/grow-chain.ts";
import type { RequestEvent, RequestStarted } from "../../model/log/log-event.ts";
import { chainSizeBytes } from "../../model/log/log-size.ts";
import { isRedirectStatus } from "../../model/meaning/redirect-status.ts";
import { isSameResource, locationUrl } from "../../model/url/location-url.ts";
import { withEntry, withoutEntry, type Entries } from "./entries.ts";
import type { Quirk, QuirkFacts } from "./quirk.ts";

interface Memory {
  /** Requests of service workers, by request id: pending ones, and those that were answered with a redirect. */
  readonly workerRequests: Entries<Chain>;
  /** The URL that each tab is about to load, by tab id. */
  readonly navigations: Entries<string>;
  /** URLs of requests that a service worker intercepted, by request id. */
  readonly intercepted: Entries<string>;
}

const maxChainBytes = 2 ** 16;

export const serviceWorkerRedirectFacts: QuirkFacts = {
  id: "service-worker-redirect",
  summary:
    "When a service worker fetches a redirect and passes it to the page, the redirect is reported for the worker's own request, which has no tab. The page's request changes to the target URL without a redirect event.",
  handling: "The worker's redirect becomes a hop of the page's chain.",
  seenIn: ["Chromium 156", "Firefox 153"],
  traces: ["service-worker-passes-redirect"],
};

export const serviceWorkerRedirect: Quirk<Memory> = {
  id: "service-worker-redirect",
  browsers: ["chromium", "firefox"],
  hasTransientMemory: true,
  emptyMemory: { workerRequests: {}, navigations: {}, intercepted: {} },
  rewrite(event, memory) {
    if (event.kind === "navigation-started") {
      return {
        events: [event],
        memory: { ...memory, navigations: withEntry(memory.navigations, String(event.tabId), event.url) },
      };
    }
    if (!("requestId" in event)) return undefined;
    if (event.tabId < 0)
      return { events: [], memory: { ...memory, workerRequests: withEvent(memory.workerRequests, event) } };
    if (event.kind === "intercepted") {
      return {
        events: [event],
        memory: { ...memory, intercepted: withEntry(memory.intercepted, event.requestId, event.url) },
      };
    }
    return event.kind === "started" ? started(event, memory) : undefined;
  },
};

function started(event: RequestStarted, memory: Memory) {
  const interceptedUrl = memory.intercepted[event.requestId];
  const isDocument = event.resourceType === "main_frame" && event.frameId === 0;
  const fromUrl = interceptedUrl ?? (isDocument ? memory.navigations[event.tabId] : undefined);
  if (fromUrl === undefined || isSameResource(fromUrl, event.url)) return undefined;
  const hop = redirectsOf(memory.workerRequests).findLast(
    ({ url, target }) => isSameResource(url, fromUrl) && isSameResource(target, event.url),
  );
  const rest = {
    ...memory,
    intercepted: withoutEntry(memory.intercepted, event.requestId),
    navigations: isDocument ? withoutEntry(memory.navigations, String(event.tabId)) : memory.navigations,
  };
  const redirectEvents = hop === undefined ? [] : eventsOf(hop, event);
  return {
    events: [...(interceptedUrl === undefined ? redirectEvents : redirectEvents.slice(1)), event],
    memory: rest,
  };
}

interface PassedRedirect {
  readonly hop: Hop;
  readonly url: string;
  readonly target: string;
}

/** The events of the worker's request, rewritten as events of the page's request. */
function eventsOf(
  { hop, target }: PassedRedirect,
  { requestId, tabId, frameId, resourceType, initiator }: RequestStarted,
): RequestEvent[] {
  const { url, method, body, startedAt, requestHeaders } = hop;
  const answer = answerOf(hop);
  if (answer === undefined || hop.state === "pending") return [];
  const facts = { requestId, tabId, frameId, resourceType, url, method, ...(initiator !== undefined && { initiator }) };
  return [
    { kind: "started", ...facts, at: startedAt, body },
    ...(requestHeaders === undefined
      ? []
      : [{ kind: "headers-sent", ...facts, at: startedAt, headers: requestHeaders } as const]),
    { kind: "redirected", ...facts, at: hop.endedAt, source: "server", redirectUrl: target, answer },
  ];
}

function withEvent(workerRequests: Entries<Chain>, event: RequestEvent): Entries<Chain> {
  const before = workerRequests[event.requestId];
  const chain = before === undefined ? beginChain(event) : growChain(before, event);
  if (chain === undefined || chain === before) return workerRequests;
  const isUseless = chainOutcome(chain).kind !== "pending" && redirectOf(chain).length === 0;
  if (isUseless || chainSizeBytes(chain) > maxChainBytes) return withoutEntry(workerRequests, event.requestId);
  return withEntry(workerRequests, event.requestId, chain);
}

function redirectsOf(workerRequests: Entries<Chain>): PassedRedirect[] {
  return Object.values(workerRequests).flatMap(redirectOf);
}

/** One browser reports the worker's redirect as not followed, the other as a completed response. */
function redirectOf({ hops: [hop], beginningMissed }: Chain): readonly PassedRedirect[] {
  const answer = answerOf(hop);
  const location = headerValue(answer?.headers, "location");
  if (beginningMissed === true || hop.state === "pending" || hop.state === "failed") return [];
  if (answer === undefined || location === undefined || !isRedirectStatus(answer.status)) return [];
  const target = locationUrl(location, hop.url);
  return "url" in target ? [{ hop, url: hop.url, target: target.url }] : [];
}
