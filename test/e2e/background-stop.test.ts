/** The browser may stop the background at any time: nothing recorded before is lost, and nothing after is missed. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ExpectedChain } from "../../lab/scenarios/scenario.ts";
import { openApiPage } from "../../scripts/browsers/api-page.ts";
import { clearLog, expectChains } from "./panel-rows.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser({ fresh: true });

/** Reads what is saved. */
let extensionPage: Page;

beforeAll(async () => {
  extensionPage = await openApiPage(e2e.session);
});

afterAll(() => extensionPage.close());

const steps = ["first", "second", "third"] as const;
/** When the background stops, while a form is redirected by 307 and 302. */
const moments = [...steps, "arrived"] as const;

describe("with the panel open", () => {
  beforeEach(async () => {
    await clearLog(await e2e.session.openPanel(e2e.page));
  });

  test.each(moments)("during a form's redirects (%s): the chain is complete and its body known", async (moment) => {
    const chain = await sendFormAndStop(`open-${moment}`, moment);
    await e2e.page.bringToFront();
    await expectChains(await e2e.session.openPanel(e2e.page), [chain]);
  });

  test("before a meta refresh", async () => {
    const { page, session } = e2e;
    const chain = await refreshAndStop("meta-refresh", "refreshed");
    await page.bringToFront();
    await expectChains(await session.openPanel(page), [chain]);
  });

  test("right after the log was cleared: cleared chains do not come back", async () => {
    const { lab, page, session } = e2e;
    const panel = await session.openPanel(page);
    for (const step of steps) lab.release(`cleared-${step}`);
    const { chain, sending } = await sendForm("cleared");
    await sending;
    await arrived("cleared");
    await expectChains(panel, [chain]);
    await clearLog(panel);
    await session.stopBackground();
    const url = lab.url("shop.test", "/redirect?status=307&to=/page?woken");
    await page.evaluate((target) => fetch(target, { method: "POST", body: "x" }).then(() => undefined), url);
    await expectChains(panel, [
      [
        { status: "307", method: "POST → POST", body: "sent → kept", seo: "Temporary", url },
        { status: "200", method: "POST", body: "sent", seo: "—", url: lab.url("shop.test", "/page?woken") },
      ],
    ]);
  });
});

describe("with no panel open, a panel opened later shows", () => {
  beforeEach(() => e2e.session.closeDevTools(e2e.page));

  test.each(moments)("a form's redirects (%s)", async (moment) => {
    const chain = await sendFormAndStop(`closed-${moment}`, moment);
    await expectChains(await e2e.session.openPanel(e2e.page), [chain]);
  });

  test("a Refresh header", async () => {
    const chain = await refreshAndStop("refresh-header", "refreshed-closed");
    await expectChains(await e2e.session.openPanel(e2e.page), [chain]);
  });
});

async function sendFormAndStop(name: string, moment: (typeof moments)[number]): Promise<ExpectedChain> {
  const { lab } = e2e;
  const { chain, sending } = await sendForm(name);
  for (const step of steps) {
    await asked(`hold=${name}-${step}`);
    if (moment === step) await stopWhenSaved("sent", `hold=${name}-${step}`);
    lab.release(`${name}-${step}`);
  }
  await sending;
  await arrived(name);
  if (moment === "arrived") await stopWhenSaved("answered", `/page?${name}`);
  return chain;
}

/** Sends a form as a user does; each response waits until it is released. */
async function sendForm(name: string) {
  const { lab, page } = e2e;
  const third = `/page?${name}&hold=${name}-third`;
  const second = `/redirect?status=302&hold=${name}-second&to=${encodeURIComponent(third)}`;
  const first = `/redirect?status=307&hold=${name}-first&to=${encodeURIComponent(second)}`;
  await page.bringToFront();
  await page.goto(lab.url("shop.test", `/form?action=${encodeURIComponent(first)}`));
  // In Chromium a click resolves when the navigation has ended.
  const sending = page.click("#send");
  const chain: ExpectedChain = [
    { status: "307", method: "POST → POST", body: "sent → kept", seo: "Temporary", url: lab.url("shop.test", first) },
    { status: "302", method: "POST → GET", body: "sent → lost", seo: "Temporary", url: lab.url("shop.test", second) },
    { status: "200", method: "GET", body: "none", seo: "—", url: lab.url("shop.test", third) },
  ];
  return { chain, sending };
}

const statusOf = { "meta-refresh": "Meta refresh", "refresh-header": "Refresh header" } as const;

/** A page after a 302 that navigates on by itself after two seconds. */
async function refreshAndStop(how: "meta-refresh" | "refresh-header", name: string): Promise<ExpectedChain> {
  const { lab, page, session } = e2e;
  const third = `/redirect?status=301&to=${encodeURIComponent(`/page?${name}`)}`;
  const second = `/${how}?delay=2&to=${encodeURIComponent(third)}`;
  const first = `/redirect?status=302&to=${encodeURIComponent(second)}`;
  await session.visit(page, lab.url("shop.test", first));
  await stopWhenSaved("answered", second);
  await arrived(name);
  const get = { method: "GET → GET", body: "none" } as const;
  return [
    { ...get, status: "302", seo: "Temporary", url: lab.url("shop.test", first) },
    { ...get, status: statusOf[how], seo: "Temporary", url: lab.url("shop.test", second) },
    { ...get, status: "301", seo: "Permanent", url: lab.url("shop.test", third) },
    { ...get, status: "200", method: "GET", seo: "—", url: lab.url("shop.test", `/page?${name}`) },
  ];
}

interface SavedChain {
  readonly hops: readonly { readonly url: string; readonly state: string; readonly requestHeaders?: unknown }[];
}

/**
 * Stops the background as soon as this is the last hop of a saved chain, with its request headers or its response.
 */
async function stopWhenSaved(moment: "sent" | "answered", part: string): Promise<void> {
  await extensionPage.waitForFunction(
    async (wanted, isToBeAnswered) => {
      const saved = Object.entries(await api.storage.session.get(null)).filter(([key]) => key.startsWith("chain:"));
      return saved.some(([, json]) => {
        const last = (JSON.parse(json as string) as SavedChain).hops.at(-1);
        const isReached = isToBeAnswered ? last?.state === "answered" : last?.requestHeaders !== undefined;
        return isReached && last?.url.includes(wanted);
      });
    },
    { polling: 5, timeout: 10_000 },
    part,
    moment === "answered",
  );
  await e2e.session.stopBackground();
}

/** Waits until the lab has received the request. */
async function asked(part: string): Promise<void> {
  const isRelevant = (url: string) => url.endsWith(part) || url.includes(`${part}&`);
  await expect
    .poll(() => e2e.lab.received.some(({ url }) => isRelevant(url)), { interval: 5, timeout: 15_000 })
    .toBe(true);
}

/** Waits until the page has loaded. */
async function arrived(name: string): Promise<void> {
  await e2e.page.waitForFunction(
    (start) => (location.pathname + location.search).startsWith(start) && document.readyState === "complete",
    { polling: 50 },
    `/page?${name}`,
  );
}
