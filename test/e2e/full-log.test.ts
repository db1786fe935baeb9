/** More redirected fetches than fit into the log: it stays within its size limit and drops the oldest. */
import { expect, test } from "vitest";
import { defaultLimits } from "../../src/model/log/log-limits.ts";
import { openApiPage } from "../../scripts/browsers/api-page.ts";
import { clearLog } from "./panel-rows.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser({ fresh: true });

/** A chain with URLs of 13 kB takes about 52 kB, four times its URL: together twice the limit. */
const count = 240;
const padding = "x".repeat(13_000);
/** Concurrent fetches: responses may be out of order by this many. */
const atOnce = 10;

test("the newest chains are kept, the oldest dropped and counted, and the session storage is not full", async () => {
  const { lab, page, panel, session } = e2e;
  await page.goto(lab.url("shop.test", "/fetch"));
  await page.evaluate(fetchAll, lab.url("shop.test", `/redirect?status=302&to=/page?${padding}-`), count, atOnce);
  const kept = await panel.waitFor(keptOf, { args: [count], timeoutMs: 20_000 });
  expect(kept).toBeLessThan(count * 0.6);
  const dropped = count - kept;

  const extensionPage = await openApiPage(session);
  const saved = await extensionPage.waitForFunction(savedChains, { polling: 100 }, kept);
  const { numbers, bytesInUse } = (await saved.jsonValue()) as Saved;
  expect(new Set(numbers).size).toBe(kept);
  expect(numbers.filter((number) => number < dropped - atOnce)).toEqual([]);
  const newest = numbers.filter((number) => number >= dropped + atOnce);
  expect(newest.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: kept - atOnce }, (_, at) => dropped + atOnce + at),
  );
  // By the log's own count it is full; storage.session counts differently and has a quota of 10 MiB.
  expect(bytesInUse).toBeGreaterThan(defaultLimits.sizeBytes * 0.8);
  expect(bytesInUse).toBeLessThan(defaultLimits.sizeBytes * 1.2);
  await extensionPage.close();
});

test("every listed chain is saved, even with many small parts", async () => {
  const { lab, page, panel, session } = e2e;
  await clearLog(panel);
  await page.goto(lab.url("shop.test", "/fetch"));
  // Chromium 156 counts each part of an object; as objects, these would exceed the quota.
  const many = 220;
  const headers = Array.from({ length: 150 }, (_, at) => `header=X-${at}:v`).join("&");
  const target = encodeURIComponent(`/page?${headers}&end-`);
  await page.evaluate(fetchAll, lab.url("shop.test", `/redirect?status=302&${headers}&to=${target}`), many, atOnce);
  await panel.waitFor(() => document.querySelector(".status-bar")?.textContent.startsWith("220 chains"));
  const extensionPage = await openApiPage(session);
  const saved = await extensionPage.waitForFunction(savedChains, { polling: 100, timeout: 10_000 }, many);
  expect(((await saved.jsonValue()) as Saved).bytesInUse).toBeLessThan(10 * 2 ** 20);
  await extensionPage.close();
});

interface Saved {
  readonly numbers: readonly number[];
  readonly bytesInUse: number;
}

/** Runs in the page. */
async function fetchAll(url: string, many: number, parallel: number): Promise<void> {
  let next = 0;
  const lanes = Array.from({ length: parallel }, async () => {
    while (next < many) {
      const number = next;
      next += 1;
      await (await fetch(`${url}${number}`)).text();
    }
  });
  await Promise.all(lanes);
}

/** Runs in the panel: the number of listed chains once all have arrived; before that 0. */
function keptOf(many: number): number {
  const said = document.querySelector(".status-bar")?.textContent.replaceAll(",", "") ?? "";
  const kept = Number(/^(\d+) chains/.exec(said)?.[1]);
  const dropped = Number(/the (\d+) oldest/.exec(said)?.[1]);
  return kept + dropped === many ? kept : 0;
}

/** Runs in an extension page; false until all is saved. Chains are identified by the numbers in their URLs. */
async function savedChains(many: number): Promise<Saved | false> {
  const { session } = api.storage;
  const saved = Object.entries(await session.get(null)).filter(([key]) => key.startsWith("chain:"));
  const chains = saved.map(([, json]) => JSON.parse(json as string) as { hops: { url: string; state: string }[] });
  const isWhole = chains.every(({ hops }) => hops.at(-1)?.state === "answered");
  const urls = chains.flatMap(({ hops }) => hops[1]?.url ?? []);
  const numbers = urls.map((url) => Number(/-(\d+)$/.exec(url)?.[1]));
  return isWhole && numbers.length === many && { numbers, bytesInUse: await session.getBytesInUse(null) };
}
