/**
 * Pages that redirect to each other, as sign-in libraries do when the app does not keep its session. Not in
 * allScenarios: in Firefox, more than two pages in a row are only joined when their events are not late.
 */
import type { ExpectedHop, Scenario, TestContext } from "./scenario.ts";

const get = { method: "GET → GET", body: "none" } as const;
const laps = [1, 2, 3, 4] as const;

export const pageLoopScenarios: readonly Scenario[] = [
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
