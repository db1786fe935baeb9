/** The reference: from a status to its page and back, from a finding to the recipe that fixes it, and its search. */
import { expect, test } from "vitest";
import { button, cell, chainRow, english, hopRow } from "../../scripts/browsers/panel-page.ts";
import { axeViolations } from "./axe-violations.ts";
import { clearLog } from "./panel-rows.ts";
import { useBrowser } from "./session.ts";
import { sendForm } from "../../lab/scenarios/scenario.ts";

const e2e = useBrowser();

test("a status opens its page, which agrees with the model; Esc returns to the row", async () => {
  const { panel } = e2e;
  await loseForm();
  await panel.click({ role: "button", within: cell(hopRow(), "status") });
  const title = await panel.waitFor(() => document.querySelector(".reference h2")?.textContent);
  expect(title).toBe("302 Found");
  const rows = await panel.evaluate(() =>
    [...document.querySelectorAll(".method-table tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map(({ textContent }) => textContent),
    ),
  );
  expect(rows).toEqual([
    ["GET no body", "302", "GET no body"],
    ["HEAD no body", "302", "HEAD no body"],
    ["POST with body", "302", "GET no body"],
    ["PUT with body", "302", "PUT with body"],
    ["DELETE no body", "302", "DELETE no body"],
  ]);
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector(".reference") === null);
  await panel.waitFor(() => document.activeElement?.closest(".hop") !== null);
});

test("the search finds sentences in all pages, each once, and opens them", async () => {
  const { panel } = e2e;
  await panel.click(button("reference"));
  await panel.waitFor(() => document.querySelector(".reference input") !== null);
  await search("streamed body");
  const found = await panel.waitFor(() => {
    const pages = [...document.querySelectorAll(".found-pages")];
    return pages.length > 0 && pages.map((line) => [...line.children].map((page) => page.textContent));
  });
  expect(found).toEqual([["307 Temporary Redirect", "308 Permanent Redirect"]]);
  await search("no such words");
  await panel.waitFor(
    () => document.querySelector(".reference article")?.textContent === "Nothing found for no such words.",
  );
  await search("streamed body");
  await panel.click({ role: "button", name: "308 Permanent Redirect", within: ".found-pages" });
  await panel.waitFor(() => document.querySelector(".reference h2")?.textContent === "308 Permanent Redirect");
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector(".reference") === null);
});

test("a status without a page: what it means in a chain, recipes, and the chains that have it", async () => {
  const { panel } = e2e;
  await loseForm();
  await panel.click(button("reference"));
  await panel.waitFor(() => document.querySelector(".reference input") !== null);
  await search("405");
  const said = await panel.waitFor(() => document.querySelector(".other-status")?.textContent);
  expect(said).toMatch(/^405 isn't a redirect: .*keep it with 307 or 308/);
  expect(await axeViolations(panel)).toEqual([]);
  await panel.click({ role: "button", name: english("filterOnly", "status:405") });
  await panel.waitFor(() => document.querySelector<HTMLInputElement>("#filter-field")?.value === "status:405 ");
  expect(await panel.evaluate(() => document.querySelector(".reference"))).toBeNull();
  await panel.click(button("filterClear"));
  await panel.press("Escape");
  await panel.click(button("reference"));
  await panel.waitFor(() => document.querySelector(".reference input") !== null);
  await search("405");
  await panel.click({ role: "button", within: ".other-status .links" });
  await panel.waitFor(() => document.querySelector(".reference h2")?.textContent === "Server recipes");
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector(".reference") === null);
});

test("a finding opens its explanation, and from there the recipe that fixes it; the stack is persisted", async () => {
  const { panel } = e2e;
  await loseForm();
  await panel.click({ role: "button", within: chainRow() });
  const card = await panel.waitFor(
    () => document.activeElement?.closest(".card")?.querySelector(".finding")?.textContent,
  );
  expect(card).toContain("Refused after redirect");
  await panel.click({ role: "button", within: ".card .links" });
  await panel.waitFor(() => document.querySelector(".recipe") !== null);
  await choose("Rails");
  await panel.waitFor(() =>
    document.querySelectorAll(".recipe code")[1]?.textContent.includes("status: 307), via: :all"),
  );
  await panel.press("Escape");
  await panel.click({ role: "button", within: ".card .links" });
  await panel.waitFor(() => document.querySelector<HTMLSelectElement>(".reference select")?.value === "Rails");
  await panel.press("Escape");
});

test.each(["light", "dark"] as const)("axe finds nothing in the %s theme", async (theme) => {
  const { panel } = e2e;
  await panel.setTheme(theme);
  await panel.click(button("reference"));
  await panel.waitFor(() => document.querySelector(".method-table") !== null);
  expect(await axeViolations(panel)).toEqual([]);
  await panel.click(button("refPageRecipes", ".reference nav"));
  await panel.waitFor(() => document.querySelector(".recipe") !== null);
  expect(await axeViolations(panel)).toEqual([]);
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector(".reference") === null);
});

/** A form whose POST is answered with 302 and ends in 405. */
async function loseForm(): Promise<void> {
  await clearLog(e2e.panel);
  await sendForm(e2e, { action: "/checkout", enctype: "urlencoded" });
  // The last finding to appear: the 405 is shown before the browser reports the end of the request.
  await e2e.panel.waitFor(() => document.querySelector(".row.chain")?.textContent.includes("Refused after redirect"));
}

async function search(words: string): Promise<void> {
  await e2e.panel.evaluate((typed) => {
    const input = document.querySelector<HTMLInputElement>(".reference input");
    if (input === null) return;
    input.value = typed;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, words);
}

async function choose(stack: string): Promise<void> {
  await e2e.panel.evaluate((name) => {
    const select = document.querySelector<HTMLSelectElement>(".reference select");
    if (select === null) return;
    select.value = name;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }, stack);
}
