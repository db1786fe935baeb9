/** Each export format from the real menu, for a real chain; exported files opened again. */
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { fetchHere, type ExpectedChain } from "../../lab/scenarios/scenario.ts";
import { hopRow, menuItem, readHops } from "../../scripts/browsers/panel-page.ts";
import { axeViolations, axeViolationsInBothThemes } from "./axe-violations.ts";
import { clipboardText, giveFile, openMenu } from "./export-steps.ts";
import { expectChains } from "./panel-rows.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

const firstUrl = () => e2e.lab.url("shop.test", "/redirect?status=302&to=/page%3Ftoken%3Ds3cret");
const lastUrl = () => e2e.lab.url("shop.test", "/page?token=s3cret");
const otherUrl = () => e2e.lab.url("shop.test", "/redirect?status=301&to=/page?other");

const posted = (url: string, last: string): ExpectedChain => [
  { status: "302", method: "POST → GET", body: "sent → lost", seo: "Temporary", url },
  { status: "200", method: "GET", body: "none", seo: "—", url: last },
];
const other = (): ExpectedChain => [
  { status: "301", method: "GET → GET", body: "none", seo: "Permanent", url: otherUrl() },
  { status: "200", method: "GET", body: "none", seo: "—", url: e2e.lab.url("shop.test", "/page?other") },
];

beforeAll(async () => {
  const { page, panel } = e2e;
  await fetchHere(page, firstUrl(), { method: "POST", body: "not to be exported" });
  await fetchHere(page, otherUrl());
  await expectChains(panel, [posted(firstUrl(), lastUrl()), other()]);
});

test.each(["JSON", "CSV", "HAR"])("saved as %s", async (label) => {
  await openMenu(e2e.panel);
  await e2e.panel.click(menuItem(label));
  const { name, content } = await e2e.savedFile();
  expect(name).toMatch(
    new RegExp(`^redirects-shop\\.test-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d\\.${label.toLowerCase()}$`),
  );
  expect(await e2e.panel.waitFor(() => document.querySelector(".menu-button [role=status]")?.textContent)).toBe(
    `Saved as ${name}: 2 chains.`,
  );
  expect(content).not.toMatch(/not to be exported|s3cret/);
  if (label === "CSV") {
    const [head, ...rows] = parse(content, { bom: true });
    expect(head?.slice(0, 3)).toEqual(["Chain", "#", "Status"]);
    expect(rows.map(([chain, hop, status, method]) => [chain, hop, status, method])).toEqual([
      ["1", "1", "302", "POST → GET"],
      ["1", "2", "200", "GET"],
      ["2", "1", "301", "GET → GET"],
      ["2", "2", "200", "GET"],
    ]);
  } else {
    const file = JSON.parse(content) as { chains?: unknown[]; log?: { entries: unknown[] } };
    expect(file.chains?.length ?? file.log?.entries.length).toBe(label === "JSON" ? 2 : 4);
  }
});

test("copied as text, Markdown and curl", async () => {
  const copied = [];
  for (const label of ["Text", "Markdown", "curl (bash)"]) {
    await openMenu(e2e.panel);
    await e2e.panel.click(menuItem(label));
    await e2e.panel.waitFor(
      (format) =>
        document.querySelector(".menu-button [role=status]")?.textContent === `Copied as ${format}: 2 chains.`,
      { args: [label] as const },
    );
    copied.push(await clipboardText(e2e.panel));
  }
  const [text = "", markdown = "", curl = ""] = copied;
  expect(text).toContain("1  302     POST → GET  sent → lost  Temporary  ");
  expect(markdown).toContain("| 1 | 302 | POST → GET | sent → lost | Temporary | http");
  expect(curl.split("\n").filter((line) => line !== "")).toEqual([
    expect.stringMatching(/^curl -L .*--data-raw '<body>' 'http:.*'$/),
    expect.stringMatching(/^curl -L 'http:.*'$/),
  ]);
  expect(copied.join("")).not.toMatch(/not to be exported|token=s3cret/);
});

test("the selected chain only; secrets shown on request, and masked again the next time", async () => {
  const { panel } = e2e;
  await panel.click(hopRow());
  await openMenu(panel);
  await panel.click(menuItem("Selected chain"));
  await panel.click(menuItem("Show secrets in URLs"));
  await panel.click(menuItem("JSON"));
  const { content } = await e2e.savedFile();
  expect((JSON.parse(content) as { chains: unknown[] }).chains.length).toBe(1);
  expect(content).toContain("token=s3cret");
  await openMenu(panel);
  await panel.click(menuItem("Whole log"));
  await panel.click(menuItem("JSON"));
  expect((await e2e.savedFile()).content).not.toContain("s3cret");
});

test("the menu by keyboard, without axe violations", async () => {
  const { panel } = e2e;
  await openMenu(panel);
  expect(await axeViolations(panel)).toEqual([]);
  const focused = () => panel.evaluate(() => document.activeElement?.textContent);
  const seen = [await focused()];
  for (const key of ["ArrowDown", "End", "ArrowDown", "ArrowUp", "Home"]) {
    await panel.press(key);
    seen.push(await focused());
  }
  expect(seen).toEqual(["JSON", "CSV", "Show secrets in URLs", "JSON", "Show secrets in URLs", "JSON"]);
  await panel.press("Escape");
  expect(await panel.evaluate(() => document.activeElement?.getAttribute("aria-haspopup"))).toBe("menu");
  expect(await panel.evaluate(() => document.querySelector("[role=menu]"))).toBeNull();
});

test.each([
  ["JSON", "choose"],
  ["HAR", "drop"],
] as const)(
  "a %s file opened again (%s): the same rows, with a notice, never mixed with live ones",
  async (label, how) => {
    const { page, panel } = e2e;
    const live = await readHops(panel);
    await openMenu(panel);
    await panel.click(menuItem("Show secrets in URLs"));
    await panel.click(menuItem(label));
    const { name, content } = await e2e.savedFile();
    await giveFile(panel, how, name, content);
    expect(await panel.waitFor(() => document.querySelector(".notice span")?.textContent)).toBe(
      `Showing ${name}, not this tab's log.`,
    );
    await expectChains(panel, live);
    await fetchHere(page, otherUrl());
    expect(await axeViolations(panel)).toEqual([]);
    await expectChains(panel, live);
    await panel.click({ role: "button", within: ".notice" });
    await expectChains(panel, [...live, other()]);
  },
);

test("an unknown file: one sentence, and nothing changes", async () => {
  const { panel } = e2e;
  const live = await readHops(panel);
  await giveFile(panel, "choose", "holiday.json", '{"photos":[]}');
  expect(await panel.waitFor(() => document.querySelector(".notice span")?.textContent)).toBe(
    "Can't open holiday.json: it's neither a Hopscope export nor a HAR file.",
  );
  await expectChains(panel, live);
  expect(await axeViolationsInBothThemes(panel)).toEqual([]);
  await panel.click({ role: "button", within: ".notice" });
  await panel.waitFor(() => document.querySelector(".notice") === null);
});

test("a file dragged over the panel: the panel highlights the drop target until it leaves", async () => {
  const { panel } = e2e;
  const isShown = (type: "dragover" | "dragleave") =>
    panel.evaluate(async (name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([""], "a.har"));
      document
        .querySelector("main")
        ?.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
      await new Promise(requestAnimationFrame);
      return document.querySelector(".file-over") !== null;
    }, type);
  expect(await isShown("dragover")).toBe(true);
  expect(await isShown("dragleave")).toBe(false);
});
