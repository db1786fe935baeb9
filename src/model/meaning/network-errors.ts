/**
 * Classifies browser error names: the kind of failure, and whether the request had been sent. Names with `net::` are
 * listed in net_error_list.h; the others are nsresult names, or the last activity of a socket (`NS_ERROR_NET_ON_…`).
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

/** No connection was established, so the request wasn't sent. */
const unsentKinds: ReadonlySet<NetworkErrorKind> = new Set(["dns", "port", "tls", "refused", "unreachable"]);
/** DOM_BAD_URI: CORS blocked the request before it was sent; a request blocked by its response has a response. */
const unsentErrors =
  /ERR_CONNECTION_TIMED_OUT|BLOCKED_BY_(?:CLIENT|CSP|ADMINISTRATOR)|NET_ON_(?:RESOLV|CONNECT)|DOM_BAD_URI/;
/** Part of a response arrived. */
const sentErrors =
  /EMPTY_RESPONSE|INVALID_HTTP_RESPONSE|RESPONSE_HEADERS|CONTENT_(?:LENGTH|DECODING)|CHUNKED|INVALID_REDIRECT|UNSAFE_REDIRECT|CORRUPTED_CONTENT|INVALID_CONTENT_ENCODING|PARTIAL_TRANSFER|BLOCKED_BY_(?:RESPONSE|ORB)|NET_ON_(?:WAITING|RECEIVING|RESPONSE)/;

/** Whether a request that failed with this error had been sent; undefined if the name doesn't show it. */
export function wasSentBefore(error: string): boolean | undefined {
  if (unsentErrors.test(error) || unsentKinds.has(networkErrorKind(error))) return false;
  return sentErrors.test(error) ? true : undefined;
}

/**
 * Whether a hop's request was sent to a server. Undefined while it's pending, and if the error doesn't show it. An
 * internal redirect counts as sent: its request continues with the next hop.
 */
export function wasSent(hop: Hop): boolean | undefined {
  if (answerOf(hop) !== undefined) return true;
  if (hop.state === "redirected" && isInternal(hop)) return true;
  if (hop.state !== "failed") return undefined;
  // Without TLS, a closed connection had already carried the request.
  const isClosed = networkErrorKind(hop.error) === "closed" && hop.url.startsWith("http:");
  return isClosed || wasSentBefore(hop.error);
}
