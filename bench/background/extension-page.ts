/** An extension page that keeps a tab watched without rendering a panel, and counts what is saved. */
import type { Page } from "puppeteer-core";

declare global {
  var port: chrome.runtime.Port;
  var writtenBytes: number;
}

/** Connects as an open panel does. */
export function watchTab(extensionPage: Page, tabId: number): Promise<void> {
  return extensionPage.evaluate((tab) => {
    globalThis.port = api.runtime.connect({ name: `panel:${tab}` });
    return new Promise<void>((resolve) => port.onMessage.addListener(() => resolve()));
  }, tabId);
}

export function clearLog(extensionPage: Page): Promise<void> {
  return extensionPage.evaluate(() => port.postMessage({ type: "clear" }));
}

/** Starts counting. */
export function countSaved(extensionPage: Page): Promise<void> {
  return extensionPage.evaluate(() => {
    globalThis.writtenBytes = 0;
    api.storage.session.onChanged.addListener((changes) => {
      for (const [key, { newValue }] of Object.entries(changes)) {
        if (newValue === undefined) continue;
        // Chains are saved as JSON already.
        const json = typeof newValue === "string" ? newValue : JSON.stringify(newValue);
        writtenBytes += key.length + json.length;
      }
    });
  });
}

export interface Saved {
  /** Size as JSON, keys included. */
  readonly writtenBytes: number;
  /** Number of chains in the storage now. */
  readonly chainCount: number;
  /** Size of all those chains as they are stored. */
  readonly keptBytes: number;
}

export function savedSoFar(extensionPage: Page): Promise<Saved> {
  return extensionPage.evaluate(async () => {
    const saved = Object.entries(await api.storage.session.get(null));
    const chains = saved.filter(([key]) => key.startsWith("chain:"));
    const keptBytes = chains.reduce((sum, [key, chain]) => sum + key.length + String(chain).length, 0);
    return { writtenBytes, chainCount: chains.length, keptBytes };
  });
}
