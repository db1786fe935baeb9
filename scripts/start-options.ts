/** The options of `npm start`. */
import { browserNames, type BrowserName } from "../lab/browser-name.ts";
import { parseArgs } from "node:util";

export interface StartOptions {
  readonly browserName: BrowserName | undefined;
  readonly url: string | undefined;
  readonly headless: boolean;
  readonly help: boolean;
}

export const help = `Opens a browser with Hopscope, DevTools on its panel, and a page to try it on.

  npm start
  npm start -- --browser firefox     chromium or firefox (without it: whichever is found, Chromium first)
  npm start -- --url https://…       opens that page instead of the redirect lab
  npm start -- --headless            no window: runs the demo script, prints the hops that the panel shows and saves a
                                     screenshot (the default without a display)

CHROMIUM_PATH and FIREFOX_PATH set the executable of a browser. Ctrl-C ends everything.`;

/** Throws an error whose message is one sentence. */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const values = parse(args);
  const browserName = browserNames.find((name) => name === values.browser);
  if (values.browser !== undefined && browserName === undefined) {
    throw new Error(`--browser is chromium or firefox, not "${values.browser}".`);
  }
  if (values.url !== undefined && !isWebAddress(values.url)) {
    throw new Error(`--url needs a URL that begins with https:// or http://, not "${values.url}".`);
  }
  return { browserName, url: values.url, headless: values.headless ?? false, help: values.help ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        browser: { type: "string" },
        url: { type: "string" },
        headless: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    // Node's message continues with advice that does not apply here.
    const [problem] = (error instanceof Error ? error.message : String(error)).split(/[.\n]/);
    throw new Error(`${problem}: try "npm start -- --help" (options go after the two dashes).`, { cause: error });
  }
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
