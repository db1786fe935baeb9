/** Upgrades to https inside the browser: HSTS from a header or from the preloaded list, and by a page's own policy. */
import type { BrowserName } from "../browser-name.ts";
import { publicHost } from "../hosts.ts";
import type { LabUrl } from "../url-maker.ts";
import { fetchHere, sendForm, type ExpectedHop, type Scenario, type TestContext } from "./scenario.ts";

const internal = { status: "HSTS", method: "GET → GET", body: "none", seo: "None (browser)" } as const;
const answered = { status: "200", method: "GET", body: "none", seo: "—" } as const;

export const hstsScenarios: readonly Scenario[] = [
  {
    name: "hsts-first",
    title: "http to a host that asked for HSTS",
    run: (context) => visitSecured(context, context.lab.url("secure.test", "/page?again")),
    expected: ({ url }) => [
      [
        { ...internal, url: url("secure.test", "/page?again") },
        { ...answered, url: secure(url, "/page?again") },
      ],
    ],
  },
  {
    name: "hsts-middle",
    title: "a server's 301 to http on a host that asked for HSTS",
    run: (context) => visitSecured(context, redirectTo(context.lab.url, 301, "/page")),
    expected: ({ url }) => [
      [
        { ...internal, status: "301", seo: "Permanent", url: redirectTo(url, 301, "/page") },
        { ...internal, url: url("secure.test", "/page") },
        { ...answered, url: secure(url, "/page") },
      ],
    ],
  },
  {
    name: "hsts-between",
    title: "HSTS between a server's 302 and another's 301",
    run: (context) => visitSecured(context, redirectTo(context.lab.url, 302, between)),
    expected: ({ url }) => [
      [
        { ...internal, status: "302", seo: "Temporary", url: redirectTo(url, 302, between) },
        { ...internal, url: url("secure.test", between) },
        { ...internal, status: "301", seo: "Permanent", url: secure(url, between) },
        { ...answered, url: secure(url, "/page?between") },
      ],
    ],
  },
  {
    name: "hsts-post",
    title: "a form's POST to http on a host that asked for HSTS: method and body are kept",
    async run(context) {
      await context.visit(secure(context.lab.url, "/page?before"));
      await sendForm(context, { action: context.lab.url("secure.test", "/page?form"), enctype: "urlencoded" });
    },
    expected: ({ url }) => [
      [
        { ...internal, method: "POST → POST", body: "sent → kept", url: url("secure.test", "/page?form") },
        { ...answered, method: "POST", body: "sent", url: secure(url, "/page?form") },
      ],
    ],
  },
  {
    name: "hsts-preloaded",
    title: "http to a host on the browsers' preloaded HSTS list",
    run: ({ lab, visit }) => visit(lab.url("preloaded.dev", "/page")),
    expected: ({ url }, browserName) => [
      [
        // Firefox 153 reports no cause, and this host has sent no HSTS header.
        { ...internal, status: browserName === "chromium" ? "HSTS" : "Upgrade", url: url("preloaded.dev", "/page") },
        { ...answered, url: url("preloaded.dev", "/page", { scheme: "https" }) },
      ],
    ],
  },
  {
    name: "https-upgrade",
    title: "http to a public host: browsers try https first",
    run: ({ visit }) => visit(`http://${publicHost}/page`),
    expected: (_, browserName) => [upgradedHops(browserName)],
  },
  {
    name: "https-upgrade-middle",
    title: "a server's 301 to http on a public host",
    run: ({ lab, visit }) => visit(toPublicHost(lab.url)),
    expected: ({ url }, browserName) => [
      [{ ...internal, status: "301", seo: "Permanent", url: toPublicHost(url) }, ...upgradedHops(browserName)],
    ],
  },
  {
    name: "csp-upgrade",
    title: "a page's policy upgrade-insecure-requests: a fetch of http",
    async run({ lab, page }) {
      const policy = encodeURIComponent("Content-Security-Policy:upgrade-insecure-requests");
      await page.goto(lab.url("shop.test", `/fetch?header=${policy}`, { scheme: "https" }));
      await fetchHere(page, lab.url("api.test", "/page?upgraded"));
    },
    // Chromium 156 requests https from the start and reports no redirect.
    expected: ({ url }, browserName) =>
      browserName === "chromium"
        ? []
        : [
            [
              { ...internal, status: "Upgrade", url: url("api.test", "/page?upgraded") },
              { ...answered, url: url("api.test", "/page?upgraded", { scheme: "https" }) },
            ],
          ],
  },
];

function upgradedHops(browserName: BrowserName): ExpectedHop[] {
  return [
    { ...internal, status: "Upgrade", url: `http://${publicHost}/page` },
    // Firefox 153 cannot map this host's ports to the lab's: there the page fails.
    { ...answered, status: browserName === "chromium" ? "200" : "Failed", url: `https://${publicHost}/page` },
  ];
}

function toPublicHost(url: LabUrl): string {
  return url("shop.test", `/redirect?status=301&to=${encodeURIComponent(`http://${publicHost}/page`)}`);
}

const between = "/redirect?status=301&to=/page?between";

function redirectTo(url: LabUrl, status: number, path: string): string {
  return url("shop.test", `/redirect?status=${status}&to=${encodeURIComponent(url("secure.test", path))}`);
}

function secure(url: LabUrl, path: string): string {
  return url("secure.test", path, { scheme: "https" });
}

/** Visits the host over https first, so that it sets HSTS. */
async function visitSecured({ lab, visit }: TestContext, url: string): Promise<void> {
  await visit(secure(lab.url, "/page?before"));
  await visit(url);
}
