/**
 * Sends the real panel any number of chains over a real port: every page of an extension receives onConnect, so a page
 * can respond to the panel as the background does. (10,000 real requests would measure the browser's network.)
 */
import type { Page } from "puppeteer-core";

declare global {
  var ports: chrome.runtime.Port[];
  var chainAt: (number: number) => object;
  var shownTabId: number;
}

/** Makes the page respond to panels. Call it before the panel opens. */
export function becomeFeeder(extensionPage: Page, tabId: number): Promise<void> {
  return extensionPage.evaluate((tab) => {
    globalThis.ports = [];
    globalThis.shownTabId = tab;
    api.runtime.onConnect.addListener((port) => void ports.push(port));
    const headers = Array.from({ length: 6 }, (_, at) => ({
      name: `X-Header-${at}`,
      value: `value ${at} of a header`,
    }));
    globalThis.chainAt = (number) => {
      const startedAt = 1_800_000_000_000 + number * 10;
      const request = { method: "GET", body: { presence: "absent" }, requestHeaders: headers };
      const answer = { statusText: "", headers, fromCache: false, ip: "192.0.2.1" };
      const [from, to] = ["from", "to"].map((part) => `https://shop.test/${part}/${number}?page=${number}`);
      const hops = [
        {
          ...request,
          url: from,
          startedAt,
          endedAt: startedAt + 4,
          state: "redirected",
          source: "server",
          redirectUrl: to,
          answer: { ...answer, status: 302 },
        },
        {
          ...request,
          url: to,
          startedAt: startedAt + 5,
          endedAt: startedAt + 9,
          state: "answered",
          answer: { ...answer, status: 200 },
        },
      ];
      const id = `made-up ${number}`;
      return { id, requestId: id, tabId: tab, frameId: 0, resourceType: "xmlhttprequest", hops };
    };
  }, tabId);
}

/** Replaces the list that the background sent. Returns the time of sending. */
export function sendSnapshot(extensionPage: Page, chainCount: number): Promise<number> {
  return extensionPage.evaluate((count) => {
    const chains = Array.from({ length: count }, (_, number) => ({ kind: "chain-put", chain: chainAt(number) }));
    const state = { watched: true, recording: true, preserveLog: true, droppedCount: 0 };
    const changes = [{ kind: "tab-put", tabId: shownTabId, state }, ...chains];
    const sentAt = Date.now();
    for (const port of ports) port.postMessage({ type: "snapshot", changes });
    return sentAt;
  }, chainCount);
}

/** Adds a chain and drops the oldest. Returns the time of sending. */
export function sendOne(extensionPage: Page, number: number): Promise<number> {
  return extensionPage.evaluate((at) => {
    const sentAt = Date.now();
    for (const port of ports)
      port.postMessage({
        type: "changes",
        changes: [
          { kind: "chains-dropped", tabId: shownTabId, chainIds: [`made-up ${at - 10_000}`] },
          { kind: "chain-put", chain: chainAt(at) },
        ],
      });
    return sentAt;
  }, number);
}

/** Sends batches at the background's pace, each replacing as many old chains. Returns the time of the last. */
export function sendBurst(
  extensionPage: Page,
  firstNumber: number,
  batchCount: number,
  batchChains: number,
): Promise<number> {
  return extensionPage.evaluate(
    async (first, batches, size) => {
      const startMs = performance.now();
      let sentAt = 0;
      for (let batch = 0; batch < batches; batch += 1) {
        const numbers = Array.from({ length: size }, (_, at) => first + batch * size + at);
        const chainIds = numbers.map((number) => `made-up ${number - 10_000}`);
        const changes = [
          { kind: "chains-dropped", tabId: shownTabId, chainIds },
          ...numbers.map((number) => ({ kind: "chain-put", chain: chainAt(number) })),
        ];
        sentAt = Date.now();
        for (const port of ports) port.postMessage({ type: "changes", changes });
        await new Promise((resolve) => setTimeout(resolve, startMs + (batch + 1) * 500 - performance.now()));
      }
      return sentAt;
    },
    firstNumber,
    batchCount,
    batchChains,
  );
}
