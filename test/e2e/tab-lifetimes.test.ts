/** A tab's log lives as long as its tab: through a discard, not after the tab was closed, and not for tabs that never were. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserName, useBrowser } from "./session.ts";

const e2e = useBrowser();

/** A page of the extension: it has its APIs. */
let witness: Page;

beforeAll(async () => {
  await e2e.session.allowInPrivateWindows();
  witness = await e2e.session.openExtensionPage("panel/panel.html");
});

afterAll(() => witness.close());

test.runIf(browserName === "chromium")(
  "of a private tab that was discarded nothing is left when its window is closed",
  async () => {
    const { tabId, windowId } = await openWindow("/page?private-discarded", true);
    const newId = await discard(tabId);
    await closeWindow(windowId);
    await expectForgotten("private-discarded", [tabId, newId]);
  },
);

test("a private tab is closed: its panel in an ordinary tab shows nothing of it any more", async () => {
  const { session } = e2e;
  const { tabId, windowId } = await openWindow("/page?private-shown", true);
  const panel = await session.openExtensionPage(`panel/panel.html?tabId=${tabId}`);
  await panel.waitForFunction(() => document.querySelectorAll(".hop").length === 2, { polling: 50 });
  await panel.evaluate(() => document.querySelector<HTMLElement>(".hop")?.click());
  await panel.waitForFunction(() => document.querySelector(".details") !== null, { polling: 50 });
  await closeWindow(windowId);
  await panel.waitForFunction(() => document.querySelector(".notice") !== null, { polling: 50 });
  await expect.poll(() => panel.evaluate(() => document.documentElement.outerHTML)).not.toContain("private-shown");
  await panel.close();
});

test("a panel of a tab that does not exist is told so, and nothing is saved under its number", async () => {
  const panel = await e2e.session.openExtensionPage("panel/panel.html?tabId=99999999");
  await panel.waitForFunction(() => document.querySelector(".notice") !== null, { polling: 50 });
  await visitElsewhere("invented");
  expect(await witness.evaluate(isForgotten, "no such text", [99_999_999])).toBe(true);
  await panel.close();
});

test("what is saved of tabs that are gone is forgotten when the background wakes", async () => {
  await witness.evaluate(async () => {
    const { storage } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    const all = await storage.session.get(null);
    const [key, json] = Object.entries(all).find(([name]) => name.startsWith("chain:")) ?? [];
    if (key === undefined || typeof json !== "string") throw new Error("no chain is saved");
    const lost = { ...(JSON.parse(json) as object), id: "lost", requestId: "lost", tabId: 88_888_888 };
    const state = { watched: false, recording: true, preserveLog: false, droppedCount: 0 };
    await storage.session.set({ "chain:lost": JSON.stringify(lost), "tab:88888888": state });
  });
  await e2e.session.stopBackground();
  await visitElsewhere("waking");
  await expectForgotten('\\"lost\\"', [88_888_888]);
});

/** Visits a page with a redirect, and waits until its chain is saved: what was sent before is then saved, too. */
async function visitElsewhere(name: string): Promise<void> {
  const { windowId } = await openWindow(`/page?${name}`, false);
  await closeWindow(windowId);
}

/** A window whose second tab, in the background, was redirected to `end`; its chain is saved. */
async function openWindow(end: string, incognito: boolean) {
  const url = e2e.lab.url("shop.test", `/redirect?status=302&to=${end}`);
  const opened = await witness.evaluate(
    async (address, other, isPrivate) => {
      const { windows, tabs } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      const made = await windows.create({ incognito: isPrivate, url: other });
      const windowId = made?.id ?? -1;
      const tab = await tabs.create({ windowId, url: address, active: false });
      return { windowId, tabId: tab.id ?? -1 };
    },
    url,
    e2e.lab.url("shop.test", "/page?other"),
    incognito,
  );
  await witness.waitForFunction(tabsOfChains, { polling: 50, timeout: 20_000 }, end, [opened.tabId]);
  return opened;
}

async function expectForgotten(text: string, tabIds: readonly number[]): Promise<void> {
  await expect.poll(() => witness.evaluate(isForgotten, text, tabIds), { timeout: 15_000 }).toBe(true);
}

function closeWindow(windowId: number) {
  return witness.evaluate(
    (id) => ((globalThis as { browser?: typeof chrome }).browser ?? chrome).windows.remove(id),
    windowId,
  );
}

function discard(tabId: number): Promise<number> {
  return witness.evaluate(async (id) => {
    const discarded = await chrome.tabs.discard(id);
    return discarded?.id ?? -1;
  }, tabId);
}

/** Runs in a page of the extension, like the next: the tabs of the ended chains that lead to `end` are these. */
async function tabsOfChains(end: string, tabIds: readonly number[]): Promise<boolean> {
  const { storage } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  type Saved = { tabId: number; hops: { url: string; state: string }[] };
  const all = Object.entries(await storage.session.get(null)).filter(([key]) => key.startsWith("chain:"));
  const found = all
    .map(([, json]) => JSON.parse(json as string) as Saved)
    .filter(({ hops }) => hops.length > 1 && hops.at(-1)?.state === "answered" && hops.at(-1)?.url.endsWith(end));
  return JSON.stringify(found.map(({ tabId }) => tabId)) === JSON.stringify(tabIds);
}

/** Nothing that is saved has the text, or is of one of the tabs. */
async function isForgotten(text: string, tabIds: readonly number[]): Promise<boolean> {
  const { storage } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  const saved = await storage.session.get(null);
  return !JSON.stringify(saved).includes(text) && tabIds.every((id) => saved[`tab:${id}`] === undefined);
}
