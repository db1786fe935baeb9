/** One lab, one real browser with the built extension, and one tab with its real DevTools panel, for a file of specs. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect } from "vitest";
import { labHosts } from "../../lab/hosts.ts";
import { startLab, type Lab } from "../../lab/server.ts";
import type { BrowserSession, PanelHandle } from "../../scripts/browsers/browser-session.ts";
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
}

/** Call it once at the top of a file of specs; the values are there from the first test on. */
export function useBrowser(): E2e {
  let started: E2e | undefined;
  const get = () => {
    if (started === undefined) throw new Error("The browser is there from the first test on, not before.");
    return started;
  };

  beforeAll(async () => {
    if (!existsSync(join(extensionDir, "manifest.json"))) throw new Error("No extension in dist/. Run: npm run build");
    const lab = await startLab({ port: 0 });
    const session = await launchBrowser(browserName, {
      extensionDir,
      executablePath: await ensureBrowser(browserName, { install: false, say: () => undefined }),
      headless: true,
      hosts: labHosts,
      trust: lab.certificates,
    });
    const page = await session.newPage();
    await page.goto(lab.url("shop.test", "/page"));
    started = { lab, session, page, panel: await session.openPanel(page) };
  });

  afterAll(async () => {
    const errors = await started?.session.consoleErrors();
    await started?.session.close();
    await started?.lab.close();
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
  };
}
