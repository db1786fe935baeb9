/** Redirects to unreachable targets: unknown hosts, closed ports, a rejected preflight. */
import { closedPort } from "../hosts.ts";
import type { LabUrl } from "../url-maker.ts";
import { type ExpectedChain, type Scenario } from "./scenario.ts";
import { fetching, hop, json, oneChain, type Expected } from "./scenario-builders.ts";

const kept = "POST → POST";
const blockedPort = "http://localhost:1/admin/";

export const unreachableScenarios: readonly Scenario[] = [
  failingForm(
    "unreachable-form-host",
    "a form's 307 to a host that does not exist",
    "/checkout/address",
    (url, labUrl) => unsent(307, url("/checkout/address"), `http://pay.shop.test:${portOf(labUrl)}/address`),
  ),
  failingForm("unreachable-form-port", "a form's 307 to a closed port", "/checkout/card", (url) =>
    unsent(307, url("/checkout/card"), `http://shop.test:${closedPort}/card`),
  ),
  failingForm(
    "unreachable-form-hang-up",
    "a form's 307 to a server that hangs up without an answer",
    "/checkout/confirm",
    (url, labUrl) => [
      hop(307, kept, url("/checkout/confirm")),
      hop("Failed", "POST", labUrl("www.shop.test", "/checkout/done?hang-up=1", { at: "otherPort" })),
    ],
  ),
  fetching(
    "unreachable-fetch-preflight",
    "a fetch's 308 to another origin that rejects the preflight",
    "/api/payments",
    json("POST", { amount: 5 }),
    (url, labUrl, browserName) => {
      const [from, to] = [url("/api/payments"), labUrl("api.test", "/v2/payments?cors=no&preflight=route")];
      // Chromium 156 does not report preflights, so it is not known whether the request itself was sent.
      return browserName === "firefox"
        ? unsent(308, from, to)
        : [hop(308, kept, from, "sent → unknown"), hop("Failed", "POST", to, "unknown")];
    },
  ),
  toNowhere("internal-host", "an internal host name", "/dashboard", () => "http://backend.internal:3000/dashboard/"),
  toNowhere("container-name", "the name of a container", "/wiki", () => "http://wiki:8080/wiki/", 301),
  toNowhere("double-slash", "a path with two slashes, which makes it a host", "/reports", () => "https://reports/"),
  {
    ...toNowhere("blocked-port", "a port of this machine that browsers block", "/admin", () => blockedPort),
    // Firefox 153 reports no request to such a port.
    expected: ({ url }, browserName) => {
      const from = url("preloaded.dev", "/admin", { scheme: "https" });
      return browserName === "firefox"
        ? [[hop(302, "GET", from)]]
        : [[hop(302, "GET → GET", from), hop("Failed", "GET", blockedPort)]];
    },
  },
  toNowhere("localhost", "a closed port of this machine", "/status", () => `http://localhost:${closedPort}/status/`),
  toNowhere(
    "other-port",
    "a closed port of the same host",
    "/grafana",
    () => `https://preloaded.dev:${closedPort}/grafana/`,
  ),
];

/** puppeteer 24 sees no end of a failed navigation in Firefox; both browsers report the failed request. */
function failingForm(name: string, title: string, action: string, hops: Expected): Scenario {
  return {
    name,
    title,
    async run({ page, lab }) {
      await page.goto(lab.url("shop.test", `/form?method=post&action=${encodeURIComponent(action)}`));
      await Promise.all([new Promise((resolve) => page.once("requestfailed", resolve)), page.click("#send")]);
    },
    expected: oneChain(hops),
  };
}

/** The first host is public. */
function toNowhere(name: string, title: string, path: string, target: () => string, status = 302): Scenario {
  const start = (url: LabUrl) => url("preloaded.dev", path, { scheme: "https" });
  return {
    name: `unreachable-${name}`,
    title: `a page's redirect to ${title}`,
    run: ({ lab, visit }) => visit(start(lab.url)),
    expected: oneChain((_, labUrl) => [hop(status, "GET → GET", start(labUrl)), hop("Failed", "GET", target())]),
  };
}

/** The second request was never sent. */
function unsent(status: number, from: string, to: string): ExpectedChain {
  return [hop(status, kept, from, "sent → not sent"), hop("Failed", "POST", to, "not sent")];
}

function portOf(url: LabUrl): string {
  return new URL(url("shop.test", "/")).port;
}
