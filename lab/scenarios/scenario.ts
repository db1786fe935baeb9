/**
 * A scenario: something that a page does in the lab, and the chains that the panel must show for it in each browser.
 * The recorder runs scenarios to record traces, unit tests replay those, and the e2e tests run them with the real
 * panel.
 */
import type { BrowserName } from "../browser-name.ts";
import type { Page } from "puppeteer-core";
import type { LabExtension } from "../extensions/lab-extension-dir.ts";
import type { Lab } from "../server.ts";

export interface Scenario {
  /** Names the trace file. */
  readonly name: string;
  /** What happens, in a few words. */
  readonly title: string;
  /** Another extension to install (a folder of `lab/extensions`). Default: none. */
  readonly extension?: LabExtension;
  /** Whose panel lists the chains. Default: that of the shared tab. */
  readonly shownIn?: "tab-of-its-own" | "opened-tab";
  /** The log keeps only the requests of the last page load. */
  readonly isLastLoadOnly?: true;
  /** Resolves when the page has finished. */
  run(context: TestContext): Promise<unknown>;
  /** The chains that the panel then lists, in order. */
  expected(lab: Pick<Lab, "url">, browserName: BrowserName): readonly ExpectedChain[];
}

/** Where a scenario runs. */
export interface TestContext {
  readonly lab: Lab;
  readonly page: Page;
  /**
   * Loads a URL in the page, and resolves for an error page, too. After one, `page.goto` of puppeteer 24 never resolves
   * in that tab of Firefox 153 (no bug filed).
   */
  visit(url: string): Promise<string | undefined>;
}

export type ExpectedChain = readonly ExpectedHop[];

/** A row of the panel: the texts of its cells except number and time. */
export interface ExpectedHop {
  readonly status: string;
  readonly method: string;
  /** "not sent": the request has a body, but the browser never sent the request. */
  readonly body:
    | "none"
    | "sent → kept"
    | "sent → lost"
    | "sent → not sent"
    | "sent → unknown"
    | "sent"
    | "not sent"
    | "unknown";
  readonly seo: "Permanent" | "Temporary" | "None (browser)" | "—";
  readonly url: string;
  /** The response came from the cache. */
  readonly isCached?: true;
}

/** Waits until the lab has received the request. The lab runs in this process, so the loop yields to it. */
export async function received({ lab }: TestContext, path: string): Promise<void> {
  while (!lab.received.some(({ url }) => url === path)) await new Promise((resolve) => setImmediate(resolve));
}

/** Opens a blank page of the lab and runs fetch() in it. An error of the fetch is a valid result. */
export async function fetchInPage(
  { page, lab, visit }: TestContext,
  url: string,
  init: RequestInit = {},
): Promise<void> {
  await visit(lab.url("shop.test", "/fetch"));
  await fetchHere(page, url, init);
}

export async function fetchHere(page: Page, url: string, init: RequestInit = {}): Promise<void> {
  await page.evaluate(
    async (fetched, options) => {
      const response = await fetch(fetched, options).catch(() => undefined);
      await response?.text();
    },
    url,
    init,
  );
}

/** Opens a lab form, fills its file input if it has one, and clicks its button. */
export async function sendForm(
  { page, lab }: TestContext,
  { action, enctype }: { readonly action: string; readonly enctype: "urlencoded" | "multipart" | "text" },
): Promise<void> {
  await page.goto(lab.url("shop.test", `/form?method=post&enctype=${enctype}&action=${encodeURIComponent(action)}`));
  const fileInput = await page.$('input[type="file"]');
  if (fileInput !== null) await fileInput.uploadFile(import.meta.filename);
  await Promise.all([page.waitForNavigation(), page.click("#send")]);
}
