/** Every scenario with the real panel (those with another extension: other-extensions.test.ts). */
import { expect, test } from "vitest";
import { followLink, prerenderScenarios } from "../../lab/scenarios/prerender.ts";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { clearLog, expectChains } from "./panel-rows.ts";
import { expectScenario } from "./play-scenario.ts";
import { browserName, useBrowser } from "./session.ts";

const e2e = useBrowser({ fresh: true });

test("a prerendered page is marked as such until it is opened", async () => {
  const { lab, session } = e2e;
  const page = await session.newPage();
  const panel = await session.openPanel(page);
  const scenario = prerenderScenarios.find(({ name }) => name === "prerender-not-activated");
  const marks = () => panel.evaluate(() => document.body.textContent.split("prerendered").length);
  await scenario?.run({ lab, page, visit: (url) => session.visit(page, url) });
  // Firefox 153 does not prerender.
  const beforehand = scenario?.expected(lab, browserName) ?? [];
  await expectChains(panel, beforehand);
  expect(await marks()).toBe(1 + beforehand.length);
  await followLink(page);
  await panel.waitFor(() => !document.body.textContent.includes("prerendered"));
  await expectChains(panel, scenario?.expected(lab, "chromium") ?? []);
  await session.closeDevTools(page);
  await page.close();
});

test.each(allScenarios.filter(({ extension }) => extension === undefined))("$title", (scenario) =>
  expectScenario(scenario, e2e),
);

test("a page without redirects lists nothing before a redirect", async () => {
  const { lab, page, panel, visit } = e2e;
  await clearLog(panel);
  await visit(lab.url("shop.test", "/page"));
  const url = lab.url("shop.test", "/redirect?status=302&to=/page?marker");
  await fetchHere(page, url);
  // When this redirect is listed, earlier events have been processed, too.
  await expectChains(panel, [
    [
      { status: "302", method: "GET → GET", body: "none", seo: "Temporary", url },
      { status: "200", method: "GET", body: "none", seo: "—", url: lab.url("shop.test", "/page?marker") },
    ],
  ]);
});
