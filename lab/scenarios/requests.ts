/** Redirects of requests by scripts, by workers, and by the browser on behalf of a page. */
import { redirectedOnce, redirectTo, target } from "./redirected-once.ts";
import { received, type Scenario } from "./scenario.ts";

const get = { method: "GET → GET", body: "none" } as const;
const end = { status: "200", method: "GET", body: "none", seo: "—" } as const;

export const requestScenarios: readonly Scenario[] = [
  redirectedOnce("xhr", "a redirected XMLHttpRequest", async ({ lab, page }, url) => {
    await page.goto(lab.url("shop.test", "/fetch"));
    await page.evaluate(async (address) => {
      const request = new XMLHttpRequest();
      request.open("GET", address);
      const ended = new Promise((resolve) => request.addEventListener("loadend", resolve));
      request.send();
      await ended;
    }, url);
  }),
  redirectedOnce("font", "a redirected font", async ({ lab, page }, url) => {
    await page.goto(lab.url("shop.test", "/fetch"));
    await page.evaluate(async (address) => {
      await new FontFace("redirected", `url("${address}")`).load().catch(() => undefined);
    }, url);
  }),
  redirectedOnce("event-source", "a redirected EventSource", async ({ lab, page }, url) => {
    await page.goto(lab.url("shop.test", "/fetch"));
    await page.evaluate(async (address) => {
      const source = new EventSource(address);
      // The target of the redirect is not an event stream.
      await new Promise((resolve) => source.addEventListener("error", resolve));
      source.close();
    }, url);
  }),
  redirectedOnce("frame-in-frame", "a redirected frame within a frame", async ({ lab, page }, url) => {
    await page.goto(lab.url("shop.test", "/fetch"));
    await page.evaluate(async (address) => {
      let parent = document;
      for (const src of ["/fetch", address]) {
        const frame = parent.createElement("iframe");
        frame.src = src;
        const ended = new Promise((resolve) => frame.addEventListener("load", resolve));
        parent.body.append(frame);
        await ended;
        parent = frame.contentDocument ?? parent;
      }
    }, url);
  }),
  redirectedOnce("worker-fetch", "a redirected fetch of a worker", async ({ lab, page }, url) => {
    await page.goto(lab.url("shop.test", "/fetch"));
    await page.evaluate(async (script) => {
      const worker = new Worker(script);
      await new Promise((resolve) => worker.addEventListener("message", resolve));
    }, workerScript(url));
  }),
  redirectedOnce(
    "shared-worker-fetch",
    "a redirected fetch of a shared worker",
    async ({ lab, page }, url) => {
      await page.goto(lab.url("shop.test", "/fetch"));
      await page.evaluate(async (script) => {
        const { port } = new SharedWorker(script);
        await new Promise((resolve) => {
          port.addEventListener("message", resolve);
          port.start();
        });
      }, workerScript(url));
    },
    // It has no tab (Chromium 156, Firefox 153): several tabs may share the worker.
    { expected: () => [] },
  ),
  ...(["worker", "shared-worker"] as const).map((kind): Scenario => {
    const script = `/web-worker.js?${kind}`;
    const path = `/redirect?status=301&to=${encodeURIComponent(script)}`;
    return {
      name: `resource-${kind}-script`,
      title: `the redirected script of a ${kind.replace("-", " ")}`,
      async run({ lab, page }) {
        await page.goto(lab.url("shop.test", "/fetch"));
        await page.evaluate(
          async (address, isShared) => {
            const port = isShared ? new SharedWorker(address).port : new Worker(address);
            await new Promise((resolve) => {
              port.addEventListener("message", resolve);
              if (port instanceof MessagePort) port.start();
            });
          },
          path,
          kind === "shared-worker",
        );
      },
      // In Firefox 153 even the script of a shared worker has no tab.
      expected: ({ url }, browserName) =>
        kind === "shared-worker" && browserName === "firefox"
          ? []
          : [
              [
                { ...get, status: "301", seo: "Permanent", url: url("shop.test", path) },
                { ...end, url: url("shop.test", script) },
              ],
            ],
    };
  }),
  redirectedOnce(
    "ping",
    "a redirected ping of a link",
    async ({ lab, page }, url) => {
      await page.goto(lab.url("shop.test", "/fetch"));
      await page.evaluate((address) => {
        document.body.innerHTML = `<a href="#there" ping="${address}">a link</a>`;
      }, url);
      await page.click("a");
    },
    {
      expected: ({ url }) => [
        [
          {
            status: "301",
            method: "POST → GET",
            body: "sent → lost",
            seo: "Permanent",
            url: url("shop.test", redirectTo("ping")),
          },
          { ...end, url: url("shop.test", target("ping")) },
        ],
      ],
    },
  ),
  {
    name: "resource-csp-report",
    title: "a redirected report of a policy (CSP)",
    async run(context) {
      const { lab, page } = context;
      const policy = `Content-Security-Policy:connect-src 'none'; report-uri ${redirectTo("csp-report")}`;
      await page.goto(lab.url("shop.test", `/fetch?header=${encodeURIComponent(policy)}`));
      await page.evaluate(() => fetch("/page?forbidden").catch(() => undefined));
      await received(context, redirectTo("csp-report"));
    },
    expected: ({ url }) => [
      [
        {
          status: "301",
          method: "POST",
          body: "sent",
          seo: "Permanent",
          url: url("shop.test", redirectTo("csp-report")),
        },
      ],
    ],
  },
];

function workerScript(fetched: string): string {
  return `/web-worker.js?fetch=${encodeURIComponent(fetched)}`;
}
