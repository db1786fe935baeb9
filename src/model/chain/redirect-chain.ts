/**
 * The domain types: a redirect chain, its hops, and the small helpers that read them.
 * Plain data only (no classes, Maps, functions), so a chain can go through `storage.session`, a port and a JSON file.
 */
import { isReportedUrl } from "../url/location-url.ts";

/** A header line as sent; `name` keeps its case. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What is known about a request body: kind, size and field names only, never a value. */
export type Body =
  | { readonly presence: "absent" }
  /** The browser doesn't report it (some browsers, for PATCH and DELETE), or the start of the hop wasn't seen. */
  | { readonly presence: "unknown" }
  | {
      readonly presence: "present";
      /** `unreadable`: the browser reports only that there is a body. */
      readonly kind: "form" | "bytes" | "file" | "unreadable";
      readonly sizeBytes?: number;
      /** The browser truncated the body: it has at least `sizeBytes`. */
      readonly sizeIsMinimum?: true;
      readonly fieldNames?: readonly string[];
    };

/** An HTTP response that the browser received (from the network or its cache). */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  /** The protocol version from the status line, for example `HTTP/1.1`. */
  readonly protocol?: string;
  readonly headers: readonly Header[];
  /** Some headers are unknown: a header that isn't listed may have been sent. */
  readonly headersIncomplete?: true;
  readonly ip?: string;
  readonly fromCache: boolean;
}

/** Redirects made inside the browser, which no server sent. `browser`: unknown cause. */
export const internalSources = ["hsts", "upgrade", "extension", "service-worker", "browser"] as const;
/** Redirects made by the page that a hop delivered. `page`: a meta refresh or a script, it's unknown which. */
export const clientSources = ["meta-refresh", "refresh-header", "script", "page"] as const;
export type InternalSource = (typeof internalSources)[number];
export type ClientSource = (typeof clientSources)[number];
export type RedirectSource = "server" | InternalSource | ClientSource;

/** Stands for a method that the browser didn't report. Not a valid method name (RFC 9110 §9.1, tokens). */
export const unknownMethod = "?";

/** Stands for an error: the Location isn't a web address, and browsers don't report what happens to it. */
export const notHttp = "not-http";

/** What a document's HTML tells search engines. The page's scripts may have added it. */
export interface PageFacts {
  /** The absolute URL of each `<link rel="canonical">`. */
  readonly canonicals?: readonly string[];
  /** The rules of its robots meta elements, each as a line of `X-Robots-Tag`: `noindex`, `googlebot: noindex`. */
  readonly robots?: readonly string[];
}

interface HopRequest {
  readonly url: string;
  /** As sent, or `unknownMethod`. */
  readonly method: string;
  readonly body: Body;
  /** Milliseconds since the epoch, by the browser's event clock. */
  readonly startedAt: number;
  readonly requestHeaders?: readonly Header[];
  /** The browser reported no event for this hop: it's inferred from the hops before and after it. */
  readonly inferred?: true;
  /** Facts about the final document: only on the last hop, and only if the page was inspected. */
  readonly page?: PageFacts;
}

export interface PendingHop extends HopRequest {
  readonly state: "pending";
  /** Seen before the hop ended: the only evidence of a 3xx that the browser then rejects. */
  readonly answer?: Answer;
  /** A service worker handles it: a change to another URL is the worker's. */
  readonly isIntercepted?: true;
}

interface RedirectedHopBase extends HopRequest {
  readonly state: "redirected";
  /** The target that the browser reported. */
  readonly redirectUrl: string;
  readonly endedAt: number;
  /** The browser's error if the redirect wasn't followed, or `notHttp`. */
  readonly stoppedBy?: string;
  /** The directive of the page's Content Security Policy that forbids the target, if the redirect wasn't followed. */
  readonly forbiddenBy?: string;
}

export interface ServerRedirect extends RedirectedHopBase {
  readonly source: "server";
  readonly answer: Answer;
}

export interface InternalRedirect extends RedirectedHopBase {
  readonly source: InternalSource;
  /** The status that the browser synthesized (for example, 307). No server sent it. */
  readonly reportedStatus?: number;
}

export interface ClientRedirect extends RedirectedHopBase {
  readonly source: ClientSource;
  /** The response that delivered the redirecting page. */
  readonly answer: Answer;
  /** Only for meta refresh and the Refresh header. */
  readonly delaySeconds?: number;
}

export type RedirectedHop = ServerRedirect | InternalRedirect | ClientRedirect;

export interface AnsweredHop extends HopRequest {
  readonly state: "answered";
  readonly answer: Answer;
  readonly endedAt: number;
}

export interface FailedHop extends HopRequest {
  readonly state: "failed";
  /** The browser's error name, for example `net::ERR_INVALID_REDIRECT`. */
  readonly error: string;
  readonly answer?: Answer;
  readonly endedAt: number;
}

/** One request and its response, in exactly one of the states pending, redirected, answered, failed. */
export type Hop = PendingHop | RedirectedHop | AnsweredHop | FailedHop;

/** All hops of a request, including the final hop, which isn't a redirect. */
export interface Chain {
  /** The id of the first request: unique within a browser session. */
  readonly id: string;
  /** The id of the request that the last hop belongs to; differs from `id` after a client redirect. */
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  /** In webRequest's spelling. */
  readonly resourceType: string;
  readonly initiator?: string;
  /** The first events of this request weren't seen. */
  readonly beginningMissed?: true;
  /** Read from another program's file: requests that aren't in the file may have been sent. */
  readonly fromFile?: true;
  /** The chain exceeded the hop limit: `count` hops are missing after the hop with the index `afterHop`. */
  readonly omittedHops?: { readonly afterHop: number; readonly count: number };
  readonly hops: readonly [Hop, ...Hop[]];
}

export type Outcome =
  | { readonly kind: "pending" }
  | { readonly kind: "completed" }
  | { readonly kind: "failed"; readonly error: string };

export function lastHop(chain: Chain): Hop {
  return chain.hops.at(-1) ?? chain.hops[0];
}

/**
 * The outcome is the final response or failure; a redirect that wasn't followed is also a failure. If another extension
 * replaces a request with a URL that browsers don't report, the chain is complete.
 */
export function chainOutcome(chain: Chain): Outcome {
  const last = lastHop(chain);
  switch (last.state) {
    case "pending":
      return { kind: "pending" };
    case "answered":
      return { kind: "completed" };
    case "failed":
      return { kind: "failed", error: last.error };
    case "redirected":
      if (last.stoppedBy !== undefined) return { kind: "failed", error: last.stoppedBy };
      return { kind: isInternal(last) && !isReportedUrl(last.redirectUrl) ? "completed" : "pending" };
  }
}

/** The number of followed redirects: one fewer than the hops. */
export function redirectCount(chain: Chain): number {
  return chain.hops.length - 1 + (chain.omittedHops?.count ?? 0);
}

/** Prerendered and not activated yet. Such a document's frame id differs from the tab's main frame id. */
export function isPrerendered({ resourceType, frameId }: Chain): boolean {
  return resourceType === "main_frame" && frameId !== 0;
}

export function isInternal(hop: RedirectedHop): hop is InternalRedirect {
  return !("answer" in hop);
}

export function isClientRedirect(hop: RedirectedHop): hop is ClientRedirect {
  return clientSources.some((source) => source === hop.source);
}

/** The HTTP response of a hop, in any state. */
export function answerOf(hop: Hop): Answer | undefined {
  return "answer" in hop ? hop.answer : undefined;
}

/** Whether all headers are known, so that a header that isn't listed wasn't sent. */
export function areHeadersKnown({ headersIncomplete }: Answer): boolean {
  return headersIncomplete !== true;
}

/** Whether the chain ends in a redirect and comes from a file that may lack the next request. */
export function isEndMissing(chain: Chain): boolean {
  if (chain.fromFile !== true) return false;
  const last = lastHop(chain);
  if (last.state === "redirected") return last.stoppedBy === undefined;
  const status = last.state === "answered" ? last.answer.status : 0;
  return status >= 300 && status <= 399 && status !== 304;
}

/** The first value of a header; names are case-insensitive (RFC 9110 §5.1). `name` must be in lower case. */
export function headerValue(headers: readonly Header[] | undefined, name: string): string | undefined {
  // Comparing lengths first rules out most names at a tenth of the cost.
  return headers?.find((header) => header.name.length === name.length && header.name.toLowerCase() === name)?.value;
}

/** Start time of the chain's last request: the first request, or the one after the last client redirect. */
export function requestStartedAt({ hops }: Chain): number {
  const left = hops.findLastIndex((hop) => hop.state === "redirected" && isClientRedirect(hop));
  return (hops[left + 1] ?? hops[0]).startedAt;
}

/** Milliseconds from the request to the end of this hop; absent while it is pending. */
export function hopDurationMs(hop: Hop): number | undefined {
  return hop.state === "pending" ? undefined : Math.max(0, hop.endedAt - hop.startedAt);
}

/** Milliseconds from the first request to the last end seen; absent before any hop ended. */
export function chainDurationMs(chain: Chain): number | undefined {
  const ends = chain.hops.flatMap((hop) => (hop.state === "pending" ? [] : [hop.endedAt]));
  return ends.length === 0 ? undefined : Math.max(0, Math.max(...ends) - chain.hops[0].startedAt);
}

export function withHop(chain: Chain, hop: Hop): Chain {
  return { ...chain, hops: [...chain.hops, hop] };
}

export function withLastHop(chain: Chain, hop: Hop): Chain {
  const hops: [Hop, ...Hop[]] = [...chain.hops];
  hops[hops.length - 1] = hop;
  return { ...chain, hops };
}
