/** Pages that send the browser on, one after the other: in a row, and in a loop, as sign-in libraries do that lose their session. */
import type { ExpectedHop, Scenario, TestContext } from "./scenario.ts";

const get = { method: "GET → GET", body: "none" } as const;
const laps = [1, 2, 3, 4] as const;
const rowEnd = "/page?last";

export const pageLoopScenarios: readonly Scenario[] = [
  pagesInARow("script", "Script"),
  pagesInARow("refresh", "Meta refresh"),
  {
    name: "sign-in-loop",
    title: "an app and a sign-in page redirect to each other by script, four times",
    run: (context) =>
      goOn(context, [
        "/by-script/app",
        ...laps.flatMap((lap) => [`/by-script/sign-in?state=${lap}`, `/by-script/app?code=c${lap}&state=${lap}`]),
      ]),
    expected: ({ url }) => [
      [
        ...laps.flatMap((lap): ExpectedHop[] => [
          {
            ...get,
            status: "Script",
            seo: "Permanent",
            url: url("shop.test", lap === 1 ? "/by-script/app" : `/by-script/app?code=c${lap - 1}&state=${lap - 1}`),
          },
          { ...get, status: "Script", seo: "Permanent", url: url("shop.test", `/by-script/sign-in?state=${lap}`) },
        ]),
        {
          status: "200",
          method: "GET",
          body: "none",
          seo: "—",
          url: url("shop.test", "/by-script/app?code=c4&state=4"),
        },
      ],
    ],
  },
  {
    name: "sign-in-loop-mixed",
    title: "an app goes to a sign-in page by script, whose server redirects back with 302, four times",
    run: (context) =>
      goOn(context, ["/by-server/app", ...laps.map((lap) => `/by-server/app?code=c${lap}&state=${lap}`)]),
    expected: ({ url }) => [
      [
        ...laps.flatMap((lap): ExpectedHop[] => [
          {
            ...get,
            status: "Script",
            seo: "Permanent",
            url: url("shop.test", lap === 1 ? "/by-server/app" : `/by-server/app?code=c${lap - 1}&state=${lap - 1}`),
          },
          { ...get, status: "302", seo: "Temporary", url: url("shop.test", `/by-server/sign-in?state=${lap}`) },
        ]),
        {
          status: "200",
          method: "GET",
          body: "none",
          seo: "—",
          url: url("shop.test", "/by-server/app?code=c4&state=4"),
        },
      ],
    ],
  },
];

/** Three pages that each navigate on at once. */
function pagesInARow(how: "script" | "refresh", status: string): Scenario {
  const page = how === "script" ? "/script-redirect" : "/meta-refresh";
  const third = `${page}?n=3&to=${encodeURIComponent(rowEnd)}`;
  const second = `${page}?n=2&to=${encodeURIComponent(third)}`;
  const first = `${page}?n=1&to=${encodeURIComponent(second)}`;
  return {
    name: `pages-in-a-row-${how}`,
    title: `three pages in a row, each left at once by ${how === "script" ? "a script" : "a meta refresh"}`,
    async run({ lab, page: tab, visit }) {
      await visit(lab.url("shop.test", first));
      await tab.waitForFunction(
        (url) => location.href === url && document.readyState === "complete",
        {},
        lab.url("shop.test", rowEnd),
      );
    },
    expected: ({ url }) => [
      [
        ...[first, second, third].map((path): ExpectedHop => ({
          ...get,
          status,
          seo: "Permanent",
          url: url("shop.test", path),
        })),
        { status: "200", method: "GET", body: "none", seo: "—", url: url("shop.test", rowEnd) },
      ],
    ],
  };
}

/** Visits the first page and lets each page navigate on as soon as it is complete. */
async function goOn({ lab, page, visit }: TestContext, [first = "", ...others]: readonly string[]): Promise<void> {
  await visit(lab.url("shop.test", first));
  for (const path of others) {
    await page.evaluate(() => void dispatchEvent(new Event("go-on")));
    await page.waitForFunction(
      (url) => location.href === url && document.readyState === "complete",
      {},
      lab.url("shop.test", path),
    );
  }
}
