/** The lab's host names and what each is for. One list for tests, the trace recorder and the start page. */

/** All of them must be mapped to loopback in the browser; public DNS does not resolve them. */
export const labHosts = [
  "shop.test",
  "www.shop.test",
  "api.test",
  "other.test",
  "secure.test",
  "preloaded.dev",
  "xn--bcher-kva.test",
] as const;

/**
 * Chromium tries https first for public hosts. This one is reserved for examples (RFC 2606), and its ports 80 and 443
 * are mapped to the lab's.
 */
export const publicHost = "www.example.com";

/** No server listens on it; browsers try to connect (unlike port 1, which they block). */
export const closedPort = 81;

export type LabHost = (typeof labHosts)[number];

export const labHostPurposes = {
  "shop.test": "the site under test: the start page lives here",
  "www.shop.test": "same site, other origin: the usual www redirect",
  "api.test": "another site that pages fetch from",
  "other.test": "another site that pages are sent to",
  "secure.test": "sends Strict-Transport-Security over https, so a second http visit is upgraded",
  "preloaded.dev": "under .dev, which browsers have on their preloaded HSTS list: http never leaves the browser",
  "xn--bcher-kva.test": "b\u00fccher.test, a name that is not ASCII",
} as const satisfies Record<LabHost, string>;

export type Scheme = "http" | "https";

/** Loopback itself works too, without any mapping. */
export type LabHostOrLoopback = LabHost | "localhost" | "127.0.0.1" | "[::1]";

/** The host that sends Strict-Transport-Security. */
export const hstsHost: LabHost = "secure.test";

/** Short, so that the browser profile of a demo soon forgets the rule. */
export const hstsHeaderValue = "max-age=600";

/** The value of Chromium's `--host-resolver-rules`. */
export const chromiumHostRules = "MAP *.test 127.0.0.1,MAP *.dev 127.0.0.1";

/** The value of Firefox's pref `network.dns.localDomains`, which takes no wildcards. */
export const firefoxLocalDomains = labHosts.join(",");
