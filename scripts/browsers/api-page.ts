/** An idle page of the extension, in which tests and benches use the WebExtension API as `api`. */
import type { Page } from "puppeteer-core";
import type { BrowserSession } from "./browser-session.ts";

declare global {
  var api: typeof chrome;
}

export async function openApiPage(session: BrowserSession): Promise<Page> {
  // Without a tab id the panel's page opens no connection and shows no list.
  const page = await session.openExtensionPage("panel/log/panel.html");
  await page.evaluate(() => {
    const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
    globalThis.api = browser ?? chromium;
  });
  return page;
}
