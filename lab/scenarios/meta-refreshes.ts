/** Pages with several meta refreshes, or one in an unusual form: which one applies, and how that is shown. */
import type { ExpectedHop, Scenario } from "./scenario.ts";

const get = { method: "GET → GET", body: "none" } as const;

interface RefreshingPage {
  readonly name: string;
  readonly title: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly status: "Meta refresh" | "Script";
  readonly seo: ExpectedHop["seo"];
}

const pages: readonly RefreshingPage[] = [
  {
    name: "meta-refresh-second",
    title: "a meta refresh of the page itself after five minutes, and one to another page after a second",
    query: { meta: ["300", "1;url=/page"] },
    status: "Meta refresh",
    seo: "Temporary",
  },
  {
    name: "meta-refresh-shortest",
    title: "two meta refreshes to the same page: the shorter delay counts",
    query: { meta: ["60;url=/page", "0;url=/page"] },
    status: "Meta refresh",
    seo: "Permanent",
  },
  {
    name: "meta-refresh-too-late",
    title: "a script goes where a meta refresh would have led a minute later",
    query: { meta: "60;url=/page", script: "/page" },
    status: "Script",
    seo: "Permanent",
  },
  {
    name: "meta-refresh-noscript",
    title: "a meta refresh in noscript does nothing; a script goes to the same page",
    query: { noscript: "0;url=/page", script: "/page" },
    status: "Script",
    seo: "Permanent",
  },
  {
    name: "meta-refresh-inserted",
    title: "a meta refresh that a script adds",
    query: { insert: "0;url=/page" },
    status: "Meta refresh",
    seo: "Permanent",
  },
  {
    name: "meta-refresh-base",
    title: "a meta refresh to a URL that is relative to the page's base",
    query: { base: "/worked/look/", meta: "0;url=../../page" },
    status: "Meta refresh",
    seo: "Permanent",
  },
  {
    name: "meta-refresh-spelling",
    title: "a meta refresh in capitals, with quotes, spaces, a comma and decimals",
    query: { equiv: "REFRESH", meta: " 1.9 , URL = '/page' , and more" },
    status: "Meta refresh",
    seo: "Temporary",
  },
];

export const metaRefreshScenarios: readonly Scenario[] = [
  ...pages.map(({ name, title, query, status, seo }): Scenario => {
    const path = `/refreshes?${queryOf(query)}`;
    return {
      name,
      title,
      async run({ lab, page, visit }) {
        await visit(lab.url("shop.test", path));
        await page.waitForFunction(
          (url) => location.href === url && document.readyState === "complete",
          {},
          lab.url("shop.test", "/page"),
        );
      },
      expected: ({ url }) => [
        [
          { ...get, status, seo, url: url("shop.test", path) },
          { status: "200", method: "GET", body: "none", seo: "—", url: url("shop.test", "/page") },
        ],
      ],
    };
  }),
  {
    name: "meta-refresh-fragment",
    title: "a meta refresh to a fragment of the same page",
    async run({ lab, page, visit }) {
      await visit(lab.url("shop.test", `/refreshes?${queryOf({ meta: "0;url=#top" })}`));
      await page.waitForFunction(() => location.hash === "#top" && document.readyState === "complete");
    },
    expected: () => [],
  },
];

function queryOf(values: RefreshingPage["query"]): string {
  return Object.entries(values)
    .flatMap(([name, value]) => [value].flat().map((each) => `${name}=${encoded(each)}`))
    .join("&");
}

/** As browsers write it in a URL's query. */
function encoded(value: string): string {
  return encodeURIComponent(value).replaceAll("'", "%27");
}
