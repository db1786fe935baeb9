/** Locations that are odd but legal: the hops' URLs are what the browser made of them. */
import type { LabUrl } from "../url-maker.ts";
import type { ExpectedHop, Scenario } from "./scenario.ts";

/** User name and password in URLs. */
export const labCredentials = "me:secret";

interface OddLocation {
  readonly name: string;
  readonly title: string;
  /** As sent. */
  readonly location: string | ((url: LabUrl) => string);
  /** Of the first request's URL. */
  readonly fragment?: string;
  /** Where both browsers navigate, as the panel shows it. */
  readonly target: (url: LabUrl) => string;
}

const idn = (url: LabUrl) => url("xn--bcher-kva.test", "/page");
const other = (url: LabUrl) => url("other.test", "/page");

const locations: readonly OddLocation[] = [
  { name: "relative", title: "a relative path", location: "page?relative", target: shop("/page?relative") },
  {
    name: "scheme-relative",
    title: "a URL without a scheme",
    location: (url) => other(url).replace("http:", ""),
    target: other,
  },
  {
    name: "query-only",
    title: "a query alone",
    location: "?status=308&to=/page",
    target: shop("/redirect?status=308&to=/page"),
  },
  { name: "space", title: "spaces", location: "/page?a b c", target: shop("/page?a%20b%20c") },
  { name: "non-ascii", title: "UTF-8 that is not escaped", location: "/page?\u00e9", target: shop("/page?%C3%A9") },
  {
    name: "capitals",
    title: "scheme and host in capitals",
    location: (url) => other(url).replace("http://other.test", "HTTP://OTHER.TEST"),
    target: other,
  },
  { name: "fragment", title: "a fragment", location: "/page#there", target: shop("/page#there") },
  {
    name: "fragment-inherited",
    title: "no fragment, after one",
    location: "/page",
    fragment: "#here",
    target: shop("/page#here"),
  },
  {
    name: "fragment-replaced",
    title: "a fragment, after another",
    location: "/page#there",
    fragment: "#here",
    target: shop("/page#there"),
  },
  {
    name: "credentials",
    title: "user and password",
    location: (url) => url("shop.test", "/page").replace("//", `//${labCredentials}@`),
    target: (url) => masked(url, "/page"),
  },
  {
    name: "other-port",
    title: "another port of the same host",
    location: (url) => url("shop.test", "/page", { at: "otherPort" }),
    target: (url) => url("shop.test", "/page", { at: "otherPort" }),
  },
  {
    name: "ipv6",
    title: "an IPv6 address",
    location: (url) => url("[::1]", "/page"),
    target: (url) => url("[::1]", "/page"),
  },
  {
    name: "idn",
    title: "a host name that is not ASCII",
    location: (url) => idn(url).replace("xn--bcher-kva", "b\u00fccher"),
    target: idn,
  },
];

/** Bytes that are not UTF-8, in the Location and in another header: extensions get them as `binaryValue`. */
const bytes: Scenario = {
  name: "location-bytes",
  title: "a Location with a byte that is not UTF-8",
  run: ({ lab, visit }) => visit(lab.url("shop.test", bytesPath)),
  expected: ({ url }) => [
    [
      { status: "302", method: "GET → GET", body: "none", seo: "Temporary", url: url("shop.test", bytesPath) },
      { status: "200", method: "GET", body: "none", seo: "—", url: url("shop.test", "/page?%E9") },
    ],
  ],
};

const bytesPath = "/redirect?status=302&to=/page?%E9&header=X-Bytes:%FF%FE";

/** Browsers reject two different Locations (Chromium 156, Firefox 153); the same one twice counts once. */
const severalLocations = (["same", "different"] as const).map((name): Scenario => {
  const path = `/redirect?status=302&to=/page&header=${encodeURIComponent(`Location:/page${name === "same" ? "" : "?2"}`)}`;
  return {
    name: `location-twice-${name}`,
    title: `two Location headers, ${name === "same" ? "equal" : "different"}`,
    run: ({ lab, visit }) => visit(lab.url("shop.test", path)),
    // Firefox 153 reports only that the content is corrupted, which has many possible causes.
    expected: ({ url }, browserName) => {
      const get = { method: "GET", body: "none" } as const;
      const end: ExpectedHop = { ...get, status: "200", seo: "—", url: url("shop.test", "/page") };
      const first: ExpectedHop = {
        ...get,
        method: "GET → GET",
        status: "302",
        seo: "Temporary",
        url: url("shop.test", path),
      };
      if (name === "different" && browserName === "firefox") return [];
      return [name === "same" ? [first, end] : [{ ...get, status: "Failed", seo: "—", url: url("shop.test", path) }]];
    },
  };
});

/** For extensions they are part of the URL, although they are sent in a header. */
const firstCredentials: Scenario = {
  name: "credentials-first",
  title: "user and password in the first URL",
  run: ({ lab, visit }) => visit(lab.url("shop.test", credentialsPath).replace("//", `//${labCredentials}@`)),
  expected: ({ url }) => [
    [
      { status: "302", method: "GET → GET", body: "none", seo: "Temporary", url: masked(url, credentialsPath) },
      { status: "200", method: "GET", body: "none", seo: "—", url: masked(url, "/page") },
    ],
  ],
};

function masked(url: LabUrl, path: string): string {
  return url("shop.test", path).replace("//", "//***@");
}

const credentialsPath = "/redirect?status=302&to=/page";

const oddButFollowed: readonly Scenario[] = locations.map((odd) => ({
  name: `location-${odd.name}`,
  title: `a Location with ${odd.title}`,
  run: ({ lab, visit }) => visit(firstUrl(odd, lab.url)),
  expected: ({ url }) => {
    const first: ExpectedHop = {
      status: "302",
      method: "GET → GET",
      body: "none",
      seo: "Temporary",
      // Credentials are masked in a URL inside the URL, too.
      url: firstUrl(odd, url).replace(encodeURIComponent(labCredentials), "***"),
    };
    const target = { method: "GET", body: "none", url: odd.target(url) } as const;
    if (odd.name !== "query-only") return [[first, { ...target, status: "200", seo: "—" }]];
    const end: ExpectedHop = { status: "200", method: "GET", body: "none", seo: "—", url: url("shop.test", "/page") };
    return [[first, { ...target, status: "308", method: "GET → GET", seo: "Permanent" }, end]];
  },
}));

function firstUrl({ location, fragment = "" }: OddLocation, url: LabUrl): string {
  const sent = typeof location === "string" ? location : location(url);
  return url("shop.test", `/redirect?status=302&to=${encodeURIComponent(sent)}${fragment}`);
}

function shop(path: string): (url: LabUrl) => string {
  return (url) => url("shop.test", path);
}

export const oddLocationScenarios: readonly Scenario[] = [
  ...oddButFollowed,
  bytes,
  ...severalLocations,
  firstCredentials,
];
