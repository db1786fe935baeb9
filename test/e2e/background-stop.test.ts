/** The browser stops the background whenever it likes: nothing recorded before may be lost, nothing after be missed. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ExpectedChain } from "../../lab/scenarios/scenario.ts";
import { expectChains } from "./panel-rows.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

/** Shows what is saved; any page of the extension sees that. */
let witness: Page;

beforeAll(async () => {
  witness = await e2e.session.openExtensionPage("panel/panel.html?tabId=0");
});

afterAll(() => witness.close());

test("stopped between two hops, with the panel open: the chain is whole", async () => {
  const { page, panel, session } = e2e;
  const { visiting, chain } = await visitSlowly("panel-open");
  await session.stopBackground();
  await visiting;
  await page.bringToFront();
  await expectChains(panel, [chain]);
});

test("stopped between two hops, no panel anywhere: a panel opened later shows the whole chain", async () => {
  const { page, session } = e2e;
  await session.closeDevTools(page);
  await witness.close();
  witness = await session.openExtensionPage("panel/panel.html?tabId=0");
  const { visiting, chain } = await visitSlowly("panel-closed");
  await session.stopBackground();
  await visiting;
  await expectChains(await session.openPanel(page), [chain]);
});

test("stopped after the end, fetched from later: old and new chains are there", async () => {
  const { lab, page, session } = e2e;
  const panel = await session.openPanel(page);
  const { visiting, chain } = await visitSlowly("before-the-stop");
  await visiting;
  await expectChains(panel, [chain]);
  await savedUrl("/page?before-the-stop");
  await session.stopBackground();
  const url = lab.url("shop.test", "/redirect?status=307&to=/page?woken");
  await page.evaluate((target) => fetch(target, { method: "POST", body: "x" }).then(() => undefined), url);
  await expectChains(panel, [
    chain,
    [
      { status: "307", method: "POST → POST", body: "sent → kept", seo: "Temporary", url },
      { status: "200", method: "POST", body: "sent", seo: "—", url: lab.url("shop.test", "/page?woken") },
    ],
  ]);
});

/**
 * Visits a chain whose second answer takes its time, and comes back when that answer is waited for and the first hop is
 * saved: the moment to stop the background.
 */
async function visitSlowly(name: string) {
  const { lab } = e2e;
  const second = `/redirect?status=301&delay=4000&to=/page?${name}`;
  const first = lab.url("shop.test", `/redirect?status=302&to=${encodeURIComponent(second)}`);
  const visiting = e2e.visit(first);
  await savedUrl(second);
  const get = { method: "GET → GET", body: "none" } as const;
  const chain: ExpectedChain = [
    { ...get, status: "302", seo: "Temporary", url: first },
    { ...get, status: "301", seo: "Permanent", url: lab.url("shop.test", second) },
    { ...get, status: "200", method: "GET", seo: "—", url: lab.url("shop.test", `/page?${name}`) },
  ];
  return { visiting, chain };
}

/** Waits until a saved chain has a hop with this URL. */
async function savedUrl(pathAndQuery: string): Promise<void> {
  const url = e2e.lab.url("shop.test", pathAndQuery);
  const isSaved = await witness.waitForFunction(
    async (wanted) => {
      const { storage } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      const saved = await storage.session.get(null);
      return Object.values(saved as Record<string, { hops?: { url: string }[] }>).some((chain) =>
        chain.hops?.some((hop) => hop.url === wanted),
      );
    },
    { polling: 50, timeout: 10_000 },
    url,
  );
  expect(await isSaved.jsonValue()).toBe(true);
}
