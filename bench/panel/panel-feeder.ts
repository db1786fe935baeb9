/**
 * Gives the real panel any number of chains through a real port: in an extension, every page hears of a connection, so a
 * page beside the background can answer the panel, too. (10,000 real chains would measure the browser's network.)
 */
import type { Page } from "puppeteer-core";

declare global {
  var ports: chrome.runtime.Port[];
  var chainAt: (number: number) => object;
  var shownTabId: number;
}

/** From then on the page answers panels; call it before the panel is opened. */
export function becomeFeeder(inside: Page, tabId: number): Promise<void> {
  return inside.evaluate((tab) => {
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

/** In place of the list that the background sent. Gives the time at which it was sent. */
export function sendSnapshot(inside: Page, chainCount: number): Promise<number> {
  return inside.evaluate((count) => {
    const chains = Array.from({ length: count }, (_, number) => ({ kind: "chain-put", chain: chainAt(number) }));
    const state = { watched: true, recording: true, preserveLog: true, droppedCount: 0 };
    const changes = [{ kind: "tab-put", tabId: shownTabId, state }, ...chains];
    const sentAt = Date.now();
    for (const port of ports) port.postMessage({ type: "snapshot", changes });
    return sentAt;
  }, chainCount);
}

/** One more chain; the oldest goes for it. Gives the time at which it was sent. */
export function sendOne(inside: Page, number: number): Promise<number> {
  return inside.evaluate((at) => {
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

/** Chains at the pace at which the background sends them, each batch in place of as many old ones. Gives the time of the last. */
export function sendBurst(inside: Page, firstNumber: number, batchCount: number, batchChains: number): Promise<number> {
  return inside.evaluate(
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
