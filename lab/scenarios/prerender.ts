/** Documents that are loaded before anybody asked for them: Chromium's speculation rules. Firefox has no prerender. */
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
    title: "a link to a page that Chromium has loaded beforehand, by way of a 302",
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
    title: "a page that Chromium loads beforehand, by way of a 302, and nobody visits",
    run: (context) => prerender(context, "unused"),
    expected: (lab, browserName) => (browserName === "chromium" ? [chain(lab, "unused")] : []),
  },
];

/**
 * Puppeteer 24 now and then loses a page whose place a prerendered one takes, at once or 100 ms later: from here on the
 * tab may only be looked at in its panel, or closed. The page that is left tells the lab.
 */
export async function followLink(page: Page): Promise<void> {
  await page.evaluate(() => addEventListener("pagehide", () => navigator.sendBeacon("/page?left")));
  await page.click("a");
}

/** Ends when the page has a link, and the lab has been asked for what is behind it, if the browser does such things. */
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
