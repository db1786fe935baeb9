/** Tests the classification of browser error names. */
import { expect, test } from "vitest";
import { networkErrorKind, wasSent } from "../../../src/model/meaning/network-errors.ts";
import { answered, failed, internal, pending, served } from "../hops.ts";

const http = "http://shop.test/";
const https = "https://shop.test/";

test.each([
  ["net::ERR_NAME_NOT_RESOLVED", "dns", false],
  ["NS_ERROR_UNKNOWN_HOST", "dns", false],
  ["net::ERR_CONNECTION_REFUSED", "refused", false],
  ["NS_ERROR_CONNECTION_REFUSED", "refused", false],
  ["net::ERR_UNSAFE_PORT", "port", false],
  ["NS_ERROR_PORT_ACCESS_NOT_ALLOWED", "port", false],
  ["net::ERR_CERT_AUTHORITY_INVALID", "tls", false],
  ["net::ERR_SSL_PROTOCOL_ERROR", "tls", false],
  ["SEC_ERROR_UNKNOWN_ISSUER", "tls", false],
  ["Peer’s Certificate issuer is not recognized.", "tls", false],
  ["net::ERR_ADDRESS_UNREACHABLE", "unreachable", false],
  ["net::ERR_CONNECTION_TIMED_OUT", "timeout", false],
  ["net::ERR_TIMED_OUT", "timeout", undefined],
  ["NS_ERROR_NET_TIMEOUT", "timeout", undefined],
  ["net::ERR_EMPTY_RESPONSE", "closed", true],
  ["net::ERR_CONNECTION_RESET", "closed", true],
  ["NS_ERROR_NET_RESET", "closed", true],
  ["net::ERR_BLOCKED_BY_CLIENT", "blocked", false],
  ["net::ERR_BLOCKED_BY_ORB", "blocked", true],
  ["net::ERR_INVALID_HTTP_RESPONSE", "other", true],
  ["NS_ERROR_CORRUPTED_CONTENT", "other", true],
  ["NS_ERROR_NET_ON_RECEIVING_FROM", "other", true],
  ["NS_ERROR_NET_ON_RESOLVED", "other", false],
  ["net::ERR_FAILED", "other", undefined],
  ["net::ERR_ABORTED", "other", undefined],
  ["", "other", undefined],
])("%s", (error, kind, isSent) => {
  expect(networkErrorKind(error)).toBe(kind);
  expect(wasSent(failed(http, error))).toBe(isSent);
});

test("with TLS, a closed connection doesn't show whether the request was sent", () => {
  expect(wasSent(failed(https, "net::ERR_CONNECTION_RESET"))).toBeUndefined();
});

test.each([
  ["answered", answered(http), true],
  ["redirected", served(http, 302, https), true],
  ["redirected by the browser", internal(http, "hsts", https), true],
  ["pending", pending(http), undefined],
] as const)("%s", (_, hop, isSent) => {
  expect(wasSent(hop)).toBe(isSent);
});
