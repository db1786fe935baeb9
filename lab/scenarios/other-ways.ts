/** Other kinds of redirects: WebSockets, aborted loads, the cache, endless chains. */
import type { Lab } from "../server.ts";
import { fetchHere, fetchInPage, received, type ExpectedHop, type Scenario } from "./scenario.ts";

const followed = { status: "302", method: "GET → GET", body: "none", seo: "Temporary" } as const;
const end = { status: "200", method: "GET", body: "none", seo: "—" } as const;

export const otherWayScenarios: readonly Scenario[] = [
  {
    name: "websocket",
    title: "a WebSocket's handshake answered with 302",
    async run({ lab, page }) {
      await page.goto(lab.url("shop.test", "/fetch"));
      await page.evaluate(async (url) => {
        const socket = new WebSocket(url);
        await new Promise((resolve) => socket.addEventListener("close", resolve));
      }, socketUrl(lab));
    },
    // Chromium 156 reports only that the handshake failed.
    expected: (lab, browserName) =>
      browserName === "chromium" ? [] : [[{ ...followed, method: "GET", url: socketUrl(lab) }]],
  },
  {
    name: "aborted-navigation",
    title: "a navigation that is stopped after the first of two hops",
    async run(context) {
      await context.page.goto(context.lab.url("shop.test", "/fetch"));
      await context.page.evaluate(
        (url, slowUrl) => {
          setTimeout(async () => {
            location.assign(url);
            let log = "";
            while (!log.includes(slowUrl)) log = await fetch("/log").then((answer) => answer.text());
            window.stop();
          }, 0);
        },
        context.lab.url("shop.test", toSlowPage),
        slowPage,
      );
      await received(context, slowPage);
    },
    expected: ({ url }) => [
      [
        { ...end, status: "Script", method: "GET → GET", seo: "Permanent", url: url("shop.test", "/fetch") },
        { ...followed, url: url("shop.test", toSlowPage) },
        { ...end, status: "Failed", url: url("shop.test", slowPage) },
      ],
    ],
  },
  {
    name: "cached-redirect",
    title: "a 301 that comes from the cache the second time",
    async run(context) {
      const url = context.lab.url("shop.test", cachedPath);
      await fetchInPage(context, url);
      await fetchHere(context.page, url);
    },
    expected: ({ url }) => {
      const first: ExpectedHop = { ...followed, status: "301", seo: "Permanent", url: url("shop.test", cachedPath) };
      const last: ExpectedHop = { ...end, url: url("shop.test", "/page?after-cache") };
      return [
        [first, last],
        [{ ...first, isCached: true }, last],
      ];
    },
  },
  {
    name: "ping-pong",
    title: "two pages that redirect to each other",
    run: ({ lab, visit }) => visit(lab.url("shop.test", "/ping-pong?at=a")),
    expected: ({ url }, browserName) => {
      const hop = (index: number) => ({
        ...followed,
        url: url("shop.test", `/ping-pong?at=${index % 2 === 0 ? "a" : "b"}`),
      });
      const count = browserName === "chromium" ? 19 : 20;
      const last = hop(count);
      const ending: ExpectedHop =
        browserName === "chromium"
          ? { ...last, method: "GET" }
          : { ...last, status: "Failed", method: "GET", seo: "—" };
      return [[...Array.from({ length: count }, (_, index) => hop(index)), ending]];
    },
  },
  ...[20, 21].map((n): Scenario => ({
    name: `page-${n}-redirects`,
    title: `a page behind ${n} redirects`,
    run: ({ lab, visit }) => visit(countdown(lab, n)),
    expected: (lab, browserName) => {
      // Chromium 156 follows 19 redirects of a page, Firefox 153 follows 20.
      const most = browserName === "chromium" ? 19 : 20;
      const hops = Array.from({ length: Math.min(n, most) }, (_, at) => ({ ...followed, url: countdown(lab, n - at) }));
      if (n <= most) return [[...hops, { ...end, url: lab.url("shop.test", "/page") }]];
      const last = { ...followed, url: countdown(lab, n - most) };
      return [
        [
          ...hops,
          browserName === "chromium"
            ? { ...last, method: "GET" }
            : { ...last, status: "Failed", method: "GET", seo: "—" },
        ],
      ];
    },
  })),
];

const slowPage = "/page?delay=9000";
const toSlowPage = `/redirect?status=302&to=${encodeURIComponent(slowPage)}`;
const cachedPath = `/redirect?status=301&cache=max-age%3D600&to=${encodeURIComponent("/page?after-cache")}`;
function socketUrl({ url }: Pick<Lab, "url">): string {
  return url("shop.test", "/redirect?status=302&to=/page").replace("http:", "ws:");
}

function countdown({ url }: Pick<Lab, "url">, n: number): string {
  return url("shop.test", `/countdown?status=302&n=${n}&to=/page`);
}
