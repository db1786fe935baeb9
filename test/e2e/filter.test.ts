/** The filter in front of the real panel: typed, completed by key and mouse, wrong, without a match, remembered. */
import { beforeAll, expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import type { PanelHandle } from "../../scripts/browsers/browser-session.ts";
import { axeViolations } from "./axe-violations.ts";
import { chooseItem, openMenu } from "./export-steps.ts";
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

test("/ and Ctrl+F lead to the field; what is typed narrows the list at once; Esc clears, then goes back", async () => {
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

test("keys and values completed without a mouse, as a combobox does it", async () => {
  const { panel } = e2e;
  await panel.press("Control+f");
  await type(panel, "bo");
  expect(await offers(panel)).toEqual(["body:"]);
  expect(await axeViolations(panel)).toEqual([]);
  await panel.press("ArrowDown");
  expect(await activeOffer(panel)).toBe("body:");
  await panel.press("Enter");
  expect(await offers(panel)).toEqual(["sent", "kept", "lost", "none", "not-sent", "unknown"]);
  await panel.press("ArrowUp");
  expect(await activeOffer(panel)).toBe("unknown");
  for (let times = 0; times < 3; times += 1) await panel.press("ArrowDown");
  expect(await activeOffer(panel)).toBe("lost");
  expect(await axeViolations(panel)).toEqual([]);
  await panel.press("Enter");
  expect(await typed(panel)).toBe("body:lost ");
  await expectShown(panel, ["lost"]);
  await panel.press("Escape");
  await panel.press("Escape");
  expect(await typed(panel)).toBe("");
});

test("completed with the mouse; cleared by the button in the field", async () => {
  const { panel } = e2e;
  await panel.click("#filter-field");
  await type(panel, "-status:30");
  await panel.click("#filter-suggestion-1");
  expect(await typed(panel)).toBe("-status:302 ");
  expect(await focused(panel)).toBe("filter-field");
  await expectShown(panel, ["document", "kept"]);
  await panel.click(".filter-field button");
  await expectShown(panel, ["document", "lost", "kept"]);
  expect(await focused(panel)).toBe("filter-field");
});

test("a wrong key and a wrong value are said, and filter nothing", async () => {
  const { panel } = e2e;
  await panel.press("Control+f");
  await type(panel, "stauts:302 lost");
  expect(await problem(panel)).toMatch(/^“stauts:” is not a key\. Keys: status: method: /);
  expect(await panel.evaluate(() => document.querySelector("#filter-field")?.getAttribute("aria-invalid"))).toBe(
    "true",
  );
  expect(await axeViolations(panel)).toEqual([]);
  await expectShown(panel, ["lost"]);
  await panel.press("Control+f");
  await type(panel, "seo:good");
  expect(await problem(panel)).toBe("“good” is not a value of “seo:”. Values: permanent temporary none mixed unknown");
  await panel.press("Control+f");
  await type(panel, "seo:");
  expect(await problem(panel)).toBeUndefined();
  await panel.press("Tab");
  expect(await problem(panel)).toBe("seo: has no value yet. Values: permanent temporary none mixed unknown");
  await panel.press("Control+f");
  await panel.press("Escape");
  expect(await problem(panel)).toBeUndefined();
});

test("kinds of resources and only findings, by mouse and by arrows", async () => {
  const { panel } = e2e;
  await panel.click(".chip:nth-of-type(2)");
  await expectShown(panel, ["document"]);
  await panel.press("ArrowRight");
  await expectShown(panel, ["lost", "kept"]);
  await panel.press("ArrowRight");
  await expectShown(panel, []);
  await panel.press("Home");
  await panel.click(".chip:nth-of-type(1)");
  const counted = await panel.evaluate(() => document.querySelector(".only-findings")?.textContent);
  expect(counted).toBe("Only findings ⚠ 22 warnings i 11 note");
  await panel.click(".only-findings input");
  await expectShown(panel, ["document", "lost"]);
  await panel.click(".only-findings input");
});

test("without a match: one sentence, and a button that clears everything", async () => {
  const { panel } = e2e;
  await panel.click(".chip:nth-of-type(4)");
  await panel.press("Control+f");
  await type(panel, "nowhere");
  expect(await panel.waitFor(() => document.querySelector(".empty p")?.textContent)).toBe(
    "No chain matches the filter.",
  );
  expect(await axeViolations(panel)).toEqual([]);
  await panel.click(".empty button");
  await expectShown(panel, ["document", "lost", "kept"]);
  expect(await typed(panel)).toBe("");
});

test("a chain that is filtered out has no details open; it has again when it is back", async () => {
  const { panel } = e2e;
  await panel.click(".hop");
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

test("what the filter shows is exported, and the file and the sentence say how much that is", async () => {
  const { panel } = e2e;
  await panel.press("Control+f");
  await type(panel, "status:302");
  await expectShown(panel, ["lost"]);
  await openMenu(panel);
  await chooseItem(panel, "Filtered: 1 of 3 chains");
  await chooseItem(panel, "JSON");
  const { name, content } = await e2e.savedFile();
  expect((JSON.parse(content) as { chains: unknown[] }).chains.length).toBe(1);
  expect(await panel.waitFor(() => document.querySelector(".menu-button [role=status]")?.textContent)).toBe(
    `Saved as ${name}: 1 chain.`,
  );
  await openMenu(panel);
  await chooseItem(panel, "Whole log");
  await chooseItem(panel, "Text");
  await panel.waitFor(
    () => document.querySelector(".menu-button [role=status]")?.textContent === "Copied as Text: 3 chains.",
  );
});

test("DevTools closed and opened again on the tab: the filter is as it was", async () => {
  const { page, panel, session } = e2e;
  await panel.click(".chip:nth-of-type(3)");
  await panel.click(".only-findings input");
  await expectShown(panel, ["lost"]);
  await session.closeDevTools(page);
  const reopened = await session.openPanel(page);
  await expectShown(reopened, ["lost"]);
  expect(await typed(reopened)).toBe("status:302");
  const checked = await reopened.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>(".filter-bar input")].map((input) => input.checked),
  );
  expect(checked).toEqual([false, false, false, true, false, true]);
  await reopened.click(".chip:nth-of-type(1)");
  await reopened.click(".only-findings input");
  await reopened.click(".filter-field button");
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

function offers(panel: PanelHandle): Promise<string[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll("#filter-suggestions .code")].map((offer) => offer.textContent),
  );
}

function activeOffer(panel: PanelHandle): Promise<string | undefined> {
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
