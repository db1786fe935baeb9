/** The context menu of a row, URLs that open and can be copied, two formats of time, the page in the status bar. */
import { beforeAll, expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { button, cell, chainRow, hopRow, menuItem, tab } from "../../scripts/browsers/panel-page.ts";
import { axeViolations } from "./axe-violations.ts";
import { clipboardText } from "./export-steps.ts";
import { browserName, useBrowser } from "./session.ts";

const e2e = useBrowser();

const firstUrl = () => e2e.lab.url("shop.test", "/redirect?status=302&to=/page?comforts");

beforeAll(async () => {
  const { page, panel } = e2e;
  await fetchHere(page, firstUrl());
  await fetchHere(page, e2e.lab.url("shop.test", "/redirect?status=301&to=/page?other"));
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 4);
});

const copied: readonly (readonly [item: string, copy: () => unknown])[] = [
  ["Cell text", () => "302"],
  ["Copy URL", firstUrl],
  ["Copy value of Location", () => "/page?comforts"],
  ["Text", () => expect.stringContaining("1  302     GET → GET")],
  ["Markdown", () => expect.stringContaining("| 1 | 302 | GET → GET |")],
  ["curl (bash)", () => expect.stringMatching(/^curl -L /)],
];

test.each(copied)("right click on a cell, then %s", async (label, expected) => {
  const { panel } = e2e;
  await panel.click(cell(hopRow(), "status"), "right");
  await menuHasFocus();
  await panel.click(menuItem(label));
  await focusIsOn("row");
  await expect.poll(() => clipboardText(panel), { timeout: 5_000 }).toEqual(expected());
});

test.each(["light", "dark"] as const)(
  "context menu by keyboard: Shift+F10, arrows, Esc; inside the window; %s",
  async (theme) => {
    const { panel } = e2e;
    await panel.setTheme(theme);
    await panel.click(hopRow(0, -1));
    await panel.press("Escape");
    await focusIsOn("row");
    await panel.press("Shift+F10");
    await menuHasFocus();
    expect(await axeViolations(panel)).toEqual([]);
    const isWhole = await panel.evaluate(() => {
      const box = document.querySelector("[role=menu]")?.getBoundingClientRect();
      return box !== undefined && box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    });
    expect(isWhole).toBe(true);
    await panel.press("Escape");
    await focusIsOn("row");
    expect(await panel.evaluate(() => document.querySelector("[role=menu]"))).toBeNull();
  },
);

test("a row's context menu includes or excludes its status and its host; Esc undoes it", async () => {
  const { lab, panel } = e2e;
  const shown = () =>
    panel.evaluate(() => [...document.querySelectorAll(".hop .status")].map(({ textContent }) => textContent));
  const { host } = new URL(lab.url("shop.test", "/"));
  await panel.click(cell(hopRow(), "status"), "right");
  await panel.click(menuItem("No chains with status:302"));
  await panel.waitFor(() => document.activeElement?.id === "filter-field");
  await expect.poll(shown).toEqual(["301", "200"]);
  await panel.click(cell(hopRow(), "status"), "right");
  await panel.click(menuItem(`Only chains with host:${host}`));
  const typed = () => panel.evaluate(() => document.querySelector<HTMLInputElement>("#filter-field")?.value);
  await expect.poll(typed).toBe(`-status:302 host:${host} `);
  expect(await shown()).toEqual(["301", "200"]);
  await panel.press("Escape");
  await expect.poll(shown).toEqual(["302", "200", "301", "200"]);
  await panel.press("Escape");
  await focusIsOn("row");
});

test("fold all, unfold all", async () => {
  const { panel } = e2e;
  await panel.click(chainRow(), "right");
  await panel.click(menuItem("Collapse all chains"));
  await panel.waitFor(
    () => document.querySelectorAll(".chain").length === 2 && document.querySelector(".hop") === null,
  );
  await panel.click(chainRow(), "right");
  await panel.click(menuItem("Expand all chains"));
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 4);
  expect(await panel.evaluate(() => document.querySelectorAll(".twisty.open").length)).toBe(2);
});

test("times: duration or clock time; the tooltip shows both", async () => {
  const { panel } = e2e;
  const times = () =>
    panel.evaluate(() => [...document.querySelectorAll(".hop .time")].map(({ textContent }) => textContent));
  expect(await times()).toEqual(Array(4).fill(expect.stringMatching(/^[\d,.]+ m?s(?:ec)?$/)));
  await panel.click(button("columnTime"));
  await panel.waitFor(() => document.querySelector(".time-heading")?.ariaPressed === "true");
  const clock = /^\d\d:\d\d:\d\d\.\d{3}$/;
  expect(await times()).toEqual(Array(4).fill(expect.stringMatching(clock)));
  const title = await panel.evaluate(() => document.querySelector(".hop .time")?.getAttribute("title"));
  expect(title).toMatch(/^Started at \d\d:\d\d:\d\d\.\d{3}, took \d/);
  expect(await panel.evaluate(() => localStorage.getItem("time-mode"))).toBe('"clock"');
  expect(await axeViolations(panel)).toEqual([]);
  await panel.click(button("columnTime"));
});

test("the Timing tab names the hop, duration and start of each bar", async () => {
  const { panel } = e2e;
  await panel.click(cell(hopRow(), "number"));
  await panel.click(tab("tabTiming"));
  const bars = await panel.waitFor(() => {
    const items = [...document.querySelectorAll(".timing li")];
    return items.length > 0 && items.map((item) => item.textContent);
  });
  const last = e2e.lab.url("shop.test", "/page?comforts");
  expect(bars).toEqual([expect.stringContaining(`1${firstUrl()}`), expect.stringContaining(`2${last}`)]);
  expect(await panel.evaluate(() => document.querySelector(".timing .time")?.getAttribute("title"))).toMatch(
    /^Started at /,
  );
  expect(await axeViolations(panel)).toEqual([]);
  await panel.click(tab("tabExplain"));
  await panel.press("Escape");
});

test("the status bar shows the page, and follows its title", async () => {
  const { page, panel } = e2e;
  await page.evaluate(() => {
    document.title = "A shop \u202e of tests";
  });
  const shown = () => panel.evaluate(() => document.querySelector(".tab-page")?.textContent);
  await expect.poll(shown, { timeout: 5_000 }).toBe(`A shop \\u{202e} of tests ${page.url()}`);
});

test("a URL opens in a new tab: from the menu, and from the details", async () => {
  const { panel } = e2e;
  await panel.click(cell(hopRow(), "number"));
  expect(await panel.waitFor(() => document.querySelector("h2 .url-link")?.getAttribute("href"))).toBe(firstUrl());
  await panel.click(button("copyUrl", "h2"));
  await expect.poll(() => clipboardText(panel), { timeout: 5_000 }).toBe(firstUrl());
  e2e.lab.clearReceived();
  await panel.click({ role: "link", within: "h2" });
  await leaveOpenedTab();
  await panel.click(cell(hopRow(), "status"), "right");
  await panel.click(menuItem("Open in a new tab (GET)"));
  await leaveOpenedTab();
});

test("the Network panel shows the hop's request, where the browser supports that", async () => {
  const { panel } = e2e;
  await panel.click(cell(hopRow(), "status"), "right");
  await menuHasFocus();
  const label = "Show in Network panel";
  const items = await panel.evaluate(() =>
    [...document.querySelectorAll("[role=menuitem]")].map(({ textContent }) => textContent),
  );
  expect(items.includes(label)).toBe(browserName === "chromium");
  if (browserName === "chromium") {
    await panel.click(menuItem(label)).catch(() => undefined);
    // Another panel is selected.
    await panel.waitFor(() => document.querySelector(".list")?.getBoundingClientRect().width === 0);
  } else {
    await panel.press("Escape");
  }
});

/** Waits until the new tab requests its page, and returns to the first tab. */
async function leaveOpenedTab(): Promise<void> {
  const { lab, page } = e2e;
  await expect.poll(() => lab.received.map(({ url }) => url), { timeout: 20_000 }).toContain("/page?comforts");
  lab.clearReceived();
  await page.bringToFront();
}

async function menuHasFocus(): Promise<void> {
  await focusIsOn("menuitem");
}

async function focusIsOn(role: string): Promise<void> {
  await e2e.panel.waitFor((wanted) => document.activeElement?.getAttribute("role") === wanted, {
    args: [role] as const,
  });
}
