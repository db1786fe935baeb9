/** What pages can make the content script send: how many messages, how long, and whom they affect. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { maxMessagesOfDocument } from "../../src/protocol/message-rate.ts";
import { openApiPage } from "../../scripts/browsers/api-page.ts";
import { clearLog, expectChains } from "./panel-rows.ts";
import { useBrowser } from "./session.ts";

declare global {
  var contentMessages: { readonly type: string; readonly length: number }[];
}

const e2e = useBrowser();

/** It also receives the content script's messages, and reads what is saved. */
let extensionPage: Page;

beforeAll(async () => {
  extensionPage = await openApiPage(e2e.session);
  await extensionPage.evaluate(() => {
    globalThis.contentMessages = [];
    const { runtime } = api;
    runtime.onMessage.addListener((message: { type: string }) => {
      contentMessages.push({ type: message.type, length: JSON.stringify(message).length });
    });
  });
});

afterAll(() => extensionPage.close());

test("a page that navigates repeatedly, with a meta refresh of 2 MB: few and short messages", async () => {
  const { lab, session, page, panel } = e2e;
  await clearLog(panel);
  const flooding = await session.newPage();
  await flooding.goto(lab.url("shop.test", "/page?flood"));
  await flooding.evaluate(() => {
    for (let at = 0; at < 20; at += 1) {
      const content = `3600;url=/page?${"x".repeat(2_000_000)}`;
      document.head.prepend(Object.assign(document.createElement("meta"), { httpEquiv: "refresh", content }));
    }
    setTimeout(() => {
      for (let at = 0; at < 60; at += 1) location.href = `/page?flooded=${at}`;
    });
  });
  await flooding.waitForFunction(() => location.search === "?flooded=59" && document.readyState === "complete");

  // Meanwhile another tab's panel shows its own redirects.
  await page.bringToFront();
  const url = lab.url("shop.test", "/redirect?status=302&to=/page?other-tab");
  await page.goto(url);
  await expectChains(panel, [
    [
      { status: "302", method: "GET → GET", body: "none", seo: "Temporary", url },
      { status: "200", method: "GET", body: "none", seo: "—", url: lab.url("shop.test", "/page?other-tab") },
    ],
  ]);
  const messages = (await received()).filter(({ type }) => type === "client-navigation");
  expect(messages).toHaveLength(maxMessagesOfDocument);
  expect(Math.max(...messages.map(({ length }) => length))).toBeLessThan(1000);
  expect(await savedLength()).toBeLessThan(100_000);
  await flooding.close();
});

test("only a page after a redirect is asked for its metadata for search engines", async () => {
  const { lab, page } = e2e;
  await extensionPage.evaluate(() => void (contentMessages = []));
  const described = "/described?robots=noindex&googlebot=none&canonical=/old&canonical=https%3A%2F%2Fwww.shop.test%2F";
  await page.goto(lab.url("shop.test", described));
  await page.goto(lab.url("shop.test", `/redirect?status=301&to=${encodeURIComponent(described)}`));
  await extensionPage.waitForFunction(() => contentMessages.some(({ type }) => type === "page-description"));
  await expect.poll(savedPages, { timeout: 10_000 }).toContainEqual({
    canonicals: [lab.url("shop.test", "/old"), "https://www.shop.test/"],
    robots: ["noindex", "googlebot: none"],
  });
  expect((await received()).map(({ type }) => type)).toEqual(["page-description"]);
});

function received() {
  return extensionPage.evaluate(() => contentMessages);
}

/** Length of the saved log. */
function savedLength(): Promise<number> {
  return extensionPage.evaluate(async () => {
    return JSON.stringify(await api.storage.session.get(null)).length;
  });
}

/** The saved metadata of the last hops' pages. */
function savedPages(): Promise<unknown[]> {
  return extensionPage.evaluate(async () => {
    const saved = Object.entries(await api.storage.session.get(null)).filter(([key]) => key.startsWith("chain:"));
    return saved.map(([, json]) => (JSON.parse(json as string) as { hops: { page?: unknown }[] }).hops.at(-1)?.page);
  });
}
