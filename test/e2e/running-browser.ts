/** A lab, a real browser with the built extension, and a tab with its panel: started, reset, and closed. */
import type { BrowserName } from "../../lab/browser-name.ts";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { labHosts, publicHost } from "../../lab/hosts.ts";
import { startLab, type Lab } from "../../lab/server.ts";
import type { BrowserSession, LaunchOptions, PanelHandle } from "../../scripts/browsers/browser-session.ts";
import { ensureBrowser } from "../../scripts/browsers/find-browser.ts";
import { launchBrowser } from "../../scripts/browsers/launch-browser.ts";

export const browserName: BrowserName = process.env["HOPSCOPE_BROWSER"] === "firefox" ? "firefox" : "chromium";

const extensionDir = join(import.meta.dirname, "../../dist");

export interface RunningBrowser {
  readonly lab: Lab;
  readonly session: BrowserSession;
  /** A tab, with the panel open in its DevTools. */
  readonly page: Page;
  /** Another one after each reset. */
  readonly panel: PanelHandle;
  /** Where the browser saves files. */
  readonly downloadDir: string;
  /** Removes what tests can leave behind. The browser, the tab and its DevTools stay. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export interface StartChoices extends Pick<LaunchOptions, "extraExtensionDirs"> {
  /** Changes a copy of the built extension, which is installed in its place. */
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
  const lab = await startLab({ port: 0 });
  const session = await launchBrowser(browserName, {
    ...options,
    extensionDir: changedDir ?? extensionDir,
    executablePath: await ensureBrowser(browserName, { install: false, say: () => undefined }),
    headless: true,
    hosts: labHosts,
    trust: lab.certificates,
    downloadDir,
    isOffline: true,
    portlessHost: { name: publicHost, port: lab.port },
  });
  const page = await session.newPage();
  await page.goto(lab.url("shop.test", "/page"));
  let panel = await session.openPanel(page);

  return {
    lab,
    session,
    page,
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
      await session.close();
      await lab.close();
      await rm(downloadDir, { recursive: true });
      if (changedDir !== undefined) await rm(changedDir, { recursive: true });
    },
  };
}

async function closeOtherPages(session: BrowserSession, page: Page): Promise<void> {
  for (const other of await session.browser.pages()) {
    // In Chromium DevTools are a page, too.
    if (other !== page && !other.url().startsWith("devtools:")) await other.close();
  }
  await page.bringToFront();
}

/**
 * Starts the background and the panel again without anything they have saved. Meanwhile the panel shows a script of
 * the extension: the panel itself would wake the background, and send what it remembers.
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
