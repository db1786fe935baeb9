/** One lab, one real browser with the built extension, and one tab with its real DevTools panel, for a file of specs. */
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { labHosts, publicHost } from "../../lab/hosts.ts";
import { startLab, type Lab } from "../../lab/server.ts";
import type { BrowserSession, LaunchOptions, PanelHandle } from "../../scripts/browsers/browser-session.ts";
import { ensureBrowser, type BrowserName } from "../../scripts/browsers/find-browser.ts";
import { launchBrowser } from "../../scripts/browsers/launch-browser.ts";

export const browserName: BrowserName = process.env["HOPSCOPE_BROWSER"] === "firefox" ? "firefox" : "chromium";

const extensionDir = join(import.meta.dirname, "../../dist");

export interface E2e {
  readonly lab: Lab;
  readonly session: BrowserSession;
  /** A tab, with the panel open in its DevTools. */
  readonly page: Page;
  readonly panel: PanelHandle;
  visit(url: string): Promise<unknown>;
  /** Waits for a file that the browser saves, reads it and deletes it. */
  savedFile(): Promise<{ readonly name: string; readonly content: string }>;
}

export interface BrowserChoices extends Pick<LaunchOptions, "extraExtensionDirs"> {
  /** Changes a copy of the built extension, which is installed in its place. */
  readonly change?: (folder: string) => Promise<void>;
}

/** Call it once at the top of a file of specs; the values are there from the first test on. */
export function useBrowser({ change, ...options }: BrowserChoices = {}): E2e {
  let started: E2e | undefined;
  let removeFiles: () => Promise<void> = () => Promise.resolve();
  const get = () => {
    if (started === undefined) throw new Error("The browser is there from the first test on, not before.");
    return started;
  };

  beforeAll(async () => {
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
    const panel = await session.openPanel(page);
    const visit = (url: string) => session.visit(page, url);
    started = { lab, session, page, panel, visit, savedFile: () => takeFile(downloadDir) };
    removeFiles = async () => {
      await rm(downloadDir, { recursive: true });
      if (changedDir !== undefined) await rm(changedDir, { recursive: true });
    };
  });

  afterAll(async () => {
    const errors = await started?.session.consoleErrors();
    await started?.session.close();
    await started?.lab.close();
    await removeFiles();
    // Whatever the specs did, no part of the extension may have complained.
    expect(errors ?? []).toEqual([]);
  });

  return {
    get lab() {
      return get().lab;
    },
    get session() {
      return get().session;
    },
    get page() {
      return get().page;
    },
    get panel() {
      return get().panel;
    },
    visit: (url) => get().visit(url),
    savedFile: () => get().savedFile(),
  };
}

async function takeFile(folder: string): Promise<{ name: string; content: string }> {
  // Chromium writes to a .crdownload; Firefox to a file of a random name, with an empty one of the final name beside it.
  const saved = await vi.waitUntil(
    async () => {
      const names = await readdir(folder);
      const name = names.length === 1 ? names[0] : undefined;
      if (name?.startsWith("redirects-") !== true || name.endsWith(".crdownload")) return undefined;
      const content = await readFile(join(folder, name), "utf8");
      return content === "" ? undefined : { name, content };
    },
    { timeout: 10_000 },
  );
  await rm(join(folder, saved.name));
  return saved;
}
