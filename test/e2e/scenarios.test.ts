/** Every scenario in front of the real panel (those with another extension: other-extensions.test.ts). */
import { test } from "vitest";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { clearLog, expectChains } from "./panel-rows.ts";
import { expectScenario } from "./play-scenario.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

test.each(allScenarios.filter(({ extension }) => extension === undefined))("$title", (scenario) =>
  expectScenario(scenario, e2e),
);

test("a page without redirects lists nothing, before and after one that has them", async () => {
  const { lab, page, panel } = e2e;
  await clearLog(panel);
  await page.goto(lab.url("shop.test", "/page"));
  const url = lab.url("shop.test", "/redirect?status=302&to=/page?marker");
  await fetchHere(page, url);
  // The redirect is the marker: when it is listed, everything before it would have been.
  await expectChains(panel, [
    [
      { status: "302", method: "GET → GET", body: "none", seo: "Temporary", url },
      { status: "200", method: "GET", body: "none", seo: "—", url: lab.url("shop.test", "/page?marker") },
    ],
  ]);
});
