/** Hopscope in its own browser, with an extension page from which its internals are measured. */
import type { BrowserName } from "../lab/browser-name.ts";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { openApiPage } from "../scripts/browsers/api-page.ts";
import { openLab, type OpenLab } from "../scripts/browsers/with-lab.ts";
import { extensionDir as builtDir } from "../scripts/build-extension.ts";
import type { Cleanup } from "../scripts/interruption.ts";
import { extensionMemoryMiB } from "./process-tree.ts";

export interface ExtensionUnderTest extends OpenLab {
  /** The id of `page`, the watched tab. */
  readonly tabId: number;
  /** See api-page.ts. */
  readonly extensionPage: Page;
  /** Memory of the extension's process after garbage collection. Measure it while nothing else runs. */
  memoryMiB(): Promise<number>;
}

/** Firefox does not report when collection has finished. */
const collectingMs = 2_000;

export async function startExtension(
  browserName: BrowserName,
  cleanup: Cleanup,
  extensionDir = builtDir,
): Promise<ExtensionUnderTest> {
  const opened = await openLab({ browserName, extensionDir, path: "/fetch", cleanup });
  const { session, page } = opened;
  const tabId = await session.tabId(page);
  const extensionPage = await openApiPage(session);
  const browserPid = session.browser.process()?.pid;
  if (browserPid === undefined) throw new Error("The browser has no known process.");
  return {
    ...opened,
    tabId,
    extensionPage,
    async memoryMiB() {
      // One collection may make more objects unreachable: repeat until it frees almost nothing.
      for (let before = Infinity; ;) {
        await session.collectGarbage();
        await pause(collectingMs);
        const now = extensionMemoryMiB(browserPid);
        if (now > before * 0.98) return now;
        before = now;
      }
    },
  };
}
