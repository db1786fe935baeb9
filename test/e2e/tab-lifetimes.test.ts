/**
 * A tab's log lives as long as its tab: through a discard, not after the tab was closed, and not for tabs that never
 * were.
 */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApiPage } from "../../scripts/browsers/api-page.ts";
import { browserName, useBrowser } from "./session.ts";

const e2e = useBrowser({ fresh: true });

/** A page of the extension: it has its APIs. */
let extensionPage: Page;
/** Opened before any further window: browsers open a new tab in the window used last, which the tests close. */
let panel: Page;

beforeAll(async () => {
  await e2e.session.allowInPrivateWindows();
  extensionPage = await openApiPage(e2e.session);
  panel = await e2e.session.openExtensionPage("panel/log/panel.html");
});

afterAll(async () => {
  await panel.close();
  await extensionPage.close();
});

// Firefox 153 gives a discarded tab no other id, and has no debugger that loads it again.
const discardingBrowsers = (["chromium"] as const).filter((name) => name === browserName);

describe.each(discardingBrowsers)("a tab discarded in %s", () => {
  test("keeps its log and its settings under its new id, which also wakes a stopped background", async () => {
    const { session, page } = e2e;
    const { tabId, windowId } = await openWindow("/page?discarded", false);
    await showPanelOf(tabId);
    await panel.waitForFunction(hasRows, { polling: 50 }, 2);
    await panel.evaluate(choosePreserveLog);
    await extensionPage.waitForFunction(
      async (key) => JSON.stringify(await api.storage.session.get(key)).includes('"preserveLog":true'),
      { polling: 50 },
      `tab:${tabId}`,
    );
    // No panel is open that would wake the background again, as is usual for a tab that is discarded.
    await panel.evaluate(() => {
      location.search = "";
    });
    await panel.waitForFunction(() => document.querySelector(".toolbar") === null, { polling: 50 });
    await session.closeDevTools(page);
    await session.stopBackground();
    const newId = await discard(tabId);
    expect(newId).not.toBe(tabId);
    await reloadedByDebugger(newId);
    await extensionPage.waitForFunction(tabsOfChains, { polling: 50 }, "/page?discarded", [newId]);
    await showPanelOf(newId);
    await panel.waitForFunction(hasRows, { polling: 50 }, 2);
    expect(await panel.evaluate(isPreserveLogChosen)).toBe(true);
    await closeWindow(windowId);
    await expectForgotten("?discarded", [tabId, newId]);
  });

  test("is followed by its panel in another tab", async () => {
    const { tabId, windowId } = await openWindow("/page?followed", false);
    await showPanelOf(tabId);
    await panel.waitForFunction(hasRows, { polling: 50 }, 2);
    await panel.evaluate(choosePreserveLog);
    await panel.waitForFunction(isPreserveLogChosen, { polling: 50 });
    const newId = await discard(tabId);
    await panel.waitForFunction((search) => location.search === search, { polling: 50 }, `?tabId=${newId}`);
    await reloadedByDebugger(newId);
    // What the tab does from now on is shown, too.
    await extensionPage.evaluate(
      (id, url) => void api.tabs.update(id, { url }),
      newId,
      e2e.lab.url("shop.test", "/redirect?status=302&to=/page?later"),
    );
    await panel.waitForFunction(hasRows, { polling: 50 }, 4);
    expect(await panel.evaluate(hasNotice)).toBe(false);
    expect(await panel.evaluate(isPreserveLogChosen)).toBe(true);
    await closeWindow(windowId);
    await panel.waitForFunction(hasNotice, { polling: 50 });
    await expectForgotten("?followed", [tabId, newId]);
  });

  test("loses its log when its page is loaded again, as by a reload", async () => {
    const { tabId, windowId } = await openWindow("/page?reloaded", false);
    await showPanelOf(tabId);
    await panel.waitForFunction(hasRows, { polling: 50 }, 2);
    await discard(tabId);
    await panel.waitForFunction(hasRows, { polling: 50 }, 0);
    expect(await panel.evaluate(hasNotice)).toBe(false);
    await closeWindow(windowId);
  });

  test("in a private window leaves nothing when the window is closed", async () => {
    const { tabId, windowId } = await openWindow("/page?private-discarded", true);
    const newId = await discard(tabId);
    await closeWindow(windowId);
    await expectForgotten("private-discarded", [tabId, newId]);
  });
});

test("a private tab is closed: its panel in an ordinary tab shows nothing of it any more", async () => {
  const { tabId, windowId } = await openWindow("/page?private-shown", true);
  await showPanelOf(tabId);
  await panel.waitForFunction(hasRows, { polling: 50 }, 2);
  await panel.evaluate(() => document.querySelector<HTMLElement>(".hop")?.click());
  await panel.waitForFunction(() => document.querySelector(".details") !== null, { polling: 50 });
  await closeWindow(windowId);
  await panel.waitForFunction(hasNotice, { polling: 50 });
  await expect.poll(() => panel.evaluate(() => document.documentElement.outerHTML)).not.toContain("private-shown");
});

test("an ordinary tab is closed: its rows stay to be read, also after a stop of the background", async () => {
  const { session } = e2e;
  const { tabId, windowId } = await openWindow("/page?ordinary", false);
  await showPanelOf(tabId);
  await panel.waitForFunction(hasRows, { polling: 50 }, 2);
  await closeWindow(windowId);
  await panel.waitForFunction(hasNotice, { polling: 50 });
  await expectForgotten("?ordinary", [tabId]);
  expect(await panel.evaluate(hasRows, 2)).toBe(true);
  await session.stopBackground();
  // The panel connects again, and is told again that the tab is closed. Its commands bring nothing of the tab back.
  await panel.evaluate(choosePreserveLog);
  await visitElsewhere("after-close");
  expect(await panel.evaluate(hasRows, 2)).toBe(true);
  expect(await panel.evaluate(hasNotice)).toBe(true);
  expect(await extensionPage.evaluate(isForgotten, "?ordinary", [tabId])).toBe(true);
});

test("a panel of a tab that does not exist is told so, and nothing is saved under its number", async () => {
  await showPanelOf(99_999_999);
  await panel.waitForFunction(() => document.querySelector(".notice") !== null, { polling: 50 });
  await visitElsewhere("invented");
  expect(await extensionPage.evaluate(isForgotten, "no such text", [99_999_999])).toBe(true);
});

test("what is saved of tabs that are gone is forgotten when the background wakes", async () => {
  const { windowId } = await openWindow("/page?there", false);
  await extensionPage.evaluate(async () => {
    const all = await api.storage.session.get(null);
    const [key, json] = Object.entries(all).find(([name]) => name.startsWith("chain:")) ?? [];
    if (key === undefined || typeof json !== "string") throw new Error("no chain is saved");
    const lost = { ...(JSON.parse(json) as object), id: "lost", requestId: "lost", tabId: 88_888_888 };
    const state = { watched: false, recording: true, preserveLog: false, droppedCount: 0 };
    await api.storage.session.set({ "chain:lost": JSON.stringify(lost), "tab:88888888": state });
  });
  await e2e.session.stopBackground();
  await visitElsewhere("waking");
  await expectForgotten('\\"lost\\"', [88_888_888]);
  await closeWindow(windowId);
});

/** Shows the log of the tab in the panel, which stays in its own tab. */
async function showPanelOf(tabId: number): Promise<void> {
  await panel.evaluate((search) => {
    location.search = search;
  }, `?tabId=${tabId}`);
  await panel.waitForFunction(
    (search) => location.search === search && document.querySelector(".toolbar") !== null,
    { polling: 50 },
    `?tabId=${tabId}`,
  );
}

/** Runs in the panel, like the next ones. */
function hasRows(count: number): boolean {
  return document.querySelectorAll(".hop").length === count;
}

function hasNotice(): boolean {
  return document.querySelector(".notice") !== null;
}

function isPreserveLogChosen(): boolean {
  return document.querySelector<HTMLInputElement>(".preserve-log input")?.checked === true;
}

function choosePreserveLog(): void {
  document.querySelector<HTMLInputElement>(".preserve-log input")?.click();
}

/**
 * A discarded tab is loaded when it is chosen; Chromium 156 loads it at once where a debugger (here: the test) is
 * attached.
 */
async function reloadedByDebugger(tabId: number): Promise<void> {
  await extensionPage.waitForFunction(
    async (id) => (await api.tabs.get(id)).status === "complete",
    { polling: 50 },
    tabId,
  );
}

/** Visits a page with a redirect, and waits until its chain is saved: what was sent before is then saved, too. */
async function visitElsewhere(name: string): Promise<void> {
  const { windowId } = await openWindow(`/page?${name}`, false);
  await closeWindow(windowId);
}

/** A window whose second tab, in the background, was redirected to `end`; its chain is saved. */
async function openWindow(end: string, incognito: boolean) {
  const url = e2e.lab.url("shop.test", `/redirect?status=302&to=${end}`);
  const opened = await extensionPage.evaluate(
    async (address, other, isPrivate) => {
      const { windows, tabs } = api;
      const made = await windows.create({ incognito: isPrivate, url: other });
      const windowId = made?.id ?? -1;
      const tab = await tabs.create({ windowId, url: address, active: false });
      return { windowId, tabId: tab.id ?? -1 };
    },
    url,
    e2e.lab.url("shop.test", "/page?other"),
    incognito,
  );
  await extensionPage.waitForFunction(tabsOfChains, { polling: 50, timeout: 20_000 }, end, [opened.tabId]);
  return opened;
}

async function expectForgotten(text: string, tabIds: readonly number[]): Promise<void> {
  await expect.poll(() => extensionPage.evaluate(isForgotten, text, tabIds), { timeout: 15_000 }).toBe(true);
}

function closeWindow(windowId: number) {
  return extensionPage.evaluate((id) => api.windows.remove(id), windowId);
}

function discard(tabId: number): Promise<number> {
  return extensionPage.evaluate(async (id) => {
    const discarded = await api.tabs.discard(id);
    return discarded?.id ?? -1;
  }, tabId);
}

/** Runs in a page of the extension, like the next: the tabs of the ended chains that lead to `end` are these. */
async function tabsOfChains(end: string, tabIds: readonly number[]): Promise<boolean> {
  type Saved = { tabId: number; hops: { url: string; state: string }[] };
  const all = Object.entries(await api.storage.session.get(null)).filter(([key]) => key.startsWith("chain:"));
  const found = all
    .map(([, json]) => JSON.parse(json as string) as Saved)
    .filter(({ hops }) => hops.length > 1 && hops.at(-1)?.state === "answered" && hops.at(-1)?.url.endsWith(end));
  return JSON.stringify(found.map(({ tabId }) => tabId)) === JSON.stringify(tabIds);
}

/** Nothing that is saved has the text, or is of one of the tabs. */
async function isForgotten(text: string, tabIds: readonly number[]): Promise<boolean> {
  const saved = await api.storage.session.get(null);
  return !JSON.stringify(saved).includes(text) && tabIds.every((id) => saved[`tab:${id}`] === undefined);
}
