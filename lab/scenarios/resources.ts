/** Redirects of what a page loads: frames, scripts, style sheets, workers. */
import type { Page } from "puppeteer-core";
import type { ExpectedHop, Scenario } from "./scenario.ts";

const kinds = ["frame", "image", "script", "style", "worker-fetch"] as const;
type Kind = (typeof kinds)[number];

export const resourceScenarios: readonly Scenario[] = kinds.map((kind) => ({
  name: `resource-${kind}`,
  title: `a redirected ${kind}`,
  async run({ lab, page }) {
    await page.goto(lab.url("shop.test", "/fetch"));
    await load(page, lab.url("shop.test", path(kind)), kind);
  },
  expected: ({ url }) => {
    const first: ExpectedHop = {
      status: "301",
      method: "GET → GET",
      body: "none",
      seo: "Permanent",
      url: url("shop.test", path(kind)),
    };
    return [[first, { status: "200", method: "GET", body: "none", seo: "—", url: url("shop.test", target(kind)) }]];
  },
}));

function target(kind: Kind): string {
  return `/page?${kind}`;
}

function path(kind: Kind): string {
  return `/redirect?status=301&to=${encodeURIComponent(target(kind))}`;
}

/** Ends when the page has seen the end. */
async function load(page: Page, url: string, kind: Kind): Promise<void> {
  await page.evaluate(
    async (address, wanted) => {
      if (wanted === "worker-fetch") {
        const code = `fetch(${JSON.stringify(address)}).then(() => postMessage("done"))`;
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
        await new Promise((resolve) => worker.addEventListener("message", resolve));
        return;
      }
      const tags: Partial<Record<string, string>> = { frame: "iframe", image: "img", style: "link" };
      const element = document.createElement(tags[wanted] ?? wanted);
      if (wanted === "style") element.setAttribute("rel", "stylesheet");
      element.setAttribute(wanted === "style" ? "href" : "src", address);
      const ended = new Promise((resolve) => {
        for (const event of ["load", "error"]) element.addEventListener(event, resolve);
      });
      document.body.append(element);
      await ended;
    },
    url,
    kind,
  );
}
