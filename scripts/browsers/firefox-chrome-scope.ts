/**
 * Evaluates in Firefox's privileged (chrome) scope over WebDriver BiDi, and sends raw BiDi commands: puppeteer covers
 * only tabs.
 */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "puppeteer-core";

/** The used part of puppeteer's internal BiDi connection. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

export interface ScriptAnswer {
  readonly type: "success" | "exception";
  readonly result?: { readonly type: string; readonly value?: unknown; readonly sharedId?: string };
  readonly exceptionDetails?: { readonly text: string };
}

export interface ChromeScope {
  /** Calls a function of one of the scripts in Firefox; arguments and result are JSON. */
  call(name: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Evaluates in any context, a tab or a panel. */
  evaluate(context: string, expression: string): Promise<ScriptAnswer>;
  send(method: string, params: object): Promise<unknown>;
}

/** The object with the functions of all scripts; the first script creates it. */
const DRIVER = "globalThis.hopscopeDriver";
const scripts = ["firefox-driver.js", "firefox-errors.js", "firefox-har-importer.js"];

export async function enterChromeScope(browser: Browser): Promise<ChromeScope> {
  // Not in puppeteer's types: only its BiDi browser has a `connection` (puppeteer-core 24.43).
  const { connection } = browser as Browser & { readonly connection: BidiConnection };
  const send = async (method: string, params: object): Promise<unknown> =>
    (await connection.send(method, params)).result;

  async function evaluate(context: string, expression: string): Promise<ScriptAnswer> {
    const answer = await send("script.evaluate", {
      expression,
      awaitPromise: true,
      target: { context },
    });
    // https://w3c.github.io/webdriver-bidi/#type-script-EvaluateResult
    return answer as ScriptAnswer;
  }

  const { contexts } = (await send("browsingContext.getTree", { "moz:scope": "chrome", maxDepth: 0 })) as {
    contexts: readonly { readonly context: string; readonly url: string }[];
  };
  const windowContext = contexts.find(({ url }) => url === "chrome://browser/content/browser.xhtml")?.context;
  if (windowContext === undefined) throw new Error("Firefox: there is no browser window");

  for (const file of scripts) {
    const source = await readFile(new URL(file, import.meta.url), "utf8");
    resultString(await evaluate(windowContext, `${source}\n"ready"`), file);
  }

  return {
    send,
    evaluate,
    async call(name, ...args) {
      const answer = await evaluate(
        windowContext,
        `(async () => JSON.stringify({ value: await ${DRIVER}.${name}(...${JSON.stringify(args)}) }))()`,
      );
      const { value }: { value?: unknown } = JSON.parse(resultString(answer, name));
      return value;
    },
  };
}

/** The string result of an evaluation; throws when the evaluation threw. */
export function resultString({ result, exceptionDetails }: ScriptAnswer, what: string): string {
  if (exceptionDetails !== undefined) throw new Error(`${exceptionDetails.text.replace(/^Error: /, "")} (in ${what})`);
  if (typeof result?.value !== "string") throw new Error(`Firefox: ${what} gave no string`);
  return result.value;
}

/** BiDi's id of a tab. */
export function contextIdOf(page: Page): string {
  // Every puppeteer frame has its BiDi id in `_id`, which the public types omit (puppeteer-core 24.43).
  const { _id } = page.mainFrame() as ReturnType<Page["mainFrame"]> & { readonly _id: string };
  return _id;
}
