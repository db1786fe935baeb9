/** At each width and in each language, no text is cut without a sign of it, and nothing is over anything else. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { storyScenarios } from "../../lab/scenarios/stories.ts";
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";
import { layoutFaults } from "./layout-faults.ts";
import { speaking } from "./pseudo-locale.ts";
import { browserName, useBrowser } from "./session.ts";

const languages = ["pseudo", ...readdirSync(join(import.meta.dirname, "../../_locales"))];

describe.each(languages)("%s", (language) => {
  const e2e = useBrowser({ change: speaking(language) });

  test("nothing listed yet", async () => {
    await e2e.panel.waitFor(() => document.querySelector(".empty") !== null);
    expect(await faultsAtEachWidth(e2e.panel)).toEqual([]);
  });

  test("the list, and each tab of the details", async () => {
    const { lab, page, panel, session } = e2e;
    await panel.click(".toolbar input[type=checkbox]");
    for (const story of storyScenarios) {
      await story.run({ lab, page, visit: (url) => session.visit(page, url) });
      const last = story.expected(lab, browserName).at(-1)?.at(-1)?.url ?? "";
      await panel.waitFor((url) => document.querySelector(`.hop .url[title="${url}"]`) !== null, { args: [last] });
    }
    expect(await faultsAtEachWidth(panel), "list").toEqual([]);
    expect(await panel.evaluate(() => document.querySelector(".toolbar")?.clientHeight), "toolbar").toBeLessThan(64);
    for (const row of [".chain", ".hop"]) {
      await panel.click(row);
      for (const tab of ["explain", "headers", "body", "timing"]) {
        await panel.click(`#tab-${tab}`);
        expect(await faultsAtEachWidth(panel), `${row} ${tab}`).toEqual([]);
      }
    }
    await panel.click("#tab-explain");
  });

  test.each([
    ["a row's menu", ".hop", "right"],
    ["the Export menu", ".toolbar [aria-haspopup=menu]", "left"],
    ["the keys", ".toolbar [aria-haspopup=dialog]", "left"],
  ] as const)("%s", async (_, opener, button) => {
    const { panel } = e2e;
    for (const width of widths) {
      await panel.setSize(width, 700);
      await panel.click(opener, button);
      await panel.waitFor(() => document.querySelector("[role=menu], dialog[open]") !== null);
      expect(await layoutFaults(panel), String(width)).toEqual([]);
      await panel.press("Escape");
      await panel.waitFor(() => document.querySelector("[role=menu], dialog[open]") === null);
    }
  });
});

const widths = [1400, 800, 700, 360];

async function faultsAtEachWidth(panel: PanelHandle): Promise<string[]> {
  const found = [];
  for (const width of widths) {
    await panel.setSize(width, 700);
    found.push(...(await layoutFaults(panel)).map((fault) => `${width}: ${fault}`));
  }
  return found;
}
