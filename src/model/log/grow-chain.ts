/**
 * Extends a chain by one event of its request. Handles events that browsers omit, duplicate or reorder: an event that
 * adds nothing returns the same object.
 */
import {
  lastHop,
  notHttp,
  withHop,
  unknownMethod,
  withLastHop,
  type Answer,
  type Body,
  type Chain,
  type Hop,
  type PendingHop,
  type RedirectedHop,
} from "../chain/redirect-chain.ts";
import type { RequestEvent, RequestStarted, ServerRedirected } from "./log-event.ts";
import { isHttpsUpgrade, isReportedUrl, isSameRequestUrl, isSameResource, isWebUrl } from "../url/location-url.ts";

/**
 * The chain that begins with this event, or undefined when there is nothing to record. `beginningMissed` marks a
 * request whose start was not seen, because the panel was opened or the background was stopped during the request.
 */
export function beginChain(event: RequestEvent): Chain | undefined {
  if (event.kind === "started") return chainOf(event, pendingHop(event, event.body));
  if (!showsRedirect(event)) return undefined;
  const unknown = chainOf(event, pendingHop(event, unseenBody(event.method)));
  return growChain({ ...unknown, beginningMissed: true }, event);
}

/**
 * The chain that begins with a document's request. If the tab was about to load another URL than the requested one, the
 * browser redirected before the request began: an upgrade to HTTPS, or else a service worker's response. The method of
 * the request that the service worker received is unknown.
 */
export function beginDocument(event: RequestStarted, comingUrl: string | undefined): Chain {
  const next = pendingHop(event, event.body);
  // (A new tab loads about:blank before anything else.)
  const isElsewhere = comingUrl !== undefined && isWebUrl(comingUrl) && !isSameRequestUrl(comingUrl, event.url);
  if (!isElsewhere) return chainOf(event, next);
  const coming = isHttpsUpgrade(comingUrl, event.url)
    ? { ...next, url: comingUrl }
    : {
        ...next,
        url: comingUrl,
        method: unknownMethod,
        body: { presence: "unknown" } as const,
        isIntercepted: true as const,
      };
  return withHop(chainOf(event, inferredRedirect(coming, next)), next);
}

export function growChain(chain: Chain, event: RequestEvent): Chain {
  const last = lastHop(chain);
  if (last.state === "answered" || last.state === "failed") return chain;
  if (isRepeated(chain, event)) return chain;
  if (last.state === "redirected" && event.kind === "failed") {
    // Reported but not followed. The event has the redirect's own URL or that of its target.
    return last.stoppedBy === undefined ? withLastHop(chain, { ...last, stoppedBy: event.error }) : chain;
  }
  if (event.kind === "resumed") return withoutStop(chain);
  const aligned = alignWith(chain, event);
  const current = aligned === undefined ? undefined : lastHop(aligned);
  if (aligned === undefined || current?.state !== "pending") return chain;
  const grown = growHop(current, event);
  return grown === current ? aligned : withLastHop(aligned, grown);
}

function growHop(hop: PendingHop, event: RequestEvent): Hop {
  switch (event.kind) {
    case "started":
    case "resumed":
      // A start event for the same URL is the hop's own or a duplicate, not another hop.
      return hop;
    case "headers-sent":
      return {
        ...hop,
        body: bodyBesideHeaders(hop.body, event.headers),
        requestHeaders: event.headers,
      };
    case "headers-received":
      return { ...hop, answer: event.answer };
    case "intercepted":
      return { ...hop, isIntercepted: true };
    case "redirected": {
      const { redirectUrl, at: endedAt } = event;
      const state = "redirected";
      // One literal: spreading two objects into one is about six times slower in V8.
      if (event.source === "server") {
        const { source, answer } = event;
        const whole = { ...ending(hop), state, source, redirectUrl, endedAt, answer } as const;
        return isLastWord(event) ? { ...whole, stoppedBy: notHttp } : whole;
      }
      const { answer: _, ...request } = ending(hop);
      const { source, reportedStatus } = event;
      return reportedStatus === undefined
        ? { ...request, state, source, redirectUrl, endedAt }
        : { ...request, state, source, redirectUrl, endedAt, reportedStatus };
    }
    case "completed":
      return { ...ending(hop), state: "answered", answer: event.answer, endedAt: event.at };
    case "failed":
      return { ...ending(hop), state: "failed", error: event.error, endedAt: event.at };
  }
}

function withoutStop(chain: Chain): Chain {
  const last = lastHop(chain);
  if (last.state !== "redirected") return chain;
  const { stoppedBy: _, ...followed } = last;
  return withLastHop(chain, followed);
}

/**
 * No browser reports a request after a redirect to a URL that is not http(s) (decision D7): loads fail (Fetch,
 * "HTTP-redirect fetch"), pages and frames may be handed to an app.
 */
function isLastWord({ redirectUrl }: ServerRedirected): boolean {
  return !isReportedUrl(redirectUrl);
}

/**
 * Without the fields that only a pending hop has. (Removing a key of an object is slow, and few hops have this one.)
 */
function ending(hop: PendingHop): Omit<PendingHop, "isIntercepted"> {
  if (hop.isIntercepted === undefined) return hop;
  const { isIntercepted: _, ...rest } = hop;
  return rest;
}

/**
 * The chain with a pending last hop for the event's URL: unchanged, with the next hop of a followed redirect, or with
 * an inferred redirect where the URL changed without an event. Undefined: a late event of an earlier hop.
 */
function alignWith(chain: Chain, event: RequestEvent): Chain | undefined {
  const last = lastHop(chain);
  if (last.state === "pending" && isSameResource(last.url, event.url)) return chain;
  const isFollowing = last.state === "redirected" && isSameResource(last.redirectUrl, event.url);
  if (!isFollowing && event.kind !== "started" && chain.hops.some((hop) => isSameResource(hop.url, event.url))) {
    return undefined;
  }
  // An upgrade keeps the request's body.
  const isUpgraded = last.state === "pending" && isHttpsUpgrade(last.url, event.url);
  const body = event.kind === "started" ? event.body : isUpgraded ? last.body : unseenBody(event.method);
  const next = pendingHop(event, body);
  if (isFollowing) return withHop(chain, next);
  if (last.state === "pending") return withHop(withLastHop(chain, inferredRedirect(last, next)), next);
  if (last.state !== "redirected") return undefined;
  // The browser reported one target and requested another: it redirected in between, without an event.
  const silent = pendingHop({ ...event, url: last.redirectUrl }, next.body);
  return withHop(withHop(chain, inferredRedirect(silent, next)), next);
}

function inferredRedirect(hop: PendingHop, next: PendingHop): RedirectedHop {
  const { answer, isIntercepted = false, ...request } = hop;
  const redirect = {
    ...request,
    state: "redirected",
    inferred: true,
    redirectUrl: next.url,
    endedAt: next.startedAt,
  } as const;
  if (answer !== undefined && isRedirection(answer)) return { ...redirect, source: "server", answer };
  if (isHttpsUpgrade(hop.url, next.url)) return { ...redirect, source: "upgrade" };
  return { ...redirect, source: isIntercepted ? "service-worker" : "browser" };
}

/**
 * Whether the event is a duplicate. Times alone are not sufficient: a browser may report whole milliseconds, and two
 * hops of a loop can fit into one. An earlier hop's event is a duplicate only if it is also older than the current hop.
 */
function isRepeated(chain: Chain, event: RequestEvent): boolean {
  const last = lastHop(chain);
  const isOlder = event.at < last.startedAt;
  if (event.kind === "started") {
    return isOlder && chain.hops.some((hop) => hop.startedAt === event.at && isSameResource(hop.url, event.url));
  }
  if (event.kind !== "redirected") return false;
  const isThis = (hop: Hop) =>
    hop.state === "redirected" &&
    isSameResource(hop.url, event.url) &&
    isSameResource(hop.redirectUrl, event.redirectUrl);
  return (
    isThis(last) || (isOlder && chain.hops.some((hop) => isThis(hop) && "endedAt" in hop && hop.endedAt === event.at))
  );
}

/**
 * Request headers complete what is known about the body. Content-Length is the exact size. Without it, a form's size is
 * known only if it is sent urlencoded.
 */
function bodyBesideHeaders(body: Body, headers: PendingHop["requestHeaders"] & object): Body {
  if (body.presence !== "present") return body;
  const header = (name: string) => headers.find((line) => line.name.toLowerCase() === name)?.value;
  const length = header("content-length");
  if (length !== undefined && /^\d+$/.test(length)) {
    const { sizeIsMinimum: _, ...whole } = body;
    return { ...whole, sizeBytes: Number(length) };
  }
  const isUrlencoded = header("content-type")?.startsWith("application/x-www-form-urlencoded") ?? false;
  if (body.kind !== "form" || isUrlencoded) return body;
  const { sizeBytes: _, ...unsized } = body;
  return unsized;
}

function showsRedirect(event: RequestEvent): boolean {
  if (event.kind === "redirected") return true;
  return (event.kind === "headers-received" || event.kind === "completed") && isRedirection(event.answer);
}

/** Any 3xx status except 304, which answers a conditional request. */
function isRedirection(answer: Answer): boolean {
  return answer.status >= 300 && answer.status <= 399 && answer.status !== 304;
}

/**
 * The body of a request whose start was not seen. GET and HEAD have no body: https://fetch.spec.whatwg.org/#dom-request
 */
function unseenBody(method: string): Body {
  return { presence: method === "GET" || method === "HEAD" ? "absent" : "unknown" };
}

function pendingHop(event: RequestEvent, body: Body): PendingHop {
  return { state: "pending", url: event.url, method: event.method, body, startedAt: event.at };
}

function chainOf(event: RequestEvent, hop: Hop): Chain {
  const { requestId, tabId, frameId, resourceType, initiator } = event;
  const chain = { id: requestId, requestId, tabId, frameId, resourceType, hops: [hop] } as const;
  return initiator === undefined ? chain : { ...chain, initiator };
}
