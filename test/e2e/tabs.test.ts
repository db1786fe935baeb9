/** Panels and tabs: opened late, two at once, and in a tab of their own. */
import { expect, test } from "vitest";
import type { Lab } from "../../lab/server.ts";
import { openApiPage } from "../../scripts/browsers/api-page.ts";
import { axeViolations } from "./axe-violations.ts";
import { readHops } from "../../scripts/browsers/panel-page.ts";
import { expectChains } from "./panel-rows.ts";
import { browserName, useBrowser } from "./session.ts";

const e2e = useBrowser();

test("a panel opened after the redirect still shows how its page was reached", async () => {
  const { lab, session } = e2e;
  const page = await session.newPage();
  await session.visit(page, lab.url("shop.test", path(301, "late")));
  const panel = await session.openPanel(page);
  await expectChains(panel, [chain(lab, 301, "late")]);
  await session.closeDevTools(page);
  await page.close();
});

test("two tabs and their two panels do not mix", async () => {
  const { lab, session, panel } = e2e;
  const otherPage = await session.newPage();
  await otherPage.goto(lab.url("shop.test", "/page"));
  const otherPanel = await session.openPanel(otherPage);
  await Promise.all([
    e2e.visit(lab.url("shop.test", path(302, "first-tab"))),
    session.visit(otherPage, lab.url("shop.test", path(308, "second-tab"))),
  ]);
  await expectChains(panel, [chain(lab, 302, "first-tab")]);
  await expectChains(otherPanel, [chain(lab, 308, "second-tab")]);
  await session.closeDevTools(otherPage);
  await otherPage.close();
});

test("the panel page in its own tab shows the same", async () => {
  const { lab, session, page, panel } = e2e;
  await e2e.visit(lab.url("shop.test", path(307, "own-window")));
  await expectChains(panel, [chain(lab, 307, "own-window")]);
  const tabId = await session.tabId(page);
  const ownPage = await session.openExtensionPage(`panel/log/panel.html?tabId=${tabId}`);
  await ownPage.waitForFunction(() => document.querySelectorAll(".hop").length === 2, { polling: 50 });
  const urls = await ownPage.evaluate(() =>
    [...document.querySelectorAll(".hop .url")].map((url) => url.getAttribute("title")),
  );
  expect(urls).toEqual((await readHops(panel)).flat().map((hop) => hop.url));
  await ownPage.close();
});

test("the shown tab is closed: the panel page shows a notice and no reload button", async () => {
  const { lab, session } = e2e;
  const page = await session.newPage();
  await page.goto(lab.url("shop.test", "/page"));
  const ownPage = await session.openExtensionPage(`panel/log/panel.html?tabId=${await session.tabId(page)}`);
  await ownPage.waitForFunction(() => document.querySelector(".empty button") !== null, { polling: 50 });
  await page.close();
  await ownPage.waitForFunction(() => document.querySelector(".notice") !== null, { polling: 50 });
  expect(await ownPage.evaluate(() => document.querySelector(".empty button"))).toBeNull();
  // Firefox has one theme for all tabs; puppeteer cannot change it for one of them.
  for (const theme of browserName === "chromium" ? ["dark", "light"] : ["as it is"]) {
    if (theme !== "as it is") await ownPage.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
    expect(await axeViolations(ownPage), theme).toEqual([]);
  }
  await ownPage.close();
});

test("a burst of 300 redirected fetches is listed completely, each once", async () => {
  const { lab, page, panel } = e2e;
  await page.goto(lab.url("shop.test", "/fetch"));
  await page.evaluate(
    async (url) => {
      await Promise.all(
        Array.from({ length: 300 }, (_, index) => fetch(`${url}${index}`).then((answer) => answer.text())),
      );
    },
    lab.url("shop.test", "/redirect?status=302&to=/page?"),
  );
  const isListed = () => document.querySelector(".status-bar span")?.textContent?.startsWith("300 ") === true;
  await panel.waitFor(isListed, { timeoutMs: 30_000 });
  const urls = await panel.evaluate(urlsOfAllHops);
  expect(urls).toHaveLength(600);
  expect(new Set(urls).size).toBe(600);
});

test("20 tabs that a page opens redirect at once: each has its own complete chain, once", async () => {
  const { lab, page, session } = e2e;
  const extensionPage = await openApiPage(session);
  await page.bringToFront();
  await page.goto(lab.url("shop.test", "/page"));
  const names = Array.from({ length: 20 }, (_, index) => `tab-${index + 10}`);
  const wayOf = (name: string) => [
    `/chain?hops=301,302&to=/page?${name}`,
    `/chain?hops=302&to=/page%3F${name}`,
    `/page?${name}`,
  ];
  await page.evaluate(
    (urls) => Object.assign(globalThis, { opened: urls.map((url) => window.open(url)) }),
    names.map((name) => wayOf(name)[0]),
  );
  const found = await extensionPage.waitForFunction(chainsOfTabs, { polling: 100, timeout: 40_000 }, names.length);
  const urls = (name: string) => wayOf(name).map((way) => lab.url("shop.test", way));
  expect(await found.jsonValue()).toEqual(names.map((name) => [lab.url("shop.test", `/page?${name}`), [urls(name)]]));
  await page.evaluate(() => {
    for (const tab of (globalThis as unknown as { opened: Window[] }).opened) tab.close();
  });
  await extensionPage.close();
});

/** Runs in an extension page: each tab's URL, and the URLs of that tab's saved chains. */
async function chainsOfTabs(count: number) {
  const { tabs } = api;
  const arrived = (await tabs.query({})).filter(({ url }) => url?.includes("/page?tab-") === true);
  type Saved = { tabId: number; hops?: { url: string; state: string }[] };
  const all = Object.entries(await api.storage.session.get(null)).filter(([key]) => key.startsWith("chain:"));
  const saved = all.map(([, json]) => JSON.parse(json as string) as Saved);
  const chains = saved.filter(({ hops }) => hops !== undefined && hops.at(-1)?.state === "answered");
  const shown = arrived.map(({ id, url }) => [
    url,
    chains.filter(({ tabId }) => tabId === id).map(({ hops }) => hops?.map((hop) => hop.url)),
  ]);
  const isWhole = shown.length === count && shown.every(([, ofTab]) => ofTab !== undefined && ofTab.length > 0);
  return isWhole && shown.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
}

function path(status: number, name: string): string {
  return `/redirect?status=${status}&to=/page?${name}`;
}

/** Runs in the panel. Only the visible part of a long list is rendered, so it is scrolled from top to bottom. */
async function urlsOfAllHops(): Promise<string[]> {
  const list = document.querySelector(".list");
  const urls = new Map<string, string>();
  if (list === null) return [];
  for (let top = 0; top < list.scrollHeight; top += list.clientHeight * 0.8) {
    list.scrollTop = top;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (const row of list.querySelectorAll(".hop")) {
      const url = row.querySelector(".url")?.getAttribute("title");
      urls.set(row.getAttribute("aria-rowindex") ?? "", url ?? "");
    }
  }
  return [...urls.values()];
}

function chain(lab: Lab, status: 301 | 302 | 307 | 308, name: string) {
  const seo = status === 301 || status === 308 ? ("Permanent" as const) : ("Temporary" as const);
  const get = { method: "GET", body: "none" } as const;
  return [
    { status: String(status), ...get, method: "GET → GET", seo, url: lab.url("shop.test", path(status, name)) },
    { status: "200", ...get, seo: "—" as const, url: lab.url("shop.test", `/page?${name}`) },
  ];
}
