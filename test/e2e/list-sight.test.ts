/** What of the list stays visible after a resize: the selected row, both ends of a chain, every column. */
import { beforeAll, expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { cell, hopRow } from "../../scripts/browsers/panel-page.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

beforeAll(async () => {
  const { lab, page, panel } = e2e;
  for (const name of ["a", "b", "c", "d", "e", "f"]) {
    await fetchHere(page, lab.url("shop.test", `/redirect?status=302&to=/page?${name}${"-long".repeat(40)}`));
  }
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 12);
});

test("the selected row stays visible when the details open below it, and when the window is resized", async () => {
  const { panel } = e2e;
  await panel.setSize(360, 640);
  await panel.waitFor(() => innerWidth === 360);
  await panel.evaluate(() => document.querySelector(".list")?.scrollTo({ top: 0 }));
  // The last visible one: the details will cover its place.
  const selector = await panel.waitFor(() => {
    const foot = document.querySelector(".list")?.getBoundingClientRect().bottom ?? 0;
    const rows = [...document.querySelectorAll<HTMLElement>(".hop")];
    const last = rows.findLast((row) => row.getBoundingClientRect().bottom < foot);
    return (
      last &&
      `.hop[data-chain-id="${last.dataset["chainId"] ?? ""}"][data-hop-index="${last.dataset["hopIndex"] ?? ""}"]`
    );
  });
  await panel.click(selector ?? "");
  await panel.waitFor(() => document.querySelector(".details") !== null);
  await panel.waitFor(isSelectedInSight);
  for (const width of [800, 1400, 700, 360]) {
    await panel.setSize(width, 640);
    await panel.waitFor((wanted) => innerWidth === wanted, { args: [width] as const });
    await panel.waitFor(isSelectedInSight);
  }
  expect(await panel.evaluate(() => document.querySelector('[aria-selected="true"]')?.matches(".hop"))).toBe(true);
  await panel.press("Escape");
});

test.each([1400, 1000, 800, 700, 360, 320])(
  "%i px wide, with details: all columns, both ends of a chain",
  async (width) => {
    const { panel } = e2e;
    await panel.setSize(width, 640);
    await panel.waitFor((wanted) => innerWidth === wanted, { args: [width] as const });
    await panel.click(cell(hopRow(), "number"));
    await panel.waitFor(() => document.querySelector(".details") !== null);
    const seen = await panel.evaluate(() => {
      const list = document.querySelector(".list");
      const widthOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().width ?? 0;
      return {
        sideways: list !== null && list.scrollWidth > list.clientWidth,
        ends: [...(document.querySelector("[aria-level='1']")?.querySelectorAll(".chain-url") ?? [])].map(
          (end) => end.getBoundingClientRect().width > 60,
        ),
        // The path starts after about twenty characters.
        showsPath: widthOf(".hop [data-column=url]") > 180,
      };
    });
    expect(seen).toEqual({ sideways: false, ends: [true, true], showsPath: true });
    await panel.press("Escape");
  },
);

/** Runs in the panel. */
function isSelectedInSight(): boolean {
  const list = document.querySelector(".list")?.getBoundingClientRect();
  const head = document.querySelector(".head")?.getBoundingClientRect();
  const row = document.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
  if (list === undefined || head === undefined || row === undefined) return false;
  return row.top >= head.bottom - 1 && row.bottom <= list.bottom + 1;
}
