/** The browser stops the background whenever it likes: nothing recorded before may be lost, nothing after be missed. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ExpectedChain } from "../../lab/scenarios/scenario.ts";
import { openApiPage } from "../../scripts/browsers/api-page.ts";
import { clearLog, expectChains } from "./panel-rows.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser({ fresh: true });

/** A page of the extension without scripts that listen: it sees what is saved. */
let extensionPage: Page;

beforeAll(async () => {
  extensionPage = await openApiPage(e2e.session);
});

afterAll(() => extensionPage.close());

const steps = ["first", "second", "third"] as const;
/** Where a form's way through 307 and 302 to a page is when the background is stopped. */
const moments = [...steps, "arrived"] as const;

describe("with the panel open", () => {
  beforeEach(async () => {
    await clearLog(await e2e.session.openPanel(e2e.page));
  });

  test.each(moments)("a form on its way (%s): the chain is whole, its body known", async (moment) => {
    const chain = await sendFormAndStop(`open-${moment}`, moment);
    await e2e.page.bringToFront();
    await expectChains(await e2e.session.openPanel(e2e.page), [chain]);
  });

  test("while a page waits for its meta refresh", async () => {
    const { page, session } = e2e;
    const chain = await refreshAndStop("meta-refresh", "refreshed");
    await page.bringToFront();
    await expectChains(await session.openPanel(page), [chain]);
  });

  test("at once after the log was cleared: what was cleared does not come back", async () => {
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

describe("with no panel anywhere, a panel opened later shows it", () => {
  beforeEach(() => e2e.session.closeDevTools(e2e.page));

  test.each(moments)("a form on its way (%s)", async (moment) => {
    const chain = await sendFormAndStop(`closed-${moment}`, moment);
    await expectChains(await e2e.session.openPanel(e2e.page), [chain]);
  });

  test("while a page waits for its Refresh header", async () => {
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

/** A person sends a form; each answer waits for its turn. */
async function sendForm(name: string) {
  const { lab, page } = e2e;
  const third = `/page?${name}&hold=${name}-third`;
  const second = `/redirect?status=302&hold=${name}-second&to=${encodeURIComponent(third)}`;
  const first = `/redirect?status=307&hold=${name}-first&to=${encodeURIComponent(second)}`;
  await page.bringToFront();
  await page.goto(lab.url("shop.test", `/form?action=${encodeURIComponent(first)}`));
  // In Chromium a click ends when what it led to has ended.
  const sending = page.click("#send");
  const chain: ExpectedChain = [
    { status: "307", method: "POST → POST", body: "sent → kept", seo: "Temporary", url: lab.url("shop.test", first) },
    { status: "302", method: "POST → GET", body: "sent → lost", seo: "Temporary", url: lab.url("shop.test", second) },
    { status: "200", method: "GET", body: "none", seo: "—", url: lab.url("shop.test", third) },
  ];
  return { chain, sending };
}

const statusOf = { "meta-refresh": "Meta refresh", "refresh-header": "Refresh header" } as const;

/** A page that a 302 led to, and that goes on by itself after two seconds. */
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
 * Stops the background as soon as a saved chain's last hop is this one, and its request headers or its end are told.
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

/** Waits until the lab was asked for it. */
async function asked(part: string): Promise<void> {
  const isMeant = (url: string) => url.endsWith(part) || url.includes(`${part}&`);
  await expect
    .poll(() => e2e.lab.received.some(({ url }) => isMeant(url)), { interval: 5, timeout: 15_000 })
    .toBe(true);
}

/** Waits until the page is there. */
async function arrived(name: string): Promise<void> {
  await e2e.page.waitForFunction(
    (start) => (location.pathname + location.search).startsWith(start) && document.readyState === "complete",
    { polling: 50 },
    `/page?${name}`,
  );
}
