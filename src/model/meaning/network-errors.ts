/**
 * What an error name of a browser says: the kind of failure, and whether the request had been sent by then. Names with
 * `net::` are listed in net_error_list.h; the others are nsresult names, or the last activity of a socket
 * (`NS_ERROR_NET_ON_…`).
 */
import { answerOf, isInternal, type Hop } from "../chain/redirect-chain.ts";

export const networkErrorKinds = [
  "dns",
  "refused",
  "unreachable",
  "timeout",
  "tls",
  "closed",
  "port",
  "blocked",
  "other",
] as const;
export type NetworkErrorKind = (typeof networkErrorKinds)[number];

/** The first pattern that matches decides. */
const kinds: readonly (readonly [NetworkErrorKind, RegExp])[] = [
  ["dns", /NAME_NOT_RESOLVED|NAME_RESOLUTION|ERR_DNS_|UNKNOWN_HOST|UNKNOWN_PROXY_HOST|ERR_ICANN_NAME_COLLISION/],
  ["port", /UNSAFE_PORT|PORT_ACCESS_NOT_ALLOWED/],
  ["tls", /ERR_(?:SSL|CERT|BAD_SSL|ECH)_|SEC_ERROR|SSL_ERROR|MOZILLA_PKIX|INADEQUATE_SECURITY|NET_ON_TLS|certificate/i],
  ["refused", /CONNECTION_REFUSED|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED/],
  [
    "unreachable",
    /ADDRESS_UNREACHABLE|ADDRESS_INVALID|INTERNET_DISCONNECTED|ERROR_OFFLINE|NETWORK_UNREACHABLE|NETWORK_CHANGED/,
  ],
  ["timeout", /TIMED_OUT|NET_TIMEOUT/],
  [
    "closed",
    /EMPTY_RESPONSE|CONNECTION_(?:CLOSED|RESET|ABORTED)|NET_(?:RESET|INTERRUPT|EMPTY_RESPONSE)|SOCKET_NOT_CONNECTED/,
  ],
  ["blocked", /BLOCKED_BY|CONTENT_BLOCKED|BLOCKED_URI|CSP_/],
];

export function networkErrorKind(error: string): NetworkErrorKind {
  return kinds.find(([, pattern]) => pattern.test(error))?.[0] ?? "other";
}

/** The connection, and with it the request, never came about. */
const unsentKinds: ReadonlySet<NetworkErrorKind> = new Set(["dns", "port", "tls", "refused", "unreachable"]);
/** DOM_BAD_URI: CORS refused it beforehand; what is refused by its answer has an answer. */
const unsentErrors =
  /ERR_CONNECTION_TIMED_OUT|BLOCKED_BY_(?:CLIENT|CSP|ADMINISTRATOR)|NET_ON_(?:RESOLV|CONNECT)|DOM_BAD_URI/;
/** Something of an answer came. */
const sentErrors =
  /EMPTY_RESPONSE|INVALID_HTTP_RESPONSE|RESPONSE_HEADERS|CONTENT_(?:LENGTH|DECODING)|CHUNKED|INVALID_REDIRECT|UNSAFE_REDIRECT|CORRUPTED_CONTENT|INVALID_CONTENT_ENCODING|PARTIAL_TRANSFER|BLOCKED_BY_(?:RESPONSE|ORB)|NET_ON_(?:WAITING|RECEIVING|RESPONSE)/;

/** Whether a request that ended with this error had been sent; undefined: the name does not say. */
export function wasSentBefore(error: string): boolean | undefined {
  if (unsentErrors.test(error) || unsentKinds.has(networkErrorKind(error))) return false;
  return sentErrors.test(error) ? true : undefined;
}

/**
 * Whether a hop's request was sent to a server. Undefined while it is under way and where the error does not say. What the
 * browser redirects inside itself is carried on to the next hop.
 */
export function wasSent(hop: Hop): boolean | undefined {
  if (answerOf(hop) !== undefined) return true;
  if (hop.state === "redirected" && isInternal(hop)) return true;
  if (hop.state !== "failed") return undefined;
  // Without TLS, a connection that was closed had been there for the request.
  const isClosed = networkErrorKind(hop.error) === "closed" && hop.url.startsWith("http:");
  return isClosed || wasSentBefore(hop.error);
}
