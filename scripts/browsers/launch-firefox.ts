/**
 * Starts Firefox with the extension and returns the session. What a tab cannot do (trusting the lab's authority, the
 * toolbox, ending the event page) goes through Firefox's own scope, see firefox-chrome-scope.ts.
 */
import { randomUUID } from "node:crypto";
import type { Page } from "puppeteer-core";
import { startBrowser, type BrowserProcess } from "./browser-process.ts";
import type { BrowserSession, LaunchOptions, PanelHandle } from "./browser-session.ts";
import { errorText } from "./error-text.ts";
import { PANEL_TITLE, readExtensionFacts } from "./extension-facts.ts";
import { contextIdOf, enterChromeScope, type ChromeScope } from "./firefox-chrome-scope.ts";
import { openFirefoxPanel } from "./firefox-panel.ts";
import { firefoxPreferences } from "./firefox-preferences.ts";
import { waitUntil, within } from "./wait-until.ts";

const VISIT_MS = 30_000;

export async function launchFirefox(options: LaunchOptions): Promise<BrowserSession> {
  const { geckoId } = await readExtensionFacts(options.extensionDir);
  if (geckoId === undefined) {
    throw new Error("Firefox: the manifest has no browser_specific_settings.gecko.id");
  }
  const uuid = randomUUID();
  const { browser, output, close } = await startBrowser("firefox", {
    executablePath: options.executablePath,
    headless: options.headless,
    defaultViewport: null,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: firefoxPreferences(options, { [geckoId]: uuid }),
  });
  try {
    const [firstPage] = await browser.pages();
    const scope = await enterChromeScope(browser);
    await scope.call("trustAuthority", options.trust.caCertificateBase64);
    await scope.call("watchErrors", `moz-extension://${uuid}/`);
    const extensionId = await browser.installExtension(options.extensionDir);
    await Promise.all((options.extraExtensionDirs ?? []).map((dir) => browser.installExtension(dir)));
    // Before that it has no listeners, and the first page's events would be lost.
    await waitUntil(
      async () => (await scope.call("backgroundState", extensionId)) === "running",
      () => "Firefox: the extension's background did not start",
    );
    const version = (await browser.version()).replace(/^.*\//, "Firefox ");
    return firefoxSession({ browser, output, close, scope, version, extensionId, uuid, firstPage });
  } catch (error) {
    await close();
    throw output.explain(new Error(`Firefox: the start failed: ${errorText(error)}`, { cause: error }));
  }
}

interface Started extends BrowserProcess {
  readonly scope: ChromeScope;
  readonly version: string;
  readonly extensionId: string;
  readonly uuid: string;
  readonly firstPage: Page | undefined;
}

function firefoxSession({
  browser,
  output,
  close,
  scope,
  version,
  extensionId,
  uuid,
  firstPage,
}: Started): BrowserSession {
  let unusedPage = firstPage;
  const extensionUrl = (path: string): string => `moz-extension://${uuid}/${path}`;
  const openPanel = (page: Page): Promise<PanelHandle> =>
    openFirefoxPanel(scope, { tab: contextIdOf(page), extensionId, title: PANEL_TITLE }).catch((error: unknown) => {
      throw output.explain(error);
    });

  return {
    name: "firefox",
    version,
    browser,
    extensionUrl,
    openPanel,
    async newPage() {
      const page = unusedPage ?? (await browser.newPage());
      unusedPage = undefined;
      await page.bringToFront();
      return page;
    },
    async visit(page, url) {
      // Firefox 153: page.goto sometimes rejects with "A new navigation interrupted an unfinished navigation"
      // when HSTS changes the address.
      const failure = scope.call("visit", contextIdOf(page), url);
      return String(await within(VISIT_MS, `Firefox: loading ${url}`, failure)) || undefined;
    },
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await showExtensionPage(scope, page, extensionUrl(path));
      return page;
    },
    async closeDevTools(page) {
      await scope.call("closeToolbox", contextIdOf(page));
    },
    readInNetworkPanel: async (_, har) => (await scope.call("readInNetworkPanel", har)) as string[],
    forceColors: async (page) => void (await scope.call("forceColors", contextIdOf(page))),
    networkHar: async (page) => String(await scope.call("networkHar", contextIdOf(page))),
    async stopBackground() {
      await waitUntil(
        async () => {
          const state = await scope.call("backgroundState", extensionId);
          // After a stop, a panel may wake the event page again before the next check.
          if (state === "running") await scope.call("stopBackground", extensionId);
          return state === "running" || state === "stopped";
        },
        () => "Firefox: the extension's event page did not stop",
      );
    },
    async collectGarbage() {
      await scope.call("collectGarbage");
    },
    async setSiteAccess(isGranted) {
      await scope.call("setSiteAccess", extensionId, isGranted);
    },
    async allowInPrivateWindows() {
      await scope.call("allowInPrivateWindows", extensionId);
      await waitUntil(
        async () => (await scope.call("backgroundState", extensionId)) === "running",
        () => "Firefox: the extension's background did not start again",
      );
    },
    tabId: async (page) => Number(await scope.call("tabId", contextIdOf(page))),
    async consoleErrors() {
      const errors = await scope.call("errors", extensionId);
      if (!Array.isArray(errors)) throw new Error("Firefox: the driver gave no list of errors");
      return errors.map(String).filter((error) => !ownRemarks.some((remark) => error.includes(remark)));
    },
    close,
  };
}

/** Firefox 153 logs this when a page that sent a message is gone before the response; it cannot be avoided. */
const ownRemarks = [
  "Promise rejected after context unloaded: Actor 'Conduits' destroyed",
  "Promise resolved after context unloaded",
  "Promise resolved while context is inactive",
];

/**
 * Firefox 153 sends no BiDi load event for an extension page, so `page.goto` would time out, and `page.url()` stays
 * what it was. Everything else of the page works.
 */
async function showExtensionPage(scope: ChromeScope, page: Page, url: string): Promise<void> {
  await scope.send("browsingContext.navigate", { context: contextIdOf(page), url, wait: "none" });
  await waitUntil(
    async () => {
      const here = "[location.href, document.readyState].join(' ')";
      // During the load the old document may go away while it is evaluated.
      return (await page.evaluate(here).catch(() => "")) === `${url} complete`;
    },
    () => `Firefox: ${url} did not load`,
  );
}
