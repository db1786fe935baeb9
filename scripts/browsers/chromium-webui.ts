/**
 * Uses Chromium's own pages for developer mode and for the extension's errors as chrome://extensions lists them. This
 * needs no debugger on the service worker, which would keep it alive.
 */
import type { Browser, Page } from "puppeteer-core";
import { waitUntil } from "./wait-until.ts";

/**
 * A text file of chrome://extensions: it has the same `chrome.developerPrivate`, but loads in a fifth of the time of
 * the page itself (Chromium 156).
 */
const EXTENSIONS_URL = "chrome://extensions/strings.m.js";

/**
 * One manifest for both browsers has to name `background.scripts` for Firefox. Chromium ignores the key, and in
 * developer mode warns about it (seen in 156); no other warning is expected.
 */
const EXPECTED_NOTE = "'background.scripts' requires manifest version of 2 or lower.";

/** Call it before the extension is installed: errors are only collected in developer mode. */
export async function collectExtensionErrors(browser: Browser): Promise<void> {
  await onExtensionsPage(browser, (page) =>
    page.evaluate(`chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`),
  );
}

export async function readExtensionErrors(browser: Browser, extensionId: string): Promise<readonly string[]> {
  const errors = await onExtensionsPage(browser, (page) =>
    page.evaluate(`chrome.developerPrivate.getExtensionInfo("${extensionId}").then((info) => [
      ...info.installWarnings,
      ...info.manifestErrors.map((error) => \`manifest.json: \${error.message}\`),
      ...info.runtimeErrors
        .filter((error) => error.severity === "ERROR")
        .map((error) => \`\${error.source}: \${error.message}\`),
    ])`),
  );
  if (!Array.isArray(errors)) throw new Error("Chromium: chrome://extensions gave no errors");
  return errors.map(String).filter((error) => !error.endsWith(EXPECTED_NOTE));
}

/** What a user does in chrome://extensions, under "Site access". */
export async function setSiteAccess(browser: Browser, extensionId: string, isGranted: boolean): Promise<void> {
  const change = JSON.stringify({ extensionId, hostAccess: isGranted ? "ON_ALL_SITES" : "ON_CLICK" });
  await onExtensionsPage(browser, (page) =>
    page.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${change})`),
  );
}

/** "Allow in Incognito". Chromium restarts the extension for it. */
export async function allowInPrivateWindows(browser: Browser, extensionId: string): Promise<void> {
  const change = JSON.stringify({ extensionId, incognitoAccess: true });
  await onExtensionsPage(browser, async (page) => {
    await page.evaluate(`void chrome.developerPrivate.updateExtensionConfiguration(${change})`);
    const isActive = `chrome.developerPrivate.getExtensionInfo("${extensionId}").then((info) => info.incognitoAccess.isActive)`;
    await waitUntil(
      async () => (await page.evaluate(isActive)) === true,
      () => "Chromium: the extension was not let into private windows",
    );
  });
  await extensionPagesOpen(browser, extensionId);
}

/** While the extension restarts, its pages are blocked (ERR_BLOCKED_BY_CLIENT). */
async function extensionPagesOpen(browser: Browser, extensionId: string): Promise<void> {
  const page = await browser.newPage({ background: true });
  try {
    await waitUntil(
      () =>
        page.goto(`chrome-extension://${extensionId}/manifest.json`).then(
          () => true,
          () => false,
        ),
      () => "Chromium: the extension did not start again after it was let into private windows",
    );
  } finally {
    await page.close();
  }
}

async function onExtensionsPage<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ background: true });
  try {
    await page.goto(EXTENSIONS_URL);
    return await use(page);
  } finally {
    await page.close();
  }
}
