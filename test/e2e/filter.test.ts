/** The filter in the real panel: typed, completed by keyboard and mouse, invalid, without a match, persisted. */
import { beforeAll, expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";
import { button, checkbox, filterField, hopRow, menuItem, option, radio } from "../../scripts/browsers/panel-page.ts";
import { axeViolations } from "./axe-violations.ts";
import { openMenu } from "./export-steps.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

beforeAll(async () => {
  const { lab, page, panel } = e2e;
  await e2e.visit(lab.url("shop.test", "/redirect?status=301&to=/page?document"));
  const post = { method: "POST", body: "a" };
  await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page?lost"), post);
  await fetchHere(page, lab.url("shop.test", "/redirect?status=307&to=/page?kept"), post);
  await expectShown(panel, ["document", "lost", "kept"]);
});

test("/ and Ctrl+F focus the field; typing filters the list immediately; Esc clears, then returns to the list", async () => {
  const { panel } = e2e;
  const height = await panel.evaluate(() => innerHeight);
  await panel.press("/");
  await type(panel, "LOST");
  await expectShown(panel, ["lost"]);
  expect(await statusBar(panel)).toContain("1 of 3 chains");
  await panel.press("Escape");
  await expectShown(panel, ["document", "lost", "kept"]);
  expect(await statusBar(panel)).toContain("3 chains");
  expect(await focused(panel)).toBe("filter-field");
  await panel.press("Escape");
  await panel.waitFor(() => document.activeElement?.getAttribute("role") === "row");
  await panel.press("Control+f");
  expect(await focused(panel)).toBe("filter-field");
  await panel.press("Escape");
  expect(await panel.evaluate(() => innerHeight)).toBe(height);
});

test("keys and values completed by keyboard, as in a combobox", async () => {
  const { panel } = e2e;
  await panel.press("Control+f");
  await type(panel, "bo");
  expect(await suggestions(panel)).toEqual(["body:"]);
  expect(await axeViolations(panel)).toEqual([]);
  await panel.press("ArrowDown");
  expect(await activeSuggestion(panel)).toBe("body:");
  await panel.press("Enter");
  expect(await suggestions(panel)).toEqual(["sent", "kept", "lost", "none", "not-sent", "unknown"]);
  await panel.press("ArrowUp");
  expect(await activeSuggestion(panel)).toBe("unknown");
  for (let times = 0; times < 3; times += 1) await panel.press("ArrowDown");
  expect(await activeSuggestion(panel)).toBe("lost");
  expect(await axeViolations(panel)).toEqual([]);
  await panel.press("Enter");
  expect(await typed(panel)).toBe("body:lost ");
  await expectShown(panel, ["lost"]);
  await panel.press("Escape");
  await panel.press("Escape");
  expect(await typed(panel)).toBe("");
});

test("a completion by mouse; cleared by the button in the field", async () => {
  const { panel } = e2e;
  await panel.click(filterField);
  await type(panel, "-status:30");
  await panel.click(option("302"));
  expect(await typed(panel)).toBe("-status:302 ");
  expect(await focused(panel)).toBe("filter-field");
  await expectShown(panel, ["document", "kept"]);
  await panel.click(button("filterClear"));
  await expectShown(panel, ["document", "lost", "kept"]);
  expect(await focused(panel)).toBe("filter-field");
});

test("an invalid key and an invalid value show a message and filter nothing", async () => {
  const { panel } = e2e;
  await panel.press("Control+f");
  await type(panel, "stauts:302 lost");
  expect(await problem(panel)).toMatch(/^“stauts:” isn't a filter key\. Keys: status: method: /);
  expect(await panel.evaluate(() => document.querySelector("#filter-field")?.getAttribute("aria-invalid"))).toBe(
    "true",
  );
  expect(await axeViolations(panel)).toEqual([]);
  await expectShown(panel, ["lost"]);
  await panel.press("Control+f");
  await type(panel, "seo:good");
  expect(await problem(panel)).toBe("“good” isn't a value of “seo:”. Values: permanent temporary none mixed unknown");
  await panel.press("Control+f");
  await type(panel, "seo:");
  expect(await problem(panel)).toBeUndefined();
  await panel.press("Tab");
  expect(await problem(panel)).toBe("seo: needs a value. Values: permanent temporary none mixed unknown");
  await panel.press("Control+f");
  await panel.press("Escape");
  expect(await problem(panel)).toBeUndefined();
});

test("resource types and only findings, by mouse and by arrow keys", async () => {
  const { panel } = e2e;
  await panel.click(radio("resourceDocument"));
  await expectShown(panel, ["document"]);
  await panel.press("ArrowRight");
  await expectShown(panel, ["lost", "kept"]);
  await panel.press("ArrowRight");
  await expectShown(panel, []);
  await panel.press("Home");
  await panel.click(radio("resourceAll"));
  const counted = await panel.evaluate(() => document.querySelector(".only-findings")?.textContent);
  expect(counted).toBe("Only findings ⚠ 22 warnings i 11 note");
  await panel.click(checkbox("onlyFindings"));
  await expectShown(panel, ["document", "lost"]);
  await panel.click(checkbox("onlyFindings"));
});

test("without a match: one sentence, and a button that clears everything", async () => {
  const { panel } = e2e;
  await panel.click(radio("resourceOther"));
  await panel.press("Control+f");
  await type(panel, "nowhere");
  expect(await panel.waitFor(() => document.querySelector(".empty p")?.textContent)).toBe(
    "No chain matches the filter.",
  );
  expect(await axeViolations(panel)).toEqual([]);
  await panel.click(button("filterClear", ".empty"));
  await expectShown(panel, ["document", "lost", "kept"]);
  expect(await typed(panel)).toBe("");
});

test("the details of a filtered-out chain close, and open again when it is back", async () => {
  const { panel } = e2e;
  await panel.click(hopRow());
  await panel.waitFor(() => document.querySelector(".details") !== null);
  await panel.press("Control+f");
  await type(panel, "lost");
  await expectShown(panel, ["lost"]);
  expect(await panel.evaluate(() => document.querySelector(".details"))).toBeNull();
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector(".details") !== null);
  await panel.press("Escape");
  await panel.press("Escape");
});

test("the export of filtered chains, with their number in the file and in the message", async () => {
  const { panel } = e2e;
  await panel.press("Control+f");
  await type(panel, "status:302");
  await expectShown(panel, ["lost"]);
  await openMenu(panel);
  await panel.click(menuItem("Filtered: 1 of 3 chains"));
  await panel.click(menuItem("JSON"));
  const { name, content } = await e2e.savedFile();
  expect((JSON.parse(content) as { chains: unknown[] }).chains.length).toBe(1);
  expect(await panel.waitFor(() => document.querySelector(".menu-button [role=status]")?.textContent)).toBe(
    `Saved as ${name}: 1 chain.`,
  );
  await openMenu(panel);
  await panel.click(menuItem("Whole log"));
  await panel.click(menuItem("Text"));
  await panel.waitFor(
    () => document.querySelector(".menu-button [role=status]")?.textContent === "Copied as Text: 3 chains.",
  );
});

test("DevTools closed and opened again on the tab: the filter is persisted", async () => {
  const { page, panel, session } = e2e;
  await panel.click(radio("resourceFetch"));
  await panel.click(checkbox("onlyFindings"));
  await expectShown(panel, ["lost"]);
  await session.closeDevTools(page);
  const reopened = await session.openPanel(page);
  await expectShown(reopened, ["lost"]);
  expect(await typed(reopened)).toBe("status:302");
  const checked = await reopened.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>(".filter-bar input")].map((input) => input.checked),
  );
  expect(checked).toEqual([false, false, false, true, false, true]);
  await reopened.click(radio("resourceAll"));
  await reopened.click(checkbox("onlyFindings"));
  await reopened.click(button("filterClear"));
  await expectShown(reopened, ["document", "lost", "kept"]);
});

async function type(panel: PanelHandle, text: string): Promise<void> {
  for (const key of text) await panel.press(key === " " ? "Space" : key);
}

/** Chains are named by the query of their last URL. */
async function expectShown(panel: PanelHandle, names: readonly string[]): Promise<void> {
  await panel.waitFor(lastQueries, { equals: names }).catch(() => undefined);
  expect(await panel.evaluate(lastQueries)).toEqual(names);
}

/** Runs in the panel. */
function lastQueries(): (string | undefined)[] {
  return [...document.querySelectorAll(".list .group")].map((group) =>
    [...group.querySelectorAll(".hop .url")].at(-1)?.getAttribute("title")?.replace(/.*\?/, ""),
  );
}

function typed(panel: PanelHandle): Promise<string | undefined> {
  return panel.evaluate(() => document.querySelector<HTMLInputElement>("#filter-field")?.value);
}

function focused(panel: PanelHandle): Promise<string | undefined> {
  return panel.evaluate(() => document.activeElement?.id);
}

function suggestions(panel: PanelHandle): Promise<string[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll("[role=option] .code")].map(({ textContent }) => textContent),
  );
}

function activeSuggestion(panel: PanelHandle): Promise<string | undefined> {
  return panel.evaluate(() => {
    const id = document.activeElement?.getAttribute("aria-activedescendant") ?? "none";
    return document.querySelector(`#${id}[aria-selected=true] .code`)?.textContent;
  });
}

function problem(panel: PanelHandle): Promise<string | undefined> {
  return panel.evaluate(() => document.querySelector("#filter-problem p")?.textContent);
}

function statusBar(panel: PanelHandle): Promise<string | undefined> {
  return panel.evaluate(() => document.querySelector(".status-bar")?.textContent);
}
