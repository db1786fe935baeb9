/** The list's conclusions: one sentence per chain without a click, cycles shown once, and what changed in a URL. */
import { expect, test } from "vitest";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import { cell, hopRow } from "../../scripts/browsers/panel-page.ts";
import { axeViolationsInBothThemes } from "./axe-violations.ts";
import { clearLog } from "./panel-rows.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

test("the checkout story: cause and change without a click; a click opens the finding", async () => {
  const { panel } = e2e;
  await play("story-checkout");
  const shown = await panel.waitFor(() => {
    const words = (selector: string) => document.querySelector(`.chain ${selector}`)?.textContent.replace(/:\d+/, "");
    const isOpen = document.querySelector(".details") !== null;
    const change = words(".headline b");
    return change === undefined ? undefined : { change, title: words(".chain-title"), all: words(".reveal"), isOpen };
  });
  expect(shown).toEqual({
    title: "POST /checkout → 405 form shop.test",
    all: "Error: 302 turned the POST into a GET at hop 1, and /thanks responded with 405. If nothing handled the POST before, send it to /thanks, or respond with 307 or 308.",
    change: "If nothing handled the POST before, send it to /thanks, or respond with 307 or 308.",
    isOpen: false,
  });
  expect(await axeViolationsInBothThemes(panel)).toEqual([]);
  await panel.click(".chain .headline .reveal");
  const card = await panel.waitFor(
    () => document.activeElement?.closest(".card")?.querySelector(".finding")?.textContent,
  );
  expect(card).toContain("Refused after redirect");
  await panel.press("Escape");
});

test("other findings open from a button that says how many; changed parts of URLs are marked", async () => {
  const { panel } = e2e;
  await play("story-sale");
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 4);
  const changed = await panel.evaluate(() =>
    [...document.querySelectorAll(".hop")].map((hop) =>
      [...hop.querySelectorAll(".url-changed")].map(({ textContent }) => textContent),
    ),
  );
  expect(changed).toEqual([[], ["https"], ["www."], ["/"]]);
  const first = await panel.evaluate(() => document.querySelector(".more-findings")?.ariaLabel);
  expect(first).toBe("2 more findings");
  await panel.click(".more-findings");
  const card = await panel.waitFor(
    () => document.activeElement?.closest(".card")?.querySelector(".finding")?.textContent,
  );
  expect(card).not.toContain("Long chain");
  await panel.press("Escape");
});

test("a changed part stays in view when the URL is cut", async () => {
  const { panel } = e2e;
  await panel.setSize(700, 640);
  await panel.click(cell(hopRow(), "number"));
  await panel.waitFor(() => document.querySelector(".details") !== null);
  for (const width of [360, 900]) {
    await panel.setSize(width, 640);
    await panel.waitFor((wanted) => innerWidth === wanted, { args: [width] as const });
    const cut = await panel.evaluate(
      () =>
        [...document.querySelectorAll(".url-changed")].filter((part) => part.scrollWidth > part.clientWidth + 1).length,
    );
    expect(cut).toBe(0);
  }
  await panel.press("Escape");
  await panel.setSize(1200, 640);
});

test("a loop is shown once; a click shows all hops, and collapsing folds them again", async () => {
  const { panel } = e2e;
  await play("ping-pong");
  await expectFolded();
  const rest = await panel.evaluate(() => document.querySelector(".cycle-rest")?.textContent);
  expect(rest).toBe("Hops 3–20 repeat 1–2. Show all 20");
  expect(await axeViolationsInBothThemes(panel)).toEqual([]);
  await panel.click(".cycle-rest button");
  await expectUnfolded();
  await panel.press("ArrowLeft");
  await panel.press("ArrowLeft");
  await panel.press("ArrowRight");
  await expectFolded();
});

test("by keyboard: Enter on the row below the cycle shows all hops and stays at that place", async () => {
  const { panel } = e2e;
  for (const key of ["Home", "ArrowDown", "ArrowDown", "ArrowDown"]) await panel.press(key);
  await panel.waitFor(() => document.activeElement?.classList.contains("cycle-rest"));
  await panel.press("Enter");
  await expectUnfolded();
  expect(await panel.evaluate(() => document.querySelector(".details"))).toBeNull();
});

test("a loop that has just been listed is open at its heading", async () => {
  const { panel } = e2e;
  await panel.setSize(1200, 300);
  await play("ping-pong");
  await expectFolded();
  await panel.click(".cycle-rest button");
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 20);
  const isShown = await panel.evaluate(() => {
    const [head, chain] = [".head", ".chain"].map((row) => document.querySelector(row)?.getBoundingClientRect());
    return head !== undefined && chain !== undefined && chain.top >= head.bottom - 1;
  });
  expect(isShown).toBe(true);
  await panel.setSize(1200, 640);
});

async function play(name: string): Promise<void> {
  await clearLog(e2e.panel);
  const scenario = allScenarios.find((one) => one.name === name);
  if (scenario === undefined) throw new Error(`No scenario ${name}`);
  await scenario.run(e2e);
}

/** A heading, two hops and the row for the others; the header is row 1. */
async function expectFolded(): Promise<void> {
  const shown = await e2e.panel.waitFor(() => {
    const list = document.querySelector("[role=treegrid]");
    const rest = list?.querySelector(".cycle-rest");
    if (list === null || !rest || list.getAttribute("aria-rowcount") !== "5") return undefined;
    return { hops: list.querySelectorAll(".hop").length, at: rest.getAttribute("aria-rowindex") };
  });
  expect(shown).toEqual({ hops: 2, at: "5" });
}

async function expectUnfolded(): Promise<void> {
  const shown = await e2e.panel.waitFor(() => {
    const rowCount = document.querySelector("[role=treegrid]")?.getAttribute("aria-rowcount");
    const focused = document.activeElement?.closest(".hop")?.getAttribute("aria-rowindex");
    return rowCount === "22" && focused ? { hops: document.querySelectorAll(".hop").length, focused } : undefined;
  });
  // The first hop that was hidden has the focus.
  expect(shown).toEqual({ hops: 20, focused: "5" });
}
