/** A lab, a browser with the built extension, and a tab with its panel: started, reset, and closed. */
import type { BrowserName } from "../../lab/browser-name.ts";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { BrowserSession, LaunchOptions, PanelHandle } from "../../scripts/browsers/browser-session.ts";
import { openLab, type OpenLab } from "../../scripts/browsers/with-lab.ts";
import { extensionDir } from "../../scripts/build-extension.ts";

export const browserName: BrowserName = process.env["HOPSCOPE_BROWSER"] === "firefox" ? "firefox" : "chromium";

export interface RunningBrowser extends OpenLab {
  /** Of the tab; a new one after each reset. */
  readonly panel: PanelHandle;
  /** Where the browser saves files. */
  readonly downloadDir: string;
  /** Removes what tests can leave behind. The browser, the tab and its DevTools stay. */
  reset(): Promise<void>;
}

export interface StartChoices extends Pick<LaunchOptions, "extraExtensionDirs"> {
  /** Changes a copy of the built extension, which is installed instead. */
  readonly change?: (folder: string) => Promise<void>;
}

export async function startRunningBrowser({ change, ...options }: StartChoices = {}): Promise<RunningBrowser> {
  if (!existsSync(join(extensionDir, "manifest.json"))) throw new Error("No extension in dist/. Run: npm run build");
  const downloadDir = await mkdtemp(join(tmpdir(), "hopscope-saved-"));
  const changedDir = change && (await mkdtemp(join(tmpdir(), "hopscope-changed-")));
  if (changedDir !== undefined) {
    await cp(extensionDir, changedDir, { recursive: true });
    await change?.(changedDir);
  }
  const opened = await openLab({
    ...options,
    browserName,
    extensionDir: changedDir ?? extensionDir,
    downloadDir,
    path: "/page",
  });
  const { lab, session, page } = opened;
  let panel = await opened.openPanel();

  return {
    ...opened,
    get panel() {
      return panel;
    },
    downloadDir,
    async reset() {
      await closeOtherPages(session, page);
      panel = await session.openPanel(page);
      await resetExtension(session, panel);
      await panel.setTheme("light");
      await panel.setSize(1200, 700);
      lab.clearReceived();
      await page.goto(lab.url("shop.test", "/page"));
      for (const name of await readdir(downloadDir)) await rm(join(downloadDir, name));
    },
    async close() {
      await opened.close();
      await rm(downloadDir, { recursive: true });
      if (changedDir !== undefined) await rm(changedDir, { recursive: true });
    },
  };
}

async function closeOtherPages(session: BrowserSession, page: Page): Promise<void> {
  for (const other of await session.browser.pages()) {
    // In Chromium, DevTools are also a page.
    if (other !== page && !other.url().startsWith("devtools:")) await other.close();
  }
  await page.bringToFront();
}

/**
 * Restarts the background and the panel without saved data. Meanwhile the panel shows a script of the extension: the
 * panel itself would wake the background, and send its persisted settings.
 */
async function resetExtension(session: BrowserSession, panel: PanelHandle): Promise<void> {
  const address = await panel.evaluate(() => {
    const { href } = location;
    location.replace("/src/background.js");
    return href;
  });
  await panel.waitFor(() => location.pathname === "/src/background.js" && document.readyState === "complete");
  await panel.evaluate(async () => {
    const { storage } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    await storage.session.clear();
    localStorage.clear();
  });
  await session.stopBackground();
  await panel.evaluate((href) => location.replace(href), address);
  await panel.waitFor(() => document.querySelector(".toolbar") !== null && document.readyState === "complete");
}
