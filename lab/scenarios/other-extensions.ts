/**
 * Another extension next to Hopscope: one that redirects, and one that only listens, which makes Chromium report less.
 */
import type { LabUrl } from "../url-maker.ts";
import { fetchInPage, type ExpectedHop, type Scenario } from "./scenario.ts";

const internal = { method: "GET → GET", body: "none", seo: "None (browser)" } as const;
const end = { status: "200", method: "GET", body: "none", seo: "—" } as const;

export const otherExtensionScenarios: readonly Scenario[] = [
  {
    name: "extension-redirects",
    title: "another extension redirects a page",
    extension: "redirecting",
    run: ({ lab, visit }) => visit(lab.url("shop.test", "/moved-by-extension")),
    expected: ({ url }) => [
      [
        { ...internal, status: "Extension", url: url("shop.test", "/moved-by-extension") },
        { ...end, url: url("shop.test", "/page?moved") },
      ],
    ],
  },
  {
    name: "extension-redirects-mid-chain",
    title: "another extension redirects what a server's 302 led to",
    extension: "redirecting",
    run: ({ lab, visit }) => visit(lab.url("shop.test", "/redirect?status=302&to=/moved-by-extension")),
    // Then Chromium 156 reports no event for it to any extension.
    expected: ({ url }, browserName) => [
      [
        {
          ...internal,
          status: "302",
          seo: "Temporary",
          url: url("shop.test", "/redirect?status=302&to=/moved-by-extension"),
        },
        {
          ...internal,
          ...(browserName === "chromium" ? ({ status: "Unknown", seo: "—" } as const) : { status: "Extension" }),
          url: url("shop.test", "/moved-by-extension"),
        },
        { ...end, url: url("shop.test", "/page?moved") },
      ],
    ],
  },
  {
    name: "extension-redirects-fetch",
    title: "another extension redirects a fetch",
    extension: "redirecting",
    run: (context) => fetchInPage(context, context.lab.url("shop.test", "/moved-by-extension")),
    expected: ({ url }) => [
      [
        { ...internal, status: "Extension", url: url("shop.test", "/moved-by-extension") },
        { ...end, url: url("shop.test", "/page?moved") },
      ],
    ],
  },
  {
    name: "extension-redirects-to-itself",
    title: "another extension replaces a script by its own file, as ad blockers do",
    extension: "redirecting",
    async run({ lab, page }) {
      await page.goto(lab.url("shop.test", "/fetch"));
      await page.evaluate(async () => {
        const script = document.createElement("script");
        script.src = "/advertisement";
        const ended = new Promise((resolve) => {
          for (const event of ["load", "error"]) script.addEventListener(event, resolve);
        });
        document.body.append(script);
        await ended;
      });
    },
    expected: ({ url }) => [replacedHops(url)],
  },
  {
    name: "extension-redirects-page-to-itself",
    title: "another extension replaces a page by its own page, as blockers do",
    extension: "redirecting",
    run: ({ lab, visit }) => visit(lab.url("shop.test", "/advertisement")),
    expected: ({ url }) => [replacedHops(url)],
  },
  {
    name: "extension-upgrades",
    title: "another extension upgrades a page to https",
    extension: "redirecting",
    run: ({ lab, visit }) => visit(lab.url("shop.test", upgraded)),
    expected: ({ url }, browserName) => [
      [
        {
          ...internal,
          // Firefox 153 reports only an upgrade, not its cause.
          status: browserName === "chromium" ? "Extension" : "Upgrade",
          url: url("shop.test", upgraded),
        },
        { ...end, url: url("shop.test", upgraded, { scheme: "https" }) },
      ],
    ],
  },
  {
    name: "extension-listens-hsts-first",
    title: "HSTS at the first hop, while another extension listens with extraHeaders",
    extension: "listening",
    async run({ lab, visit }) {
      await visit(lab.url("secure.test", "/page?before", { scheme: "https" }));
      await visit(lab.url("secure.test", "/page?again"));
    },
    expected: ({ url }) => [hstsHops(url, "/page?again")],
  },
  {
    name: "extension-listens-hsts-middle",
    title: "HSTS after a server's 301, while another extension listens with extraHeaders",
    extension: "listening",
    async run({ lab, visit }) {
      await visit(lab.url("secure.test", "/page?before", { scheme: "https" }));
      await visit(hstsStart(lab.url));
    },
    expected: ({ url }, browserName) => [
      [
        { ...internal, status: "301", seo: "Permanent", url: hstsStart(url) },
        ...hstsHops(url, "/page?middle", browserName === "chromium" ? "Upgrade" : "HSTS"),
      ],
    ],
  },
];

const upgraded = "/page?upgraded-by-extension";

/** Browsers do not report the replacement to other extensions. */
function replacedHops(url: LabUrl): ExpectedHop[] {
  return [{ ...internal, status: "Extension", method: "GET", url: url("shop.test", "/advertisement") }];
}

function hstsStart(url: LabUrl): string {
  return url("shop.test", `/redirect?status=301&to=${encodeURIComponent(url("secure.test", "/page?middle"))}`);
}

/** Then, in the middle of a chain, Chromium 156 reports neither an event for it nor a cause. */
function hstsHops(url: LabUrl, path: string, status: "HSTS" | "Upgrade" = "HSTS"): ExpectedHop[] {
  return [
    { ...internal, status, url: url("secure.test", path) },
    { ...end, url: url("secure.test", path, { scheme: "https" }) },
  ];
}
