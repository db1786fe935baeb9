/**
 * Starts Chromium (or Chrome, or Edge) with the extension and returns the session. Extensions are installed over the
 * debugging pipe, the only way in branded Chrome since 137 removed --load-extension.
 */
import type { Browser, Page } from "puppeteer-core";
import { startBrowser, type BrowserProcess } from "./browser-process.ts";
import type { BrowserSession, LaunchOptions, PanelHandle } from "./browser-session.ts";
import { closeDevTools, networkHar, openChromiumPanel, readInNetworkPanel } from "./chromium-panel.ts";
import { allowInPrivateWindows, collectExtensionErrors, readExtensionErrors, setSiteAccess } from "./chromium-webui.ts";
import { serviceWorkerReady, stopServiceWorker } from "./chromium-service-worker.ts";
import { errorText } from "./error-text.ts";
import { PANEL_TITLE, readExtensionFacts, type ExtensionFacts } from "./extension-facts.ts";

export async function launchChromium(options: LaunchOptions): Promise<BrowserSession> {
  const facts = await readExtensionFacts(options.extensionDir);
  const { browser, output, close } = await startBrowser("chromium", {
    executablePath: options.executablePath,
    headless: options.headless,
    pipe: true,
    enableExtensions: true,
    handleDevToolsAsPage: true,
    defaultViewport: null,
    args: chromiumArguments(options),
  });
  try {
    const [firstPage] = await browser.pages();
    await collectExtensionErrors(browser);
    if (options.downloadDir !== undefined) await saveFilesIn(browser, options.downloadDir);
    const extensionId = await browser.installExtension(options.extensionDir);
    await Promise.all((options.extraExtensionDirs ?? []).map((dir) => browser.installExtension(dir)));
    await serviceWorkerReady(browser, `chrome-extension://${extensionId}/`).catch(async (error: unknown) => {
      const errors = await readExtensionErrors(browser, extensionId);
      throw new Error([errorText(error), ...errors].join("\n  "), { cause: error });
    });
    const version = (await browser.version()).replace(/^.*\//, "Chromium ");
    return chromiumSession({ browser, output, close, version, extensionId, facts, options, firstPage });
  } catch (error) {
    await close();
    throw output.explain(new Error(`Chromium: the start failed: ${errorText(error)}`, { cause: error }));
  }
}

async function saveFilesIn(browser: Browser, downloadPath: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath });
}

function chromiumArguments({ headless, hosts, portlessHost, trust, isOffline }: LaunchOptions): string[] {
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  const rules = hosts.map((host) => `MAP ${host} 127.0.0.1`);
  if (portlessHost !== undefined) {
    for (const port of [80, 443]) rules.push(`MAP ${portlessHost.name}:${port} 127.0.0.1:${portlessHost.port}`);
  }
  if (isOffline === true) rules.push("MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1", "EXCLUDE ::1", "EXCLUDE localhost");
  return [
    `--host-resolver-rules=${rules.join(",")}`,
    // Trusts this one key only. (--ignore-certificate-errors would turn
    // HSTS off, and then no upgrade would happen.)
    `--ignore-certificate-errors-spki-list=${trust.spkiSha256Base64}`,
    "--window-size=1280,900",
    "--disable-quic",
    "--disable-component-update",
    ...(headless ? ["--disable-gpu"] : []),
    // Chromium refuses to run as root with its sandbox.
    ...(isRoot ? ["--no-sandbox"] : []),
  ];
}

interface Started extends BrowserProcess {
  readonly version: string;
  readonly extensionId: string;
  readonly facts: ExtensionFacts;
  readonly options: LaunchOptions;
  readonly firstPage: Page | undefined;
}

function chromiumSession({
  browser,
  output,
  close,
  version,
  extensionId,
  facts,
  options,
  firstPage,
}: Started): BrowserSession {
  const tabIds = new WeakMap<Page, number>();
  let unusedPage = firstPage;

  const extensionUrl = (path: string): string => `chrome-extension://${extensionId}/${path}`;
  const openPanel = (page: Page): Promise<PanelHandle> =>
    openChromiumPanel(page, {
      extensionId,
      devtoolsPage: facts.devtoolsPage,
      title: PANEL_TITLE,
      undockedSize: options.headless ? { width: 1200, height: 700 } : undefined,
    }).catch((error: unknown) => {
      throw output.explain(error);
    });

  async function newPage(): Promise<Page> {
    const page = unusedPage ?? (await browser.newPage());
    unusedPage = undefined;
    await page.bringToFront();
    return page;
  }

  return {
    name: "chromium",
    version,
    browser,
    newPage,
    extensionUrl,
    openPanel,
    visit: (page, url) => page.goto(url).then(() => undefined, errorText),
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(extensionUrl(path));
      return page;
    },
    closeDevTools,
    networkHar,
    readInNetworkPanel,
    async forceColors(page) {
      const features = [{ name: "forced-colors", value: "active" }];
      await (await page.createCDPSession()).send("Emulation.setEmulatedMedia", { features });
    },
    async stopBackground() {
      await stopServiceWorker(browser, extensionUrl(""));
    },
    async collectGarbage() {
      for (const target of browser.targets().filter((one) => one.url().startsWith(extensionUrl("")))) {
        const debugging = await target.createCDPSession();
        await debugging.send("HeapProfiler.collectGarbage");
        await debugging.detach();
      }
    },
    setSiteAccess: (isGranted) => setSiteAccess(browser, extensionId, isGranted),
    allowInPrivateWindows: () => allowInPrivateWindows(browser, extensionId),
    async tabId(page) {
      const known = tabIds.get(page);
      if (known !== undefined) return known;
      await page.bringToFront();
      const id = await activeTabId(browser, page, extensionUrl("manifest.json"));
      tabIds.set(page, id);
      return id;
    },
    consoleErrors: () => readExtensionErrors(browser, extensionId),
    close,
  };
}

/**
 * The DevTools protocol and the extension API have different tab ids, but the same window id. The query runs in the
 * extension's manifest.json in a background tab, so that none of its scripts run.
 */
async function activeTabId(browser: Browser, page: Page, manifestUrl: string): Promise<number> {
  const session = await page.createCDPSession();
  const { windowId } = await session.send("Browser.getWindowForTarget");
  await session.detach();
  const asking = await browser.newPage({ background: true });
  try {
    await asking.goto(manifestUrl);
    const query = JSON.stringify({ active: true, windowId });
    const id = await asking.evaluate(`chrome.tabs.query(${query}).then((tabs) => tabs[0]?.id)`);
    if (typeof id !== "number") throw new Error(`Chromium: no active tab in window ${windowId}`);
    return id;
  } finally {
    await asking.close();
  }
}
