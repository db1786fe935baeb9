/** Service workers that do nothing, that pass a redirect on, and that redirect themselves. */
import type { LabUrl } from "../url-maker.ts";
import type { ExpectedChain, Scenario } from "./scenario.ts";

type Does = "pass" | "redirect" | "look";

const unreported = { method: "? → GET", body: "unknown" } as const;
const end = { status: "200", method: "GET", body: "none", seo: "—" } as const;

export const serviceWorkerScenarios: readonly Scenario[] = [
  {
    name: "service-worker-looks-on",
    title: "a service worker that does not respond: a page without redirects",
    run: (context) => underWorker(context, "look", "/worked/look/page"),
    expected: () => [],
  },
  {
    name: "service-worker-passes-page",
    title: "a service worker that fetches a page without redirects",
    run: (context) => underWorker(context, "pass", "/worked/pass/page"),
    expected: () => [],
  },
  {
    name: "service-worker-passes-redirect",
    title: "a service worker that passes a server's 302 on",
    run: (context) => underWorker(context, "pass", redirectPath),
    expected: ({ url }) => [
      [
        { status: "302", method: "GET → GET", body: "none", seo: "Temporary", url: secure(url, redirectPath) },
        { ...end, url: secure(url, "/page?end") },
      ],
    ],
  },
  {
    name: "service-worker-redirects",
    title: "a service worker that responds with its own redirect",
    run: (context) => underWorker(context, "redirect", "/worked/redirect/page"),
    // Chromium 156 reports nothing about the request that the worker handled, not even its method.
    expected: ({ url }, browserName): ExpectedChain[] => [
      [
        {
          status: "Service worker",
          ...(browserName === "chromium" ? unreported : { method: "GET → GET", body: "none" }),
          seo: "None (browser)",
          url: secure(url, "/worked/redirect/page"),
        },
        { ...end, url: secure(url, "/page?by-worker") },
      ],
    ],
  },
];

const redirectPath = "/worked/pass/redirect?status=302&to=/page?end";

function secure(url: LabUrl, path: string): string {
  return url("shop.test", path, { scheme: "https" });
}

async function underWorker({ lab, page, visit }: Parameters<Scenario["run"]>[0], does: Does, path: string) {
  await page.goto(secure(lab.url, `/register-worker?does=${does}`));
  await page.waitForFunction(() => document.title === "Ready");
  await visit(secure(lab.url, path));
}
