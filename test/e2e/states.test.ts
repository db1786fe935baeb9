/** What is not the everyday state: nothing yet, no access to sites, the extension reloaded, hostile text, both themes. */
import { expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { axeViolations, axeViolationsInBothThemes } from "./axe-violations.ts";
import { expectChains } from "./panel-rows.ts";
import { browserName, useBrowser } from "./session.ts";

const e2e = useBrowser({ fresh: true });

test("nothing yet: one sentence, and a button that reloads the page", async () => {
  const { lab, panel } = e2e;
  const sentence = await panel.waitFor(() => document.querySelector(".empty p")?.textContent);
  expect(sentence).toBe("No redirects yet.");
  lab.clearReceived();
  await panel.click(".empty button");
  await expect.poll(() => lab.received.map(({ url }) => url), { timeout: 10_000 }).toContain("/page");
  expect(await axeViolationsInBothThemes(panel)).toEqual([]);
});

test("access to sites taken back: said, with a button; given again: the notice goes, and hops are recorded", async () => {
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
  await panel.click(".hop");
  for (const tab of ["explain", "headers", "body", "timing"]) {
    await panel.click(`#tab-${tab}`);
    expect(await axeViolations(panel), tab).toEqual([]);
  }
});

test("Esc closes the details and goes back to the row; DevTools make nothing of it", async () => {
  const { panel } = e2e;
  await panel.click(".hop");
  await panel.waitFor(() => document.querySelector(".details") !== null);
  const height = await panel.evaluate(() => innerHeight);
  await panel.press("Escape");
  await panel.waitFor(() => document.querySelector(".details") === null);
  await panel.waitFor(() => document.activeElement?.getAttribute("role") === "row");
  await panel.press("ArrowUp");
  await panel.waitFor(() => document.activeElement?.classList.contains("chain"));
  expect(await panel.evaluate(() => innerHeight)).toBe(height);
});

test("hostile text is shown escaped and does nothing", async () => {
  const { lab, page, panel } = e2e;
  const path = `/redirect?status=302&reason=${encodeURIComponent("<img src=x onerror=alert(1)>")}&to=/page%3F%E2%80%AEgnp.exe`;
  await page.goto(lab.url("shop.test", "/page"));
  await fetchHere(page, lab.url("shop.test", path));
  // The rows of the page before have as many hops.
  await panel.waitFor(() => document.querySelector('.hop:last-child .url[title$="gnp.exe"]') !== null);
  const seen = await panel.evaluate(() => ({
    images: document.images.length,
    hasBidiControl: /[\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent),
    reason: document.querySelector(".status")?.getAttribute("title"),
  }));
  expect(seen).toEqual({ images: 0, hasBidiControl: false, reason: "<img src=x onerror=alert(1)>" });
});

test("the extension reloaded under an open panel: opened again, the panel records; nothing complains", async () => {
  const { lab, page, session } = e2e;
  // Chromium leaves the old content scripts in their pages, and this one has something to tell afterwards.
  const old = browserName === "chromium" ? await session.newPage() : undefined;
  await old?.goto(lab.url("shop.test", "/page"));
  const own = await session.openExtensionPage("panel/log/panel.html?tabId=1");
  // The page goes down with its extension, so the answer to this may never come.
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
