/**
 * Pages on real sites: Locations that are empty or have no scheme, proxies, moves to the home page, hints for search
 * engines.
 */
import type { BrowserName } from "../browser-name.ts";
import { type ExpectedChain, type Scenario } from "./scenario.ts";
import { fetching, hop, oneChain, visiting } from "./scenario-builders.ts";

const followed = "GET → GET";

export const siteMoveScenarios: readonly Scenario[] = [
  ...([301, 302] as const).flatMap((status) => {
    const path = `/redirect?status=${status}&to=`;
    return [
      visiting(`location-empty-${status}`, `a page's ${status} with an empty Location`, path, (url, _, browserName) =>
        withoutLocation(status, url(path), browserName),
      ),
      fetching(
        `location-empty-${status}-fetch`,
        `a fetch's ${status} with an empty Location`,
        path,
        {},
        (url, _, browserName) => withoutLocation(status, url(path), browserName),
      ),
    ];
  }),
  visiting("location-without-scheme", "a Location without a scheme is a path", "/old/catalog", (url) => [
    hop(301, followed, url("/old/catalog")),
    hop(404, "GET", url("/old/www.shop.test/new/catalog")),
  ]),
  visiting(
    "location-without-scheme-endless",
    "a Location without a scheme, on every path",
    "/archive/2019",
    (url, _, browserName) =>
      endless(browserName, (n) => url(`/archive/${n === 0 ? "2019" : `${"www.shop.test/".repeat(n)}archive`}`)),
  ),
  ...(["https", "http"] as const).map((scheme): Scenario => ({
    name: `proxy-${scheme}`,
    title: `${scheme}, and a server behind a proxy that sees every request as http`,
    run: ({ lab, visit }) => visit(lab.url("shop.test", "/pricing", { scheme })),
    expected: oneChain((_, labUrl, browserName) =>
      endless(browserName, (n) => labUrl("shop.test", "/pricing", { scheme: n === 0 ? scheme : "https" })),
    ),
  })),
  moved("home-index", "an old page leads to /index.html", "/old-product", "/index.html"),
  moved("home-language", "an old page leads to /en/", "/old-category", "/en/"),
  moved("home-error", "an old page leads to the home page with an error", "/old-offer", "/?error=not-found", 302),
  fromOldDomain("home-domain", "a page of an old domain leads to the new one's home page", "/catalog/blue-chair", "/"),
  fromOldDomain(
    "page-domain",
    "a page of an old domain leads to its new place",
    "/catalog/red-chair",
    "/products/red-chair",
  ),
  moved("robots-tag", "a 301 with X-Robots-Tag: noindex", "/old-manual", "/manual"),
  moved("language", "a 302 by language, without Vary", "/shop", "/en/shop", 302),
  moved("language-vary", "a 302 by language, with Vary", "/store", "/en/shop", 302),
];

function moved(name: string, title: string, from: string, to: string, status = 301): Scenario {
  return visiting(`moved-${name}`, title, from, (url) => [hop(status, followed, url(from)), hop(200, "GET", url(to))]);
}

function fromOldDomain(name: string, title: string, from: string, to: string): Scenario {
  return {
    name: `moved-${name}`,
    title,
    run: ({ lab, visit }) => visit(lab.url("other.test", from)),
    expected: oneChain((url, labUrl) => [hop(301, followed, labUrl("other.test", from)), hop(200, "GET", url(to))]),
  };
}

/** Chromium 156 makes 20 requests and does not follow the last answer; Firefox 153 makes a 21st and then gives up. */
function endless(browserName: string, urlOf: (n: number) => string): ExpectedChain {
  const count = browserName === "chromium" ? 19 : 20;
  const last = browserName === "chromium" ? hop(301, "GET", urlOf(count)) : hop("Failed", "GET", urlOf(count));
  return [...Array.from({ length: count }, (_, n) => hop(301, followed, urlOf(n))), last];
}

/** Firefox 153 requests the same URL until it gives up; Chromium 156 treats it as the final response. */
function withoutLocation(status: number, url: string, browserName: BrowserName): ExpectedChain {
  if (browserName === "chromium") return [hop(status, "GET", url)];
  return [...Array.from({ length: 20 }, () => hop(status, followed, url)), hop("Failed", "GET", url)];
}
