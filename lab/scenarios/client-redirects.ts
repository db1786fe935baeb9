/** Client redirects, and navigations by the user that look like one. */
import type { Page } from "puppeteer-core";
import type { ExpectedHop, Scenario, TestContext } from "./scenario.ts";

const get = { method: "GET → GET", body: "none" } as const;
const end = { status: "200", method: "GET", body: "none", seo: "—" } as const;

interface ClientRedirect {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly status: string;
  readonly seo: ExpectedHop["seo"];
}

const clientRedirects: readonly ClientRedirect[] = [
  {
    name: "meta-refresh-0",
    title: "a meta refresh at once",
    path: "/meta-refresh?delay=0&to=/page",
    status: "Meta refresh",
    seo: "Permanent",
  },
  {
    name: "meta-refresh-1",
    title: "a meta refresh after a second",
    path: "/meta-refresh?delay=1&to=/page",
    status: "Meta refresh",
    seo: "Temporary",
  },
  {
    name: "refresh-header-0",
    title: "a Refresh header, at once",
    path: "/refresh-header?delay=0&to=/page",
    status: "Refresh header",
    seo: "Permanent",
  },
  {
    name: "refresh-header-1",
    title: "a Refresh header, after a second",
    path: "/refresh-header?delay=1&to=/page",
    status: "Refresh header",
    seo: "Temporary",
  },
  ...(["load", "later"] as const).flatMap((when) =>
    (["assign", "replace", "href"] as const).map((how) => ({
      name: `script-${how}-${when}`,
      title: `a script's location.${how}, ${when === "load" ? "while the page loads" : "after it loaded"}`,
      path: `/script-redirect?when=${when}&how=${how}&to=/page`,
      status: "Script",
      seo: "Permanent" as const,
    })),
  ),
];

/** What a user does on a page is not a redirect, even if a script navigates. */
const byPerson: readonly Scenario[] = [
  {
    name: "person-clicks-link",
    title: "a user clicks a link",
    async run({ lab, page }) {
      await page.goto(lab.url("shop.test", "/page"));
      await Promise.all([page.waitForNavigation(), page.click("main a")]);
    },
    expected: () => [],
  },
  ...(["assign", "replace"] as const).map((how): Scenario => ({
    name: `person-clicks-script-${how}`,
    title: `a user clicks, and a script goes to the next page (location.${how})`,
    async run({ lab, page }) {
      await page.goto(lab.url("shop.test", "/page"));
      await page.evaluate(
        (url, method) => {
          addEventListener("click", (event) => {
            event.preventDefault();
            location[method](url);
          });
        },
        lab.url("shop.test", "/page?next"),
        how,
      );
      await Promise.all([page.waitForNavigation(), page.click("main a")]);
    },
    expected: () => [],
  })),
  {
    name: "push-state",
    title: "history.pushState, back, forward and reload",
    async run({ lab, page }) {
      await page.goto(lab.url("shop.test", "/page"));
      await page.evaluate(() => history.pushState(undefined, "", "/page?pushed"));
      await page.goto(lab.url("shop.test", "/page?other"));
      await page.goBack();
      await page.goForward();
      await page.reload();
    },
    expected: () => [],
  },
];

export const clientRedirectScenarios: readonly Scenario[] = [
  ...clientRedirects.map(({ name, title, path, status, seo }): Scenario => ({
    name,
    title,
    run: (context) => visitUntil(context, path, context.lab.url("shop.test", "/page")),
    expected: ({ url }) => [
      [
        { ...get, status, seo, url: url("shop.test", path) },
        { ...end, url: url("shop.test", "/page") },
      ],
    ],
  })),
  {
    name: "script-submit",
    title: "a script sends a form",
    run: (context) => visitUntil(context, "/script-submit?to=/page", context.lab.url("shop.test", "/page")),
    expected: ({ url }) => [
      [
        {
          status: "Script",
          method: "GET → POST",
          body: "none",
          seo: "Permanent",
          url: url("shop.test", "/script-submit?to=/page"),
        },
        { status: "200", method: "POST", body: "sent", seo: "—", url: url("shop.test", "/page") },
      ],
    ],
  },
  {
    name: "client-and-server",
    title: "301, then a meta refresh, then 302, then a script",
    run: (context) => visitUntil(context, mixedPaths[0], context.lab.url("shop.test", "/page")),
    expected: ({ url }) => [
      [
        { ...get, status: "301", seo: "Permanent", url: url("shop.test", mixedPaths[0]) },
        { ...get, status: "Meta refresh", seo: "Permanent", url: url("shop.test", mixedPaths[1]) },
        { ...get, status: "302", seo: "Temporary", url: url("shop.test", mixedPaths[2]) },
        { ...get, status: "Script", seo: "Permanent", url: url("shop.test", mixedPaths[3]) },
        { ...end, url: url("shop.test", "/page") },
      ],
    ],
  },
  ...byPerson,
];

const mixedPaths = mixed();

function mixed(): readonly [string, string, string, string] {
  const script = "/script-redirect?when=load&how=replace&to=/page";
  const found = `/redirect?status=302&to=${encodeURIComponent(script)}`;
  const meta = `/meta-refresh?delay=0&to=${encodeURIComponent(found)}`;
  return [`/redirect?status=301&to=${encodeURIComponent(meta)}`, meta, found, script];
}

/** Resolves when the page is at a URL, however it got there. */
async function visitUntil({ lab, page, visit }: TestContext, path: string, endUrl: string): Promise<void> {
  await visit(lab.url("shop.test", path));
  await arrived(page, endUrl);
}

async function arrived(page: Page, url: string): Promise<void> {
  await page.waitForFunction((wanted) => location.href === wanted && document.readyState === "complete", {}, url);
}
