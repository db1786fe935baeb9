/** Metadata of pages for search engines after a redirect, and events that imitate the browser's. */
import type { Scenario } from "./scenario.ts";

const path = "/described?robots=noindex,follow&canonical=/old";
const redirectPath = `/redirect?status=301&to=${encodeURIComponent(path)}`;

export const pageFactScenarios: readonly Scenario[] = [
  {
    name: "described-target",
    isLastLoadOnly: true,
    title: "301 to a page whose HTML has robots rules and a canonical URL",
    async run({ lab, visit }) {
      // Without a redirect the page is not asked.
      await visit(lab.url("shop.test", path));
      await visit(lab.url("shop.test", redirectPath));
    },
    expected: ({ url }) => [
      [
        { status: "301", method: "GET → GET", body: "none", seo: "Permanent", url: url("shop.test", redirectPath) },
        { status: "200", method: "GET", body: "none", seo: "—", url: url("shop.test", path) },
      ],
    ],
  },
  {
    name: "untrusted-navigate-event",
    title: "a user clicks a link, and the page dispatches its own navigate event",
    async run({ lab, page, visit }) {
      await visit(lab.url("shop.test", "/page"));
      await page.evaluate(() => {
        navigation.addEventListener("navigate", ({ isTrusted, destination }) => {
          if (!isTrusted) return;
          const { signal } = new AbortController();
          navigation.dispatchEvent(new NavigateEvent("navigate", { destination, navigationType: "push", signal }));
        });
      });
      await Promise.all([page.waitForNavigation(), page.click("main a")]);
    },
    expected: () => [],
  },
];
