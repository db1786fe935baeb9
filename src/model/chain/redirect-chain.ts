/**
 * The nouns of the domain: a redirect chain, its hops, and the one-line questions asked about them.
 * Plain data only (no classes, Maps, functions), so that a chain survives `storage.session`, a port and a JSON file.
 */
import { isReportedUrl } from "../url/location-url.ts";

/** A header line as sent; `name` keeps its spelling. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What is known about a request body. Never a value of it: kind, size and field names only. */
export type Body =
  | { readonly presence: "absent" }
  /** The browser does not tell (Chromium: PATCH, DELETE), or the start of the hop was not seen. */
  | { readonly presence: "unknown" }
  | {
      readonly presence: "present";
      /** `unreadable`: the browser says that there is a body, and no more. */
      readonly kind: "form" | "bytes" | "file" | "unreadable";
      readonly sizeBytes?: number;
      /** The browser cut the body: it has at least `sizeBytes`. */
      readonly sizeIsMinimum?: true;
      readonly fieldNames?: readonly string[];
    };

/** An HTTP answer that the browser received (from the network or its cache). */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  /** The status line's first word, for example `HTTP/1.1`. */
  readonly protocol?: string;
  readonly headers: readonly Header[];
  /** Not all of its headers are known: one that is not among them may have been sent. */
  readonly headersIncomplete?: true;
  readonly ip?: string;
  readonly fromCache: boolean;
}

/** Redirects made inside the browser, which no server sent. `browser`: the cause is not known. */
export const internalSources = ["hsts", "upgrade", "extension", "service-worker", "browser"] as const;
/** Redirects made by the page that an exchange delivered. `page`: by a meta refresh or a script, there is no knowing which. */
export const clientSources = ["meta-refresh", "refresh-header", "script", "page"] as const;
export type InternalSource = (typeof internalSources)[number];
export type ClientSource = (typeof clientSources)[number];
export type RedirectSource = "server" | InternalSource | ClientSource;

/** In place of a method that the browser did not tell. No method has this name (RFC 9110 §9.1, tokens). */
export const unknownMethod = "?";

/** In place of an error: the Location is no web address, and of what becomes of it browsers tell nothing. */
export const notHttp = "not-http";

/** What a document tells search engines about itself in its HTML. Scripts of the page may have written it. */
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
  /** The browser gave no event for this hop: it is concluded from its neighbours. */
  readonly inferred?: true;
  /** Of the document that redirects led to: only on the last hop, and only where the page was asked. */
  readonly page?: PageFacts;
}

export interface PendingHop extends HopRequest {
  readonly state: "pending";
  /** Seen before the hop ended: the only trace of a 3xx that the browser then refuses. */
  readonly answer?: Answer;
  /** A service worker took it over: a jump to another URL is its doing. */
  readonly isIntercepted?: true;
}

interface RedirectedHopBase extends HopRequest {
  readonly state: "redirected";
  /** Where the browser said it goes. */
  readonly redirectUrl: string;
  readonly endedAt: number;
  /** The browser's error, when it did not go there: the redirect was not followed. Or `notHttp`. */
  readonly stoppedBy?: string;
  /** The directive of the page's Content Security Policy that forbids the target, where the redirect was not followed. */
  readonly forbiddenBy?: string;
}

export interface ServerRedirect extends RedirectedHopBase {
  readonly source: "server";
  readonly answer: Answer;
}

export interface InternalRedirect extends RedirectedHopBase {
  readonly source: InternalSource;
  /** The status that the browser made up (Chromium's 307). No server sent it. */
  readonly reportedStatus?: number;
}

export interface ClientRedirect extends RedirectedHopBase {
  readonly source: ClientSource;
  /** The answer whose page redirected. */
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
  /** The browser's word, for example `net::ERR_INVALID_REDIRECT`. */
  readonly error: string;
  readonly answer?: Answer;
  readonly endedAt: number;
}

/** One exchange. It is exactly one of pending, redirected, answered, failed. */
export type Hop = PendingHop | RedirectedHop | AnsweredHop | FailedHop;

/** All hops of a request, the last non-redirect hop included. */
export interface Chain {
  /** The id of the request that began it: unique within a browser session. */
  readonly id: string;
  /** The request that its last hop belongs to; differs from `id` after a client redirect. */
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  /** In webRequest's spelling. */
  readonly resourceType: string;
  readonly initiator?: string;
  /** The first events of this request were not seen. */
  readonly beginningMissed?: true;
  /** Read from a file of another program: a request that is not in it may have been sent. */
  readonly fromFile?: true;
  /** The chain has more hops than are kept: so many are missing after the hop of this index. */
  readonly leftOut?: { readonly afterHop: number; readonly count: number };
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
 * The final answer or failure makes the outcome; a redirect that was not followed is a failure, too. What another
 * extension puts in the place of a request is its last answer: nothing more is told of it.
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

/** Redirects really followed: one fewer than the hops. */
export function redirectCount(chain: Chain): number {
  return chain.hops.length - 1 + (chain.leftOut?.count ?? 0);
}

/** Loaded beforehand, and not shown so far. Chromium 156 gives such a document another frame id than the tab's. */
export function isPrerendered({ resourceType, frameId }: Chain): boolean {
  return resourceType === "main_frame" && frameId !== 0;
}

export function isInternal(hop: RedirectedHop): hop is InternalRedirect {
  return !("answer" in hop);
}

export function isClientRedirect(hop: RedirectedHop): hop is ClientRedirect {
  return clientSources.some((source) => source === hop.source);
}

/** The HTTP answer of a hop, in whatever state it is. */
export function answerOf(hop: Hop): Answer | undefined {
  return "answer" in hop ? hop.answer : undefined;
}

/** Whether a header that is not among the answer's was not sent. */
export function areHeadersKnown({ headersIncomplete }: Answer): boolean {
  return headersIncomplete !== true;
}

/** It ends in a redirect, and the file that it was read from may lack what came next. */
export function isEndMissing(chain: Chain): boolean {
  if (chain.fromFile !== true) return false;
  const last = lastHop(chain);
  if (last.state === "redirected") return last.stoppedBy === undefined;
  const status = last.state === "answered" ? last.answer.status : 0;
  return status >= 300 && status <= 399 && status !== 304;
}

/** The first value of a header; names are compared without case (RFC 9110 §5.1). */
export function headerValue(headers: readonly Header[] | undefined, name: string): string | undefined {
  // Most names are told apart by their length alone, at a tenth of the price.
  return headers?.find((header) => header.name.length === name.length && header.name.toLowerCase() === name)?.value;
}

/** When the chain's last request began: the first one, or the one that the last client redirect led to. */
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
