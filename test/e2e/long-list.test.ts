/** A log of 1,000 chains: only visible rows are rendered, and the keyboard still reaches all of them. */
import { beforeAll, expect, test } from "vitest";
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";
import { exportJson } from "../../src/model/export/json-export.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { answered, chainOf, served } from "../model/hops.ts";
import { hopRow } from "../../scripts/browsers/panel-page.ts";
import { axeViolations } from "./axe-violations.ts";
import { giveFile } from "./export-steps.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

const chains = Array.from({ length: 1_000 }, (_, at): Chain => {
  const url = `https://shop.test/${at}`;
  return { ...chainOf(served(url, 302, `${url}/b`), answered(`${url}/b`)), id: String(at) };
});

beforeAll(async () => {
  const origin = { exportedAt: "2026-01-31T12:00:00.000Z", generator: { name: "", version: "", browser: "" } };
  await giveFile(e2e.panel, "drop", "long.json", exportJson(chains, origin));
  await e2e.panel.waitFor(() => document.querySelector(".status-bar")?.textContent.startsWith("1,000 chains"));
});

test("the newest is visible; few rows are rendered, with their index in the list", async () => {
  const { panel } = e2e;
  await panel.waitFor(lastRowInView, { args: ["https://shop.test/999/b"] });
  const seen = await panel.evaluate(() => ({
    made: document.querySelectorAll("[role=row]").length,
    rowCount: document.querySelector("[role=treegrid]")?.getAttribute("aria-rowcount"),
    last: [...document.querySelectorAll(".hop")].at(-1)?.getAttribute("aria-rowindex"),
  }));
  expect(seen.made).toBeLessThan(1_000);
  expect(seen).toMatchObject({ rowCount: "3001", last: "3001" });
  expect(await axeViolations(panel)).toEqual([]);
});

test("Home and End move to rows that were not rendered; arrows continue from there", async () => {
  const { panel } = e2e;
  await panel.click(hopRow(-1));
  await panel.press("Home");
  await expectFocus(panel, "https://shop.test/0");
  await panel.press("ArrowDown");
  await panel.press("ArrowDown");
  await expectFocus(panel, "https://shop.test/0/b");
  await panel.press("End");
  await expectFocus(panel, "https://shop.test/999/b");
  await panel.press("ArrowUp");
  await expectFocus(panel, "https://shop.test/999");
});

test("rows are rendered after scrolling to the middle; a filter shortens the list", async () => {
  const { panel } = e2e;
  await panel.evaluate(() => {
    const list = document.querySelector(".list");
    list?.scrollTo({ top: list.scrollHeight / 2 });
  });
  const number = await panel.waitFor(() => {
    const { left = 0, top = 0, height = 0 } = document.querySelector(".list")?.getBoundingClientRect() ?? {};
    const row = document.elementFromPoint(left + 200, top + height / 2)?.closest("[role=row]");
    return Number(row?.getAttribute("aria-rowindex") ?? 0);
  });
  expect(number).toBeGreaterThan(1_000);
  expect(number).toBeLessThan(2_000);
  await panel.press("/");
  for (const key of "/777") await panel.press(key);
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 2);
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector(".status-bar")?.textContent.startsWith("1,000 chains"));
});

test("with the focus in the first row, scrolling still reaches the newest", async () => {
  const { panel } = e2e;
  await panel.click(hopRow(-1, 0));
  await panel.press("Home");
  await expectFocus(panel, "https://shop.test/0");
  await panel.evaluate(() => document.querySelector(".list")?.scrollTo({ top: 1e9 }));
  await panel.waitFor(lastRowInView, { args: ["https://shop.test/999/b"] });
});

/** Runs in the panel. */
function lastRowInView(url: string): boolean {
  const row = document.querySelector(`.hop .url[title="${url}"]`)?.closest("[role=row]");
  const list = document.querySelector(".list");
  if (row === null || row === undefined || list === null) return false;
  return Math.abs(row.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom) < 4;
}

async function expectFocus(panel: PanelHandle, url: string): Promise<void> {
  const isThere = await panel.waitFor(
    (wanted) => {
      const focused = document.activeElement?.closest("[role=row]");
      const shown = focused?.querySelector(".url, .chain-title bdi")?.getAttribute("title");
      const box = focused?.getBoundingClientRect();
      return shown === wanted && box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    },
    { args: [url] },
  );
  expect(isThere).toBe(true);
}
