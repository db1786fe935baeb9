/**
 * Everything by keyboard: the treegrid, the details, the splitter, the shortcuts dialog; the splitter also by mouse.
 */
import { beforeAll, expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { button, chainRow, hopRow } from "../../scripts/browsers/panel-page.ts";
import { axeViolations } from "./axe-violations.ts";
import { clearLog } from "./panel-rows.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

const chains = 30;
/** A chain and its two hops. */
const rows = chains * 3;

beforeAll(async () => {
  const { page, panel } = e2e;
  await page.evaluate(
    async (url, count) => {
      for (let index = 0; index < count; index += 1) await fetch(`${url}${index}`);
    },
    e2e.lab.url("shop.test", "/redirect?status=302&to=/page?"),
    chains,
  );
  await panel.waitFor(isListing, { args: [rows] as const });
});

test("Tab focuses one row of the list, and no element without an action", async () => {
  const { panel } = e2e;
  await panel.click(chainRow(-1));
  await panel.press("Escape");
  await focusIs("row");
  const stops = [];
  for (const key of ["Shift+Tab", "Shift+Tab", "Tab", "Tab"]) {
    await panel.press(key);
    stops.push(await panel.evaluate(() => document.activeElement?.closest(".time-heading, .toolbar, .row")?.className));
  }
  expect(stops).toEqual(["time-heading", "toolbar", "time-heading", expect.stringContaining("row ")]);
});

test("arrows, Home, End, Page Up and Page Down move between rows; the focus is visible", async () => {
  const { panel } = e2e;
  const places = [];
  for (const key of ["Home", "ArrowUp", "ArrowDown", "End", "ArrowDown", "Control+Home", "Control+End"]) {
    places.push(await placeAfter(key));
  }
  expect(places).toEqual([0, 0, 1, rows - 1, rows - 1, 0, rows - 1]);
  const up = await placeAfter("PageUp");
  expect(up).toBeLessThan(rows - 5);
  expect(await placeAfter("PageDown")).toBe(rows - 1);
  expect(await isFocusInView()).toBe(true);
  const outline = () => getComputedStyle(document.activeElement ?? document.body).outlineStyle;
  expect(await panel.evaluate(outline)).toBe("solid");
});

test("← collapses and moves to the chain, → expands and moves in; Enter opens and focuses the details; Esc returns", async () => {
  const { panel } = e2e;
  expect([await placeAfter("Home"), await placeAfter("ArrowDown")]).toEqual([0, 1]);
  expect([await placeAfter("ArrowLeft"), await rowCount()]).toEqual([0, rows]);
  expect([await placeAfter("ArrowLeft"), await rowCount()]).toEqual([0, rows - 2]);
  expect([await placeAfter("ArrowRight"), await rowCount()]).toEqual([0, rows]);
  expect(await placeAfter("ArrowRight")).toBe(1);
  await panel.press("Enter");
  await panel.waitFor(() => document.querySelector(".details") !== null);
  await focusIs("row");
  await panel.press("Enter");
  await focusIs("tab");
  const tabs = [];
  for (const key of ["End", "ArrowRight", "ArrowLeft", "Home"]) {
    await panel.press(key);
    tabs.push(await panel.evaluate(() => document.activeElement?.id));
  }
  expect(tabs).toEqual(["tab-timing", "tab-explain", "tab-timing", "tab-explain"]);
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector(".details") === null);
  expect(await place()).toBe(1);
});

test("Enter twice within a frame: the focus moves into the details and stays there", async () => {
  const { panel } = e2e;
  expect(await placeAfter("Home")).toBe(0);
  const role = await panel.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const pressEnter = () =>
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    await frame();
    pressEnter();
    // The details are rendered within the same task.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    pressEnter();
    await frame();
    await frame();
    return document.activeElement?.getAttribute("role");
  });
  expect(role).toBe("tab");
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector(".details") === null);
});

test("new rows keep the focus, and the focused row in view", async () => {
  const { lab, page, panel } = e2e;
  expect(await placeAfter("End")).toBe(rows - 1);
  for (let index = 0; index < 15; index += 1) {
    await fetchHere(page, lab.url("shop.test", `/redirect?status=307&to=/page?later-${index}`));
  }
  await panel.waitFor(isListing, { args: [rows + 15 * 3] as const });
  expect(await place()).toBe(rows - 1);
  expect(await isFocusInView()).toBe(true);
});

test("the shortcuts dialog: opened by ?, without axe violations, closed by Esc and by its button; the focus returns", async () => {
  const { panel } = e2e;
  const before = await place();
  await panel.press("?");
  await panel.waitFor(() => document.querySelector("dialog")?.open);
  expect(await panel.evaluate(() => document.querySelector("dialog h2")?.textContent)).toBe("Keyboard shortcuts");
  for (const theme of ["dark", "light"] as const) {
    await panel.setTheme(theme);
    expect(await axeViolations(panel), theme).toEqual([]);
  }
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector("dialog") === null);
  expect(await place()).toBe(before);
  await panel.click(button("shortcutsTitle"));
  await panel.click(button("close"));
  await panel.waitFor(() => document.querySelector("dialog") === null);
});

test("in a low window the shortcuts dialog starts with its title, and a row's context menu is completely visible", async () => {
  const { panel } = e2e;
  await panel.setSize(1200, 300);
  await panel.press("?");
  const top = await panel.waitFor(() => document.querySelector("dialog[open] h2")?.getBoundingClientRect().top);
  expect(top).toBeGreaterThan(0);
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector("dialog") === null);
  await panel.click(hopRow(), "right");
  await panel.waitFor(() => document.activeElement?.getAttribute("role") === "menuitem");
  await panel.press("End");
  const isSeen = await panel.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
  });
  expect(isSeen).toBe(true);
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector("[role=menu]") === null);
  await panel.setSize(1200, 700);
  await panel.waitFor(() => innerHeight > 500);
});

test.each([
  ["side by side", 1200, "vertical", { x: -100, y: 0 }, "ArrowRight", "width"],
  ["one above the other", 600, "horizontal", { x: 0, y: -60 }, "ArrowDown", "height"],
] as const)("the splitter, %s: dragged, moved by keyboard, persisted", async (_, width, orientation, by, key, side) => {
  const { panel, session, page } = e2e;
  await panel.setSize(width, 700);
  await panel.click(hopRow());
  await panel.waitFor((wanted) => document.querySelector("[role=separator]")?.ariaOrientation === wanted, {
    args: [orientation] as const,
  });
  const before = await listSize(side);
  await panel.drag({ role: "separator" }, by);
  const dragged = await listSize(side);
  expect(Math.abs(dragged - before - (by.x + by.y))).toBeLessThan(8);
  await panel.click({ role: "separator" });
  await panel.press(key);
  const moved = await listSize(side);
  expect(moved).toBeGreaterThan(dragged);
  await panel.press("Home");
  expect(await panel.evaluate(() => document.querySelector("[role=separator]")?.ariaValueNow)).toBe("20");
  await panel.press(key);
  expect(await axeViolations(panel)).toEqual([]);
  const own = await session.openExtensionPage(`panel/log/panel.html?tabId=${await session.tabId(page)}`);
  const kept = await own.evaluate((name) => localStorage.getItem(name), `list-size-${width > 700 ? "wide" : "narrow"}`);
  await own.close();
  expect(kept).toBe("22");
});

test("the log cleared while a row has the focus: the shortcuts still work", async () => {
  const { panel } = e2e;
  await clearLog(panel);
  await panel.press("?");
  await panel.waitFor(() => document.querySelector("dialog")?.open);
  expect(await axeViolations(panel)).toEqual([]);
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector("dialog") === null);
});

/** Runs in the panel. A long list is rendered in part; aria-rowcount gives its length, with its head. */
function isListing(count: number): boolean {
  return document.querySelector(".list")?.getAttribute("aria-rowcount") === String(count + 1);
}

/** The index of the focused row, from 0; the head is row 1 of the list. */
function place(): Promise<number> {
  return e2e.panel.evaluate(() => Number(document.activeElement?.getAttribute("aria-rowindex")) - 2);
}

async function placeAfter(key: string): Promise<number> {
  await e2e.panel.press(key);
  // The list moves the focus with the next frame.
  await e2e.panel.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return place();
}

function rowCount(): Promise<number> {
  return e2e.panel.evaluate(() => Number(document.querySelector(".list")?.getAttribute("aria-rowcount")) - 1);
}

function isFocusInView(): Promise<boolean> {
  return e2e.panel.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect();
    const list = document.querySelector(".list")?.getBoundingClientRect();
    return box !== undefined && list !== undefined && box.top >= list.top && box.bottom <= list.bottom + 1;
  });
}

async function focusIs(role: string): Promise<void> {
  await e2e.panel.waitFor((wanted) => document.activeElement?.getAttribute("role") === wanted, {
    args: [role] as const,
  });
}

function listSize(side: "width" | "height"): Promise<number> {
  return e2e.panel.evaluate((name) => document.querySelector(".list")?.getBoundingClientRect()[name] ?? 0, side);
}
