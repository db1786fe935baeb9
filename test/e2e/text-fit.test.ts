/**
 * At each width and in each language, no text is cut without an ellipsis, no cell of the list except the URL's is cut
 * at all, and nothing overlaps.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { demoScenarios } from "../../lab/scenarios/demo-scenarios.ts";
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";
import { checkbox, hopRow } from "../../scripts/browsers/panel-page.ts";
import { everySource, plainLog } from "./every-source.ts";
import { giveFile } from "./export-steps.ts";
import { layoutFaults } from "./layout-faults.ts";
import { addLanguages, languages, showInLanguage } from "./panel-language.ts";
import { browserName, useBrowser } from "./session.ts";

const e2e = useBrowser({ change: addLanguages });

const widths = [1400, 800, 700, 360];
// By ids: names differ from language to language.
const tabs = ["explain", "headers", "body", "timing"].map((name) => `#tab-${name}`);
const openers = [
  [".hop", (panel: PanelHandle) => panel.click(hopRow(), "right")],
  [".toolbar [aria-haspopup=menu]", clickByScript],
  [".toolbar [aria-haspopup=dialog]", clickByScript],
] as const;

test.each(languages)("%s: an empty log", async (language) => {
  await showInLanguage(e2e.panel, language);
  await e2e.panel.waitFor(() => document.querySelector(".empty") !== null);
  expect(await faultsAtEachWidth(e2e.panel)).toEqual([]);
});

describe.each(languages)("%s", (language) => {
  beforeAll(async () => {
    if (language === languages[0]) await playDemoScenarios();
    await showInLanguage(e2e.panel, language);
    await e2e.panel.waitFor((count) => document.querySelectorAll(".chain").length === count, {
      args: [demoScenarios.length],
    });
  });

  test.each(widths)("%s px: the list, each tab of the details, each menu, the shortcuts dialog", async (width) => {
    const { panel } = e2e;
    await panel.setSize(width, 700);
    expect(await layoutFaults(panel), "list").toEqual([]);
    expect(await panel.evaluate(() => document.querySelector(".toolbar")?.clientHeight), "toolbar").toBeLessThan(64);
    for (const row of [".chain", ".hop"]) {
      await clickByScript(panel, row);
      await panel.waitFor(() => document.querySelector("#tab-explain") !== null);
      for (const tab of tabs) expect(await layoutFaults(panel, tab), `${row} ${tab}`).toEqual([]);
    }
    await clickByScript(panel, ".details .close");
    await panel.waitFor(() => document.querySelector(".details") === null);
    for (const [opener, show] of openers) {
      await show(panel, opener);
      await panel.waitFor(() => document.querySelector("[role=menu], dialog[open]") !== null);
      expect(await layoutFaults(panel), opener).toEqual([]);
      await panel.press("Escape");
      await panel.waitFor(() => document.querySelector("[role=menu], dialog[open]") === null);
    }
  });

  test("the cells of every redirect source, body and outcome", async () => {
    const { panel } = e2e;
    await panel.setSize(360, 700);
    await open(panel, "plain.json", plainLog);
    const columns = await panel.evaluate(columnWidths);
    await open(panel, "every-source.json", everySource);
    expect(await panel.evaluate(columnWidths), "widths do not depend on the rows").toEqual(columns);
    expect(await faultsAtEachWidth(panel, [360, 700, 1000, 1250, 1600])).toEqual([]);
  });
});

async function playDemoScenarios(): Promise<void> {
  const { lab, panel } = e2e;
  await showInLanguage(panel, "en");
  await panel.click(checkbox("preserveLog"));
  for (const scenario of demoScenarios) {
    await scenario.run(e2e);
    const last = scenario.expected(lab, browserName).at(-1)?.at(-1)?.url ?? "";
    await panel.waitFor((url) => document.querySelector(`.hop .url[title="${url}"]`) !== null, { args: [last] });
  }
}

async function open(panel: PanelHandle, name: string, content: string): Promise<void> {
  await giveFile(panel, "drop", name, content);
  await panel.waitFor((shown) => document.querySelector(".notice")?.textContent.includes(shown), { args: [name] });
}

/** Faster than a real click, and keeps the focus. */
async function clickByScript(panel: PanelHandle, selector: string): Promise<void> {
  await panel.waitFor(
    (wanted) => {
      const element = document.querySelector<HTMLElement>(wanted);
      element?.click();
      return element !== null;
    },
    { args: [selector] },
  );
}

/** Runs in the panel. */
function columnWidths(): number[] {
  const headings = [...document.querySelectorAll("[role=columnheader]")].slice(1, 5);
  return headings.map((heading) => heading.getBoundingClientRect().width);
}

async function faultsAtEachWidth(panel: PanelHandle, measured: readonly number[] = widths): Promise<string[]> {
  const found = [];
  for (const width of measured) {
    await panel.setSize(width, 700);
    found.push(...(await layoutFaults(panel)).map((fault) => `${width}: ${fault}`));
  }
  return found;
}
