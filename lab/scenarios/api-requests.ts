/** Script requests on real sites: APIs that redirect to a sign-in page, ignored responses, dropped tokens. */
import { received, type Scenario } from "./scenario.ts";
import { fetching, hop, json, oneChain } from "./scenario-builders.ts";

const lost = "POST → GET";
const acceptJson = { headers: { Accept: "application/json" } };
const withToken = { headers: { Authorization: "Bearer a.token" } };

export const apiRequestScenarios: readonly Scenario[] = [
  {
    name: "api-beacon-302",
    title: "a beacon's POST is answered with 302",
    async run(context) {
      await context.page.goto(context.lab.url("shop.test", "/fetch"));
      await context.page.evaluate(() => navigator.sendBeacon("/collect", "page=1"));
      await received(context, "/v2/collect");
    },
    expected: oneChain((url) => [hop(302, lost, url("/collect")), hop(204, "GET", url("/v2/collect"))]),
  },
  fetching(
    "api-keepalive-302",
    "a fetch with keepalive: its POST is answered with 302",
    "/collect",
    keepalive(),
    (url) => [hop(302, lost, url("/collect")), hop(204, "GET", url("/v2/collect"))],
  ),
  {
    name: "api-csp-report-302",
    title: "a policy's report (CSP) is answered with 302",
    async run(context) {
      const policy = "Content-Security-Policy:connect-src 'none'; report-uri /csp-report";
      await context.page.goto(context.lab.url("shop.test", `/fetch?header=${encodeURIComponent(policy)}`));
      await context.page.evaluate(() => fetch("/page?forbidden").catch(() => undefined));
      await received(context, "/csp-report");
    },
    expected: oneChain((url) => [hop(302, "POST", url("/csp-report"))]),
  },
  fetching(
    "api-json-302",
    "a fetch's JSON POST is answered with 302, and JSON follows",
    "/api/jobs",
    json("POST", { n: 1 }),
    (url) => [hop(302, lost, url("/api/jobs")), hop(200, "GET", url("/api/jobs/17"))],
  ),
  fetching(
    "api-json-422",
    "a fetch's JSON POST is redirected to a trailing slash (307), where it is not valid",
    "/api/orders",
    json("POST", {
      quantity: 0,
    }),
    (url) => [hop(307, "POST → POST", url("/api/orders")), hop(422, "POST", url("/api/orders/"))],
  ),
  ...(["PUT", "PATCH", "DELETE"] as const).map((method) =>
    fetching(
      `api-${method.toLowerCase()}-sign-in`,
      `a fetch's ${method} is sent on to a sign-in page (307)`,
      "/api/profile",
      method === "DELETE" ? { method } : json(method, { name: "Ada" }),
      (url, _, browserName) => {
        // Chromium 156 does not report whether a PATCH or DELETE has a body.
        const isUnknown = browserName === "chromium" && method !== "PUT";
        const body = isUnknown ? "unknown" : method === "DELETE" ? "none" : undefined;
        return [hop(307, `${method} → ${method}`, url("/api/profile"), body), hop(405, method, url("/signin"), body)];
      },
    ),
  ),
  fetching("api-html-for-json", "a fetch wants JSON, and a 302 leads to a page", "/api/me", acceptJson, (url) => [
    hop(302, "GET → GET", url("/api/me")),
    hop(200, "GET", url("/signin?next=%2Fapi%2Fme")),
  ]),
  fetching("api-json-for-json", "a fetch wants JSON, and a 302 leads to JSON", "/api/jobs", acceptJson, (url) => [
    hop(302, "GET → GET", url("/api/jobs")),
    hop(200, "GET", url("/api/jobs/17")),
  ]),
  fetching(
    "api-token-dropped",
    "a fetch's token is dropped at a 302 to another origin",
    "/api/account",
    withToken,
    (url, labUrl) => [hop(302, "GET → GET", url("/api/account")), hop(401, "GET", labUrl("api.test", "/v2/account"))],
  ),
  fetching("api-token-kept", "a fetch's token stays at a 302 within the origin", "/api/invoices", withToken, (url) => [
    hop(302, "GET → GET", url("/api/invoices")),
    hop(200, "GET", url("/v2/account")),
  ]),
];

function keepalive(): RequestInit {
  return { method: "POST", body: "page=1", keepalive: true };
}
