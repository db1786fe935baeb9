/** Record and pause, clear, preserve log, export. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fetchHere, type ExpectedChain } from "../../lab/scenarios/scenario.ts";
import { button, checkbox } from "../../scripts/browsers/panel-page.ts";
import { axeViolationsInBothThemes } from "./axe-violations.ts";
import { clearLog, expectChains } from "./panel-rows.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

test("while paused nothing new is listed, with a notice; after resuming it is", async () => {
  const { page, panel } = e2e;
  await fetchHere(page, urlOf("before"));
  await expectChains(panel, [chain("before")]);
  await panel.click(button("pauseRecording"));
  await panel.waitFor(() => document.querySelector(".notice button") !== null);
  expect(await axeViolationsInBothThemes(panel)).toEqual([]);
  await fetchHere(page, urlOf("paused"));
  await panel.click({ role: "button", within: ".notice" });
  await panel.waitFor(() => document.querySelector(".notice") === null);
  await fetchHere(page, urlOf("again"));
  await expectChains(panel, [chain("before"), chain("again")]);
});

test("after a clear the list is empty and recording continues", async () => {
  const { page, panel } = e2e;
  await clearLog(panel);
  await fetchHere(page, urlOf("after-clear"));
  await expectChains(panel, [chain("after-clear")]);
});

test("a navigation clears the log, unless it is preserved", async () => {
  const { panel } = e2e;
  await e2e.visit(urlOf("first-page"));
  await expectChains(panel, [chain("first-page")]);
  await panel.click(checkbox("preserveLog"));
  await e2e.visit(urlOf("second-page"));
  await expectChains(panel, [chain("first-page"), chain("second-page")]);
  await panel.click(checkbox("preserveLog"));
  await e2e.visit(e2e.lab.url("shop.test", "/page"));
  await expectChains(panel, []);
});

test("narrow: a select replaces the chips, and icons replace labels but keep their names", async () => {
  const { page, panel } = e2e;
  await fetchHere(page, urlOf("narrow"));
  await panel.setSize(360, 640);
  await panel.waitFor(() => document.querySelector(".chips")?.checkVisibility() === false);
  expect(await axeViolationsInBothThemes(panel)).toEqual([]);
  const names = await panel.evaluate(() =>
    [...document.querySelectorAll(".toolbar button")].map(({ ariaLabel, textContent }) => ariaLabel ?? textContent),
  );
  expect(names).toEqual(expect.arrayContaining([expect.stringMatching(/^Open…/), expect.stringMatching(/^Export/)]));
  await panel.press("Control+f");
  await panel.press("Tab");
  expect(await panel.evaluate(() => document.activeElement?.ariaLabel)).toBe("Resource type");
  await panel.press("ArrowDown");
  await expectChains(panel, []);
  const checked = await panel.evaluate(() => document.querySelector(".chip:has(:checked)")?.textContent);
  expect(checked).toBe("Doc");
  await panel.press("Home");
  await expectChains(panel, [chain("narrow")]);
  await panel.setSize(1200, 640);
  await panel.waitFor(() => document.querySelector(".resource-select")?.checkVisibility() === false);
  await clearLog(panel);
});

test("the JSON export is valid and contains what the list shows", async () => {
  const { page, panel } = e2e;
  await fetchHere(page, urlOf("exported"), { method: "POST", body: "not to be exported" });
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 2);
  const json = await exportedJson();
  expect(json).not.toContain("not to be exported");
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../docs/redirect-trace.schema.json"), "utf8"),
  ) as object;
  const ajv = new Ajv2020({ strict: false });
  const file = JSON.parse(json) as { chains: { hops: { url: string; method: string; followedBody?: string }[] }[] };
  expect(ajv.validate(schema, file), ajv.errorsText()).toBe(true);
  expect(file.chains.map(({ hops }) => hops.map(({ method, url }) => `${method} ${url}`))).toEqual([
    [`POST ${urlOf("exported")}`, `GET ${e2e.lab.url("shop.test", "/page?exported")}`],
  ]);
  expect(file.chains[0]?.hops[0]?.followedBody).toBe("lost");
});

/** Exports from the menu and reads the saved file. */
async function exportedJson(): Promise<string> {
  const { panel } = e2e;
  await panel.click(button("export"));
  await panel.waitFor(() => document.activeElement?.getAttribute("role") === "menuitem");
  await panel.click({ role: "menuitem" });
  return (await e2e.savedFile()).content;
}

function urlOf(name: string): string {
  return e2e.lab.url("shop.test", `/redirect?status=302&to=/page?${name}`);
}

function chain(name: string): ExpectedChain {
  const get = { method: "GET", body: "none" } as const;
  return [
    { ...get, status: "302", method: "GET → GET", seo: "Temporary", url: urlOf(name) },
    { ...get, status: "200", seo: "—", url: e2e.lab.url("shop.test", `/page?${name}`) },
  ];
}
