/**
 * Special states: an empty log, no access to sites, a reloaded extension, hostile text, both themes.
 */
import { expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { button, hopRow, tab, tabNames } from "../../scripts/browsers/panel-page.ts";
import { axeViolations, axeViolationsInBothThemes } from "./axe-violations.ts";
import { expectChains } from "./panel-rows.ts";
import { browserName, useBrowser } from "./session.ts";

const e2e = useBrowser({ fresh: true });

test("an empty log: one sentence, and a button that reloads the page", async () => {
  const { lab, panel } = e2e;
  const sentence = await panel.waitFor(() => document.querySelector(".empty p")?.textContent);
  expect(sentence).toBe("No redirects yet.");
  lab.clearReceived();
  await panel.click(button("reloadPage"));
  await expect.poll(() => lab.received.map(({ url }) => url), { timeout: 10_000 }).toContain("/page");
  expect(await axeViolationsInBothThemes(panel)).toEqual([]);
});

test("site access revoked: a notice with a button; granted again: the notice disappears, and hops are recorded", async () => {
  const { lab, page, panel, session } = e2e;
  await session.setSiteAccess(false);
  const label = await panel.waitFor(() => document.querySelector(".notice button")?.textContent);
  const found = await axeViolationsInBothThemes(panel);
  await session.setSiteAccess(true);
  expect(label).toBe("Grant access");
  expect(found).toEqual([]);
  await panel.waitFor(() => document.querySelector(".notice") === null);
  const url = lab.url("shop.test", "/redirect?status=302&to=/page?granted");
  await fetchHere(page, url);
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 2);
});

test.each(["light", "dark"] as const)("axe finds nothing in the %s theme, with details open", async (theme) => {
  const { panel } = e2e;
  await panel.setTheme(theme);
  await panel.waitFor((dark) => matchMedia("(prefers-color-scheme: dark)").matches === dark, {
    args: [theme === "dark"] as const,
  });
  await panel.click(hopRow());
  for (const name of tabNames) {
    await panel.click(tab(name));
    expect(await axeViolations(panel), name).toEqual([]);
  }
});

test("Esc closes the details and returns to the row; DevTools do not handle it", async () => {
  const { panel } = e2e;
  await panel.click(hopRow());
  await panel.waitFor(() => document.querySelector(".details") !== null);
  const height = await panel.evaluate(() => innerHeight);
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector(".details") === null);
  await panel.waitFor(() => document.activeElement?.getAttribute("role") === "row");
  await panel.press("ArrowUp");
  await panel.waitFor(() => document.activeElement?.classList.contains("chain"));
  expect(await panel.evaluate(() => innerHeight)).toBe(height);
});

test("hostile text is escaped and does nothing", async () => {
  const { lab, page, panel } = e2e;
  const path = `/redirect?status=302&reason=${encodeURIComponent("<img src=x onerror=alert(1)>")}&to=/page%3F%E2%80%AEgnp.exe`;
  await page.goto(lab.url("shop.test", "/page"));
  await fetchHere(page, lab.url("shop.test", path));
  // The rows of the previous page have the same number of hops.
  await panel.waitFor(() => document.querySelector('.hop .url[title$="gnp.exe"]') !== null);
  const seen = await panel.evaluate(() => ({
    images: document.images.length,
    hasBidiControl: /[\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent),
    reason: document.querySelector(".status")?.getAttribute("title"),
  }));
  expect(seen).toEqual({ images: 0, hasBidiControl: false, reason: "<img src=x onerror=alert(1)>" });
});

test("the extension reloaded with an open panel: a reopened panel records, without errors", async () => {
  const { lab, page, session } = e2e;
  // Chromium keeps old content scripts in their pages, and this one sends a message afterwards.
  const old = browserName === "chromium" ? await session.newPage() : undefined;
  await old?.goto(lab.url("shop.test", "/page"));
  const own = await session.openExtensionPage("panel/log/panel.html?tabId=1");
  // The page closes with its extension, so this may never resolve.
  await own.evaluate(() => {
    setTimeout(() => ((globalThis as { browser?: typeof chrome }).browser ?? chrome).runtime.reload());
  });
  await expect.poll(() => own.evaluate(() => true).catch(() => false), { timeout: 10_000 }).toBe(false);
  await old?.evaluate(() => setTimeout(() => location.assign("/page?left")));
  await old?.waitForFunction(() => location.search === "?left" && document.readyState === "complete", { polling: 50 });
  await old?.close();
  await page.bringToFront();
  await session.closeDevTools(page);
  const reopened = await session.openPanel(page);
  const url = lab.url("shop.test", "/redirect?status=301&to=/page?reopened");
  await session.visit(page, url);
  await expectChains(reopened, [
    [
      { status: "301", method: "GET → GET", body: "none", seo: "Permanent", url },
      { status: "200", method: "GET", body: "none", seo: "—", url: lab.url("shop.test", "/page?reopened") },
    ],
  ]);
});
