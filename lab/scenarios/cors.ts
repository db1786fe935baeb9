/** Cross-origin redirects: with CORS permission, without it, and of requests that need none. */
import type { BrowserName } from "../browser-name.ts";
import { loadElement, type LoadingElement } from "./resources.ts";
import type { ExpectedHop, Scenario, TestContext } from "./scenario.ts";
import { fetching, hop, oneChain } from "./scenario-builders.ts";

const followed = "GET → GET";

export const corsScenarios: readonly Scenario[] = [
  fetching(
    "cors-moved",
    "a fetch's 301 to another origin that allows none",
    "/feed.json",
    {},
    (url, labUrl, browserName) => [
      hop(301, followed, url("/feed.json")),
      unreadable(browserName, labUrl("api.test", "/v2/feed.json?cors=no")),
    ],
  ),
  fetching("cors-moved-allowed", "a fetch's 301 to another origin that allows it", "/news.json", {}, (url, labUrl) => [
    hop(301, followed, url("/news.json")),
    hop(200, "GET", labUrl("api.test", "/v2/feed.json")),
  ]),
  fetching(
    "cors-no-cors",
    'a fetch with mode: "no-cors" to another origin',
    "/feed.json",
    { mode: "no-cors" },
    (url, labUrl) => [
      hop(301, followed, url("/feed.json")),
      hop(200, "GET", labUrl("api.test", "/v2/feed.json?cors=no")),
    ],
  ),
  fetching(
    "cors-sign-in",
    "a fetch's 302 to a sign-in page of another origin",
    "/api/cart",
    {},
    (url, labUrl, browserName) => [
      hop(302, followed, url("/api/cart")),
      unreadable(browserName, labUrl("other.test", "/sso/login?cors=no&client_id=shop")),
    ],
  ),
  {
    name: "cors-sign-in-xhr",
    title: "an XMLHttpRequest's 302 to a sign-in page of another origin",
    async run({ lab, page }) {
      await page.goto(lab.url("shop.test", "/fetch"));
      await page.evaluate(async () => {
        const request = new XMLHttpRequest();
        request.open("GET", "/api/cart");
        const ended = new Promise((resolve) => request.addEventListener("loadend", resolve));
        request.send();
        await ended;
      });
    },
    expected: oneChain((url, labUrl, browserName) => [
      hop(302, followed, url("/api/cart")),
      unreadable(browserName, labUrl("other.test", "/sso/login?cors=no&client_id=shop")),
    ]),
  },
  {
    name: "cors-event-source",
    title: "an EventSource's 302 to another origin that allows none",
    async run({ lab, page }) {
      await page.goto(lab.url("shop.test", "/fetch"));
      await page.evaluate(async () => {
        const source = new EventSource("/events");
        await new Promise((resolve) => source.addEventListener("error", resolve));
        source.close();
      });
    },
    expected: refused("/events", "/v2/events?cors=no"),
  },
  {
    name: "cors-module",
    title: "a module script's 302 to another origin that allows none",
    run: (context) => load(context, "/app.mjs", { tag: "script", urlIn: "src", attributes: { type: "module" } }),
    expected: refused("/app.mjs", "/cdn/app.mjs?cors=no"),
  },
  {
    name: "cors-script",
    title: "a script's 302 to another origin: it needs no permission",
    run: (context) => load(context, "/app.mjs", { tag: "script", urlIn: "src" }),
    expected: oneChain((url, labUrl) => [
      hop(302, followed, url("/app.mjs")),
      hop(200, "GET", labUrl("api.test", "/cdn/app.mjs?cors=no")),
    ]),
  },
  {
    name: "cors-font",
    title: "a font's 302 to another origin that allows none",
    async run({ lab, page }) {
      await page.goto(lab.url("shop.test", "/fetch"));
      await page.evaluate(async () => {
        await new FontFace("brand", 'url("/brand.woff2")').load().catch(() => undefined);
      });
    },
    expected: refused("/brand.woff2", "/cdn/brand.woff2?cors=no"),
  },
];

async function load({ page, lab }: TestContext, path: string, element: LoadingElement): Promise<void> {
  await page.goto(lab.url("shop.test", "/fetch"));
  await loadElement(page, lab.url("shop.test", path), element);
}

function refused(path: string, target: string): Scenario["expected"] {
  return oneChain((url, labUrl, browserName) => [
    hop(302, followed, url(path)),
    unreadable(browserName, labUrl("api.test", target)),
  ]);
}

/**
 * A response that the page may not read: Chromium 156 reports a failure without a response, Firefox 153 the response.
 */
function unreadable(browserName: BrowserName, url: string): ExpectedHop {
  return hop(browserName === "firefox" ? 200 : "Failed", "GET", url);
}
