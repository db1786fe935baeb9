/**
 * What a scenario is: something that a page does in the lab, and the chains that both browsers must be seen to make of
 * it. The recorder runs scenarios to make traces, unit tests replay those, and the e2e tests run them again in front of
 * the real panel: one list for all three.
 */
import type { BrowserName } from "../browser-name.ts";
import type { Page } from "puppeteer-core";
import type { LabExtension } from "../extensions/lab-extension-dir.ts";
import type { Lab } from "../server.ts";

export interface Scenario {
  /** Names the trace file. */
  readonly name: string;
  /** What happens, for people. */
  readonly title: string;
  /** Another extension that is installed beside (a folder of `lab/extensions`). Default: none. */
  readonly extension?: LabExtension;
  /** Whose panel lists the chains. Default: that of the tab in which all the other scenarios are played. */
  readonly shownIn?: "tab-of-its-own" | "opened-tab";
  /** The requests before the last page load have left the log with their page. */
  readonly isLastLoadOnly?: true;
  /** Resolves when the page has seen the end of it. */
  run(context: TestContext): Promise<unknown>;
  /** The chains listed by then, in order. */
  expected(lab: Pick<Lab, "url">, browserName: BrowserName): readonly ExpectedChain[];
}

/** Where a scenario is played. */
export interface TestContext {
  readonly lab: Lab;
  readonly page: Page;
  /**
   * Loads a URL in the page; an error page is an end, too. After one, `page.goto` of puppeteer 24 does not resolve in that tab
   * of Firefox 153 any more (no bug filed).
   */
  visit(url: string): Promise<string | undefined>;
}

export type ExpectedChain = readonly ExpectedHop[];

/** A row of the panel: the texts of its cells, but for the number and the time; and what the details say of the cache. */
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
  /** The browser did not ask the server. */
  readonly isCached?: true;
}

/** Waits until the lab has been asked for it. (It is asked on another connection of this process, hence the turns.) */
export async function received({ lab }: TestContext, path: string): Promise<void> {
  while (!lab.received.some(({ url }) => url === path)) await new Promise((resolve) => setImmediate(resolve));
}

/** Opens a blank page of the lab and runs fetch() in it. Errors of the fetch are part of what is seen, not failures. */
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
