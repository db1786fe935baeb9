/** fetch() calls whose chain is ended by the page's code, CORS or the browser's limits. */
import type { Lab } from "../server.ts";
import { fetchInPage, type ExpectedHop, type Scenario } from "./scenario.ts";

const to = "/redirect?status=302&to=/page";
const unfollowed: Omit<ExpectedHop, "url"> = { status: "302", method: "GET", body: "none", seo: "Temporary" };
const followed = { method: "GET → GET", body: "none", seo: "Temporary" } as const;

export const fetchLimitScenarios: readonly Scenario[] = [
  ...(["manual", "error"] as const).map((mode): Scenario => ({
    name: `fetch-redirect-${mode}`,
    title: `fetch with redirect: "${mode}"`,
    run: (context) => fetchInPage(context, context.lab.url("shop.test", to), { redirect: mode }),
    expected: ({ url }) => [[{ ...unfollowed, url: url("shop.test", to) }]],
  })),
  {
    name: "fetch-preflight-redirected",
    title: "a CORS preflight answered with 302",
    run: (context) =>
      fetchInPage(context, context.lab.url("api.test", preflightPath), {
        method: "PUT",
        body: "{}",
        headers: { "Content-Type": "application/json" },
      }),
    // Chromium 156 reports no preflights to extensions: the PUT just fails, without any redirect.
    expected: ({ url }, browserName) =>
      browserName === "chromium" ? [] : [[{ ...unfollowed, method: "OPTIONS", url: url("api.test", preflightPath) }]],
  },
  {
    name: "fetch-cors-refused",
    title: "a redirect to another origin without CORS headers",
    run: (context) => fetchInPage(context, refusedUrl(context.lab)),
    // Chromium 156 reports neither the status nor the redirect, only net::ERR_FAILED.
    expected: (lab, browserName) => (browserName === "chromium" ? [] : [[{ ...unfollowed, url: refusedUrl(lab) }]]),
  },
  {
    name: "fetch-loop",
    title: "fetch() of a URL that redirects to itself: 20 redirects are followed",
    run: (context) => fetchInPage(context, context.lab.url("shop.test", "/loop?status=307")),
    expected: ({ url }) => {
      const loop = url("shop.test", "/loop?status=307");
      const hops = Array.from({ length: 20 }, () => ({ ...followed, status: "307", url: loop }));
      return [[...hops, { status: "Failed", method: "GET", body: "none", seo: "—", url: loop }]];
    },
  },
  {
    name: "fetch-20-redirects",
    title: "20 redirects, the maximum that fetch() follows",
    run: (context) => fetchInPage(context, countdownUrl(context.lab, 20)),
    expected: (lab) => {
      const hops = Array.from({ length: 20 }, (_, index) => ({
        ...followed,
        status: "302",
        url: countdownUrl(lab, 20 - index),
      }));
      return [[...hops, { status: "200", method: "GET", body: "none", seo: "—", url: lab.url("shop.test", "/page") }]];
    },
  },
];

const preflightPath = `${to}&preflight=route`;

function refusedUrl({ url }: Pick<Lab, "url">): string {
  return url("api.test", `/redirect?status=302&cors=no&to=${encodeURIComponent(url("other.test", "/page"))}`);
}

function countdownUrl({ url }: Pick<Lab, "url">, n: number): string {
  return url("shop.test", `/countdown?status=302&n=${n}&to=/page`);
}
