/**
 * The interface of a route: it gets a complete request and returns a plain description of the response. Routes are pure
 * functions and never touch a socket.
 */
import type { LabCertificates } from "./certificates.ts";
import type { Scheme } from "./hosts.ts";
import type { LabUrl } from "./url-maker.ts";
import type { Query } from "./query.ts";
import type { ReceivedRequest } from "./received.ts";
import type { RequestBody } from "./request-body.ts";

export type Header = readonly [name: string, value: string];

export interface LabRequest {
  readonly scheme: Scheme;
  readonly host: string;
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly path: string;
  readonly query: Query;
  readonly body: RequestBody;
  /** Of a request header; the name in lower case. */
  header(name: string): string | undefined;
}

export interface Reply {
  readonly status: number;
  /** The usual phrase of the status when absent. */
  readonly reason?: string | undefined;
  /** Values are byte strings: one character per byte. Repeats are sent as repeats. */
  readonly headers: readonly Header[];
  readonly body: Buffer;
  /** How long to wait before answering; at once when absent. */
  readonly delayMs?: number;
}

/** What a route can use of the lab. */
export interface RouteContext {
  readonly port: number;
  readonly otherPort: number;
  readonly certificates: LabCertificates;
  readonly received: () => readonly ReceivedRequest[];
  readonly url: LabUrl;
}

export type Route = (request: LabRequest, context: RouteContext) => Reply;
