/**
 * Requests that a service worker makes: no tab is theirs. When a worker hands a server's redirect on to a page, the
 * redirect is seen here, and the tab's own request just jumps over it (Chromium 156, Firefox 153).
 */
import { beginChain, growChain } from "./grow-chain.ts";
import { isSameResource, locationUrl } from "../url/location-url.ts";
import { chainSizeBytes } from "./log-limits.ts";
import {
  answerOf,
  chainOutcome,
  headerValue,
  type Chain,
  type RedirectedHop,
  type ServerRedirect,
} from "../chain/redirect-chain.ts";
import { isRedirectStatus } from "../meaning/redirect-status.ts";
import type { RequestEvent } from "./log-event.ts";

/** By request id. */
export type WorkerRequests = Record<string, Chain>;

const mostKept = 100;
const largestKeptBytes = 2 ** 16;

export function noteWorkerRequest(requests: WorkerRequests, event: RequestEvent): void {
  const before = requests[event.requestId];
  const chain = before === undefined ? beginChain(event) : growChain(before, event);
  if (chain === undefined || chain === before) return;
  if (chainSizeBytes(chain) > largestKeptBytes) {
    delete requests[event.requestId];
    return;
  }
  requests[event.requestId] = chain;
  if (chainOutcome(chain).kind !== "pending" && serverRedirect(chain) === undefined) delete requests[event.requestId];
  const [oldest, ...others] = Object.keys(requests);
  if (oldest !== undefined && others.length >= mostKept) delete requests[oldest];
}

/** The chain with what the worker handed on in the place of what was only inferred. */
export function withPassedRedirects(chain: Chain, requests: WorkerRequests): Chain {
  if (chain.hops.every((hop) => hop.state !== "redirected" || hop.source !== "service-worker")) return chain;
  const passed = (hop: RedirectedHop) =>
    Object.values(requests)
      .map(serverRedirect)
      .findLast(
        (redirect) =>
          redirect !== undefined &&
          isSameResource(redirect.url, hop.url) &&
          isSameResource(redirect.redirectUrl, hop.redirectUrl),
      );
  const [first, ...rest] = chain.hops.map((hop) =>
    hop.state === "redirected" && hop.source === "service-worker" ? (passed(hop) ?? hop) : hop,
  );
  return first === undefined ? chain : { ...chain, hops: [first, ...rest] };
}

/** Chromium reports the worker's redirect as not followed, Firefox as an answer. */
function serverRedirect({ hops: [hop], beginningMissed }: Chain): ServerRedirect | undefined {
  const answer = answerOf(hop);
  if (beginningMissed === true) return undefined;
  if (hop.state === "pending" || hop.state === "failed" || answer === undefined) return undefined;
  const location = headerValue(answer.headers, "location");
  if (!isRedirectStatus(answer.status) || location === undefined) return undefined;
  const target = locationUrl(location, hop.url);
  if (!("url" in target)) return undefined;
  const { url, method, body, startedAt, endedAt, requestHeaders } = hop;
  const redirect = { url, method, body, startedAt, endedAt, redirectUrl: target.url, answer } as const;
  return {
    ...redirect,
    ...(requestHeaders === undefined ? {} : { requestHeaders }),
    state: "redirected",
    source: "server",
  };
}
