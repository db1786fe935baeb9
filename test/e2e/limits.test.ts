/**
 * Excessive input: the panel stays usable, other tabs' logs stay complete, and it reports what is not saved or not
 * said.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { cell, chainRow, hopRow, showAll, tab, tabNames } from "../../scripts/browsers/panel-page.ts";
import { openApiPage } from "../../scripts/browsers/api-page.ts";
import { clearLog } from "./panel-rows.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser({ change: breakOnMark });

test("thousands of headers: the first are shown, and all of them on request", async () => {
  const { lab, page, panel } = e2e;
  const headers = Array.from({ length: 1_000 }, (_, at) => `header=X-${at}:v`).join("&");
  await fetchHere(page, lab.url("shop.test", `/redirect?status=302&to=/page?headers&${headers}`));
  await panel.click(hopRow());
  await panel.click(tab("tabHeaders"));
  const count = () => panel.evaluate(() => document.querySelector(".headers dl")?.querySelectorAll("dt").length);
  await panel.waitFor(() => document.querySelector(".show-all") !== null);
  expect(await count()).toBe(200);
  expect(await panel.evaluate(() => document.querySelector(".show-all")?.textContent)).toMatch(/^Show all 1,0\d\d$/);
  await panel.click(showAll);
  expect(await count()).toBeGreaterThan(1_000);
});

test("a URL near the browser's limit: every text and attribute of the panel contains only a part of it", async () => {
  const { lab, page, panel } = e2e;
  await clearLog(panel);
  await page.evaluate(
    (url) =>
      fetch(url + "x".repeat(900_000)).then(
        () => undefined,
        () => undefined,
      ),
    lab.url("shop.test", "/redirect?status=302&to=/page?"),
  );
  await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page?after"));
  await panel.waitFor(() => document.querySelectorAll(".hop").length >= 2);
  for (const name of tabNames) {
    await panel.click(chainRow());
    await panel.click(tab(name));
    expect(await panel.evaluate(() => document.documentElement.outerHTML.length)).toBeLessThan(300_000);
  }
});

test("a truncated URL cannot be copied", async () => {
  const { lab, page, panel } = e2e;
  await clearLog(panel);
  await fetchHere(page, lab.url("shop.test", `/redirect?status=302&to=/page?${"x".repeat(70_000)}`));
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 2);
  await panel.click(cell(hopRow(), "status"), "right");
  const disabled = await panel.waitFor(
    () => document.querySelector('[role=menuitem][aria-disabled="true"]')?.textContent ?? "",
  );
  expect(disabled).toBe("Copy URL (too long, only partly recorded)");
  await panel.press("Escape");
  await panel.click(hopRow());
  await panel.click(tab("tabExplain"));
  expect(await panel.waitFor(() => document.querySelector(".details h2 small")?.textContent)).toBe(
    "Too long: only partly recorded.",
  );
});

test("a row and details that fail to render say so, and everything else works", async () => {
  const { lab, page, panel } = e2e;
  await clearLog(panel);
  await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page?before"));
  await fetchHere(page, lab.url("shop.test", "/redirect?status=302&header=X-Mark:break%2Dthe-header&to=/page?header"));
  await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page?break-the-row"));
  await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page?after"));
  await panel.waitFor(() => document.querySelectorAll(".group").length === 4);
  const sentences = () => panel.evaluate(() => document.querySelectorAll(".not-shown").length);
  expect(await sentences()).toBe(1);
  expect(await panel.evaluate(() => document.querySelectorAll(".hop").length)).toBe(6);
  await panel.click(hopRow(0, 1));
  await panel.click(tab("tabHeaders"));
  await panel.waitFor(() => document.querySelector(".details .not-shown") !== null);
  await panel.click(hopRow(0, 0));
  await panel.waitFor(() => document.querySelectorAll(".header-table dt").length > 3);
  expect(await sentences()).toBe(1);
  await clearLog(panel);
});

test("no space to save the log: the panel reports it while it lasts; saved chains stay", async () => {
  const { lab, page, panel, session } = e2e;
  const extensionPage = await openApiPage(session);
  await page.bringToFront();
  await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page?saved-before"));
  await extensionPage.waitForFunction(isSaved, { polling: 50 }, "saved-before");
  await extensionPage.evaluate(async () => {
    const { session: store } = api.storage;
    // Smaller and smaller, until nothing fits.
    for (let at = 0, size = 4 * 2 ** 20; size >= 64;) {
      try {
        await store.set({ [`filler${at}`]: "x".repeat(size) });
        at += 1;
      } catch {
        size /= 2;
      }
    }
  });
  await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page?not-saved"));
  const said = await panel.waitFor(() => document.querySelector(".notice span")?.textContent);
  expect(said).toMatch(/^The log couldn't be saved\./);
  expect(await extensionPage.evaluate(isSaved, "saved-before")).toBe(true);
  await extensionPage.evaluate(async () => {
    const { session: store } = api.storage;
    await store.remove(Object.keys(await store.get(null)).filter((key) => key.startsWith("filler")));
  });
  // The next changes also save what did not fit.
  await expect
    .poll(
      async () => {
        await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page?again"));
        return extensionPage.evaluate(isSaved, "not-saved");
      },
      { interval: 500, timeout: 15_000 },
    )
    .toBe(true);
  await panel.waitFor(() => document.querySelector(".notice") === null);
  await extensionPage.close();
});

/** Runs in a page of the extension. */
async function isSaved(text: string): Promise<boolean> {
  const all = Object.entries(await api.storage.session.get(null)).filter(([key]) => key.startsWith("chain:"));
  return JSON.stringify(all).includes(text);
}

/** In this copy, text with a marker fails to render, as if the panel had a bug. */
async function breakOnMark(folder: string): Promise<void> {
  const breaking = `
    const createTextNode = document.createTextNode.bind(document);
    document.createTextNode = (data) => {
      if (/break-the-(?:row|header)/.test(data)) throw new Error("marked");
      return createTextNode(data);
    };
  `;
  const html = await readFile(join(folder, "panel/log/panel.html"), "utf8");
  const file = join(folder, /<script[^>]* src="([^"]+)"/.exec(html)?.[1] ?? "");
  await writeFile(file, breaking + (await readFile(file, "utf8")));
}
