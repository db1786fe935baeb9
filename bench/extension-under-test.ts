/** Hopscope in a browser of its own, with a page of the extension beside the panel from which its inner side is measured. */
import type { BrowserName } from "../lab/browser-name.ts";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { labHosts } from "../lab/hosts.ts";
import { startLab, type Lab } from "../lab/server.ts";
import type { BrowserSession } from "../scripts/browsers/browser-session.ts";
import { ensureBrowser } from "../scripts/browsers/find-browser.ts";
import { launchBrowser } from "../scripts/browsers/launch-browser.ts";
import { extensionDir as builtDir } from "../scripts/build-extension.ts";
import type { Cleanup } from "../scripts/interruption.ts";
import { extensionMemoryMiB } from "./process-tree.ts";

export interface ExtensionUnderTest {
  readonly lab: Lab;
  readonly session: BrowserSession;
  /** The tab that is watched. */
  readonly page: Page;
  readonly tabId: number;
  /** A page of the extension that shows and does nothing by itself; `api` in it is the extension's API. */
  readonly inside: Page;
  /** What all parts of the extension hold, garbage collected. Take it when nothing is going on. */
  memoryMiB(): Promise<number>;
  close(): Promise<void>;
}

/** Firefox does not say when it is done. */
const collectingMs = 2_000;

declare global {
  var api: typeof chrome;
}

export async function startExtension(
  browserName: BrowserName,
  cleanup: Cleanup,
  extensionDir = builtDir,
): Promise<ExtensionUnderTest> {
  const lab = await startLab({ port: 0 });
  cleanup(() => lab.close());
  const session = await launchBrowser(browserName, {
    extensionDir,
    executablePath: await ensureBrowser(browserName, { install: false, say: () => undefined }),
    headless: true,
    hosts: labHosts,
    trust: lab.certificates,
    isOffline: true,
  });
  cleanup(() => session.close());
  const page = await session.newPage();
  await session.visit(page, lab.url("shop.test", "/fetch"));
  const tabId = await session.tabId(page);
  // Without a tab to show it has no connection and no list.
  const inside = await session.openExtensionPage("panel/log/panel.html");
  await inside.evaluate(() => {
    const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
    globalThis.api = browser ?? chromium;
  });
  const browserPid = session.browser.process()?.pid;
  if (browserPid === undefined) throw new Error("The browser's process is not known.");
  return {
    lab,
    session,
    page,
    tabId,
    inside,
    async memoryMiB() {
      // What is let go of by one collection may have held something else: until hardly anything is found any more.
      for (let before = Infinity; ;) {
        await session.collectGarbage();
        await pause(collectingMs);
        const now = extensionMemoryMiB(browserPid);
        if (now > before * 0.98) return now;
        before = now;
      }
    },
    async close() {
      await session.close();
      await lab.close();
    },
  };
}
