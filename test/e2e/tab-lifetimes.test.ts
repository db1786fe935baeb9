/**
 * A tab's log lives as long as its tab: it survives a discard, but not the end of the tab, and there is none for
 * unknown were.
 */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApiPage } from "../../scripts/browsers/api-page.ts";
import { browserName, useBrowser } from "./session.ts";

const e2e = useBrowser({ fresh: true });

/** Reads what is saved, and controls windows and tabs. */
let extensionPage: Page;
/** Opened before other windows: browsers open a new tab in the last used window, which the tests close. */
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

// Firefox 153 does not change the id of a discarded tab, and no debugger reloads it.
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
    // As usual for a discarded tab, no open panel wakes the background.
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
    await expectDeleted("?discarded", [tabId, newId]);
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
    // Later redirects of the tab are shown, too.
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
    await expectDeleted("?followed", [tabId, newId]);
  });

  test("loses its log when its page is reloaded", async () => {
    const { tabId, windowId } = await openWindow("/page?reloaded", false);
    await showPanelOf(tabId);
    await panel.waitForFunction(hasRows, { polling: 50 }, 2);
    await discard(tabId);
    await panel.waitForFunction(hasRows, { polling: 50 }, 0);
    expect(await panel.evaluate(hasNotice)).toBe(false);
    await closeWindow(windowId);
  });

  test("in a private window is deleted when the window is closed", async () => {
    const { tabId, windowId } = await openWindow("/page?private-discarded", true);
    const newId = await discard(tabId);
    await closeWindow(windowId);
    await expectDeleted("private-discarded", [tabId, newId]);
  });
});

test("a private tab is closed: its panel in a normal tab is emptied", async () => {
  const { tabId, windowId } = await openWindow("/page?private-shown", true);
  await showPanelOf(tabId);
  await panel.waitForFunction(hasRows, { polling: 50 }, 2);
  await panel.evaluate(() => document.querySelector<HTMLElement>(".hop")?.click());
  await panel.waitForFunction(() => document.querySelector(".details") !== null, { polling: 50 });
  await closeWindow(windowId);
  await panel.waitForFunction(hasNotice, { polling: 50 });
  await expect.poll(() => panel.evaluate(() => document.documentElement.outerHTML)).not.toContain("private-shown");
});

test("a normal tab is closed: its rows stay visible, even after the background stopped", async () => {
  const { session } = e2e;
  const { tabId, windowId } = await openWindow("/page?ordinary", false);
  await showPanelOf(tabId);
  await panel.waitForFunction(hasRows, { polling: 50 }, 2);
  await closeWindow(windowId);
  await panel.waitForFunction(hasNotice, { polling: 50 });
  await expectDeleted("?ordinary", [tabId]);
  expect(await panel.evaluate(hasRows, 2)).toBe(true);
  await session.stopBackground();
  // The panel reconnects, and learns again that the tab is closed. Its commands do not restore the tab's log.
  await panel.evaluate(choosePreserveLog);
  await visitElsewhere("after-close");
  expect(await panel.evaluate(hasRows, 2)).toBe(true);
  expect(await panel.evaluate(hasNotice)).toBe(true);
  expect(await extensionPage.evaluate(isDeleted, "?ordinary", [tabId])).toBe(true);
});

test("a panel of an unknown tab shows a notice, and nothing is saved for it", async () => {
  await showPanelOf(99_999_999);
  await panel.waitForFunction(() => document.querySelector(".notice") !== null, { polling: 50 });
  await visitElsewhere("invented");
  expect(await extensionPage.evaluate(isDeleted, "no such text", [99_999_999])).toBe(true);
});

test("saved data of closed tabs is deleted when the background wakes", async () => {
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
  await expectDeleted('\\"lost\\"', [88_888_888]);
  await closeWindow(windowId);
});

/** Shows the log of the tab in the panel page. */
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

/** Runs in the panel, like the next functions. */
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
 * A discarded tab loads when it is selected; Chromium 156 loads it immediately where a debugger (here: the test) is
 * attached.
 */
async function reloadedByDebugger(tabId: number): Promise<void> {
  await extensionPage.waitForFunction(
    async (id) => (await api.tabs.get(id)).status === "complete",
    { polling: 50 },
    tabId,
  );
}

/** Visits a page with a redirect, and waits until its chain is saved: earlier changes are then saved, too. */
async function visitElsewhere(name: string): Promise<void> {
  const { windowId } = await openWindow(`/page?${name}`, false);
  await closeWindow(windowId);
}

/** Opens a window whose second tab, in the background, was redirected to `end`, and waits until its chain is saved. */
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

async function expectDeleted(text: string, tabIds: readonly number[]): Promise<void> {
  await expect.poll(() => extensionPage.evaluate(isDeleted, text, tabIds), { timeout: 15_000 }).toBe(true);
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

/** Runs in an extension page, like the next: whether these are the tabs of the completed chains that lead to `end`. */
async function tabsOfChains(end: string, tabIds: readonly number[]): Promise<boolean> {
  type Saved = { tabId: number; hops: { url: string; state: string }[] };
  const all = Object.entries(await api.storage.session.get(null)).filter(([key]) => key.startsWith("chain:"));
  const found = all
    .map(([, json]) => JSON.parse(json as string) as Saved)
    .filter(({ hops }) => hops.length > 1 && hops.at(-1)?.state === "answered" && hops.at(-1)?.url.endsWith(end));
  return JSON.stringify(found.map(({ tabId }) => tabId)) === JSON.stringify(tabIds);
}

/** Whether no saved data contains the text or belongs to one of the tabs. */
async function isDeleted(text: string, tabIds: readonly number[]): Promise<boolean> {
  const saved = await api.storage.session.get(null);
  return !JSON.stringify(saved).includes(text) && tabIds.every((id) => saved[`tab:${id}`] === undefined);
}
