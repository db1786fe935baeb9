/** Too much of everything: the panel stays usable, other tabs' logs stay whole, and what is not saved or not shown is said. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { clearLog } from "./panel-rows.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser({ change: breakOnMark });

test("thousands of headers: the first are shown, and all of them when asked for", async () => {
  const { lab, page, panel } = e2e;
  const headers = Array.from({ length: 1_000 }, (_, at) => `header=X-${at}:v`).join("&");
  await fetchHere(page, lab.url("shop.test", `/redirect?status=302&to=/page?headers&${headers}`));
  await panel.click(".hop");
  await panel.click("#tab-headers");
  const count = () => panel.evaluate(() => document.querySelectorAll(".headers dl:first-of-type dt").length);
  await panel.waitFor(() => document.querySelector(".show-all") !== null);
  expect(await count()).toBe(200);
  expect(await panel.evaluate(() => document.querySelector(".show-all")?.textContent)).toMatch(/^Show all 1,0\d\d$/);
  await panel.click(".show-all");
  expect(await count()).toBeGreaterThan(1_000);
});

test("a URL that nearly fills what a browser allows: no text or attribute of the panel has more than a part of it", async () => {
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
  for (const tab of ["explain", "headers", "body", "timing"]) {
    await panel.click(".chain");
    await panel.click(`#tab-${tab}`);
    expect(await panel.evaluate(() => document.documentElement.outerHTML.length)).toBeLessThan(300_000);
  }
});

test("a URL that was recorded in part is not copied as if it were whole", async () => {
  const { lab, page, panel } = e2e;
  await clearLog(panel);
  await fetchHere(page, lab.url("shop.test", `/redirect?status=302&to=/page?${"x".repeat(70_000)}`));
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 2);
  await panel.click(".hop .status", "right");
  const disabled = await panel.waitFor(
    () => document.querySelector('[role=menuitem][aria-disabled="true"]')?.textContent ?? "",
  );
  expect(disabled).toBe("Copy the URL (too long, recorded only in part)");
  await panel.press("Escape");
  await panel.click(".hop");
  await panel.click("#tab-explain");
  expect(await panel.waitFor(() => document.querySelector(".details h2 small")?.textContent)).toBe(
    "Too long: recorded only in part.",
  );
});

test("a row and details that cannot be shown say so, and everything else goes on", async () => {
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
  await panel.click(".group:nth-of-type(3) .hop");
  await panel.click("#tab-headers");
  await panel.waitFor(() => document.querySelector(".details .not-shown") !== null);
  await panel.click(".group:nth-of-type(2) .hop");
  await panel.waitFor(() => document.querySelectorAll(".header-table dt").length > 3);
  expect(await sentences()).toBe(1);
  await clearLog(panel);
});

test("no room to save the log: said in the panel while it lasts; what was saved before stays", async () => {
  const { lab, page, panel, session } = e2e;
  const witness = await session.openExtensionPage("panel/log/panel.html");
  await page.bringToFront();
  await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page?saved-before"));
  await witness.waitForFunction(isSaved, { polling: 50 }, "saved-before");
  await witness.evaluate(async () => {
    const { session: store } = ((globalThis as { browser?: typeof chrome }).browser ?? chrome).storage;
    // Less and less, until there is no room for anything.
    for (let at = 0, size = 4 * 2 ** 20; size >= 64;) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await store.set({ [`filler${at}`]: "x".repeat(size) });
        at += 1;
      } catch {
        size /= 2;
      }
    }
  });
  await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page?not-saved"));
  const said = await panel.waitFor(() => document.querySelector(".notice span")?.textContent);
  expect(said).toMatch(/^The log could not be saved:/);
  expect(await witness.evaluate(isSaved, "saved-before")).toBe(true);
  await witness.evaluate(async () => {
    const { session: store } = ((globalThis as { browser?: typeof chrome }).browser ?? chrome).storage;
    await store.remove(Object.keys(await store.get(null)).filter((key) => key.startsWith("filler")));
  });
  // With the changes that come next, what had no room is saved as well.
  await expect
    .poll(
      async () => {
        await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page?again"));
        return witness.evaluate(isSaved, "not-saved");
      },
      { interval: 500, timeout: 15_000 },
    )
    .toBe(true);
  await panel.waitFor(() => document.querySelector(".notice") === null);
  await witness.close();
});

/** Runs in a page of the extension. */
async function isSaved(text: string): Promise<boolean> {
  const { storage } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  const all = Object.entries(await storage.session.get(null)).filter(([key]) => key.startsWith("chain:"));
  return JSON.stringify(all).includes(text);
}

/** In this copy, text with a mark in it cannot be drawn: as if the panel had a fault. */
async function breakOnMark(folder: string): Promise<void> {
  const breaking = `
    const createTextNode = document.createTextNode.bind(document);
    document.createTextNode = (data) => {
      if (/break-the-(?:row|header)/.test(data)) throw new Error("marked");
      return createTextNode(data);
    };
  `;
  const file = join(folder, "panel.js");
  await writeFile(file, breaking + (await readFile(file, "utf8")));
}
