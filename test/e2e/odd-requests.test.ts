/** Unusual requests: a URL of a million characters, 500 headers, bytes in a header, a full session store. */
import { expect, test } from "vitest";
import { fetchHere } from "../../lab/scenarios/scenario.ts";
import { hopRow, showAll, tab } from "../../scripts/browsers/panel-page.ts";
import { openApiPage } from "../../scripts/browsers/api-page.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser({ fresh: true });

test("a URL of a million characters is recorded and shown cut, with both of its hops", async () => {
  const { lab, page, panel } = e2e;
  await page.goto(lab.url("shop.test", "/fetch"));
  const start = lab.url("shop.test", "/redirect?status=302&to=/page?after-long&pad=");
  const url = start + "x".repeat(1_000_000 - start.length);
  await fetchHere(page, url);
  await panel.waitFor(() => document.querySelectorAll(".hop").length === 2);
  const shown = await panel.evaluate(() => ({
    longest: Math.max(...[...document.querySelectorAll(".hop")].map((hop) => hop.textContent.length)),
    isWide: document.documentElement.scrollWidth > innerWidth,
  }));
  expect(shown.longest).toBeLessThan(3_000);
  expect(shown.isWide).toBe(false);
  const saved = await openApiPage(e2e.session);
  const lengths = await saved.evaluate(async () => {
    const all = Object.entries(await api.storage.session.get(null)).filter(([key]) => key.startsWith("chain:"));
    const chains = all.map(([, json]) => JSON.parse(json as string) as { hops: { url: string }[] });
    return chains.flatMap(({ hops }) => hops.map((hop) => hop.url.length));
  });
  await saved.close();
  // 64 Ki characters and the truncation marker.
  expect(Math.max(...lengths)).toBeGreaterThan(60_000);
  expect(Math.max(...lengths)).toBeLessThan(70_000);
});

test("500 response headers, one of them with bytes that are not text, are all in the details", async () => {
  const { lab, page, panel } = e2e;
  await page.goto(lab.url("shop.test", "/fetch"));
  const many = Array.from({ length: 499 }, (_, index) => `header=X-Odd-${index}:v`).join("&");
  await fetchHere(page, lab.url("shop.test", `/redirect?status=302&to=/page&${many}&header=X-Bytes:%ff%fe`));
  // The rows of the previous page have the same number of hops.
  await panel.waitFor(() => document.querySelector('.hop .url[title*="X-Bytes"]') !== null);
  await panel.click(hopRow());
  await panel.click(tab("tabHeaders"));
  await panel.click(showAll);
  await panel.waitFor(() => document.querySelector("#details-panel .show-all") === null);
  const lines = await panel.evaluate(() =>
    [...document.querySelectorAll("#details-panel dl > div")]
      .map((line) => `${line.querySelector("dt")?.textContent}: ${line.querySelector("dd bdi")?.textContent}`)
      .filter((line) => /^x-(odd|bytes)/i.test(line)),
  );
  expect(lines).toHaveLength(500);
  expect(lines.map((line) => line.toLowerCase())).toContain("x-bytes: \u00ff\u00fe");
});

test("the session storage is full: recording and the panel still work", async () => {
  const { lab, page, panel, session } = e2e;
  const filler = await openApiPage(session);
  const isFull = await filler.evaluate(async () => {
    let pieceLength = 4_000_000;
    while (pieceLength > 2_000) {
      const name = `filler ${crypto.randomUUID()}`;
      const isKept = await api.storage.session.set({ [name]: "x".repeat(pieceLength) }).then(
        () => true,
        () => false,
      );
      if (!isKept) pieceLength /= 2;
    }
    return api.storage.session.set({ more: "x".repeat(8_000) }).then(
      () => false,
      () => true,
    );
  });
  expect(isFull).toBe(true);
  await page.bringToFront();
  await page.goto(lab.url("shop.test", "/fetch"));
  await fetchHere(page, lab.url("shop.test", "/redirect?status=302&to=/page?unsaved"));
  await panel.waitFor(() => document.querySelector('.hop .url[title$="unsaved"]') !== null);
  await filler.evaluate(async () => {
    const names = Object.keys(await api.storage.session.get(null)).filter((name) => name.startsWith("filler"));
    await api.storage.session.remove(names);
  });
  await filler.close();
});
