/** Redirects of a page in a new tab: they belong to that tab, not to its opener. */
import { received, type Scenario } from "./scenario.ts";

const ways = {
  link: 'target="_blank"',
  "link-with-opener": 'target="_blank" rel="opener"',
  script: `onclick="window.open(this.href); return false"`,
} as const;

export const newWindowScenarios: readonly Scenario[] = (["link", "link-with-opener", "script"] as const).map((way) => {
  const target = `/page?new-window-by-${way}`;
  const path = `/redirect?status=302&to=${target}`;
  return {
    name: `new-window-by-${way}`,
    title: `a new tab, opened by a ${way.replaceAll("-", " ")}`,
    shownIn: "opened-tab",
    async run(context) {
      await context.page.goto(context.lab.url("shop.test", "/fetch"));
      await context.page.evaluate((markup) => {
        document.body.innerHTML = markup;
      }, `<a href="${path}" ${ways[way]}>a link</a>`);
      await context.page.click("a");
      await received(context, target);
    },
    expected: ({ url }) => [
      [
        { status: "302", method: "GET → GET", body: "none", seo: "Temporary", url: url("shop.test", path) },
        { status: "200", method: "GET", body: "none", seo: "—", url: url("shop.test", target) },
      ],
    ],
  };
});
