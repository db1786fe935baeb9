/** Documents that are loaded in advance by Chromium's speculation rules. Firefox does not prerender. */
import type { Page } from "puppeteer-core";
import { received, type ExpectedChain, type Scenario, type TestContext } from "./scenario.ts";

const path = (name: string) => `/redirect?status=302&to=/page?${name}`;

function chain({ url }: Pick<TestContext["lab"], "url">, name: string): ExpectedChain {
  return [
    { status: "302", method: "GET → GET", body: "none", seo: "Temporary", url: url("shop.test", path(name)) },
    { status: "200", method: "GET", body: "none", seo: "—", url: url("shop.test", `/page?${name}`) },
  ];
}

export const prerenderScenarios: readonly Scenario[] = [
  {
    name: "prerender-activated",
    title: "a link to a page that Chromium has prerendered, through a 302",
    shownIn: "tab-of-its-own",
    async run(context) {
      await prerender(context, "activated");
      await followLink(context.page);
      await received(context, "/page?left");
    },
    expected: (lab) => [chain(lab, "activated")],
  },
  {
    name: "prerender-not-activated",
    title: "a page that Chromium prerenders through a 302, and that is never visited",
    run: (context) => prerender(context, "unused"),
    expected: (lab, browserName) => (browserName === "chromium" ? [chain(lab, "unused")] : []),
  },
];

/**
 * Puppeteer 24 sometimes loses a page that a prerendered one replaces, immediately or 100 ms later: after this, the
 * tab can only be observed in its panel, or closed. The old page notifies the lab.
 */
export async function followLink(page: Page): Promise<void> {
  await page.evaluate(() => addEventListener("pagehide", () => navigator.sendBeacon("/page?left")));
  await page.click("a");
}

/** Resolves when the page has a link and the lab has received the prerender request, if the browser prerenders. */
async function prerender(context: TestContext, name: string): Promise<void> {
  const { lab, page } = context;
  await page.goto(lab.url("shop.test", "/fetch"));
  if (await addRules(page, path(name))) await received(context, `/page?${name}`);
}

function addRules(page: Page, url: string): Promise<boolean> {
  return page.evaluate((address) => {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = "a page";
    const rules = document.createElement("script");
    rules.type = "speculationrules";
    rules.textContent = JSON.stringify({ prerender: [{ urls: [address], eagerness: "immediate" }] });
    document.body.replaceChildren(link);
    document.head.append(rules);
    return HTMLScriptElement.supports("speculationrules");
  }, url);
}
