// `npm start`: one command from a clone to the panel. Builds the extension, starts the lab, opens a browser with both;
// without a display it shows in text and a picture what a person would have seen.

import { labHosts } from "../lab/hosts.ts";
import { startLab } from "../lab/server.ts";
import type { BrowserSession } from "./browsers/browser-session.ts";
import { launchBrowser } from "./browsers/launch-browser.ts";
import { buildExtension, extensionDir } from "./build-extension.ts";
import { chooseBrowser, hasDisplay } from "./choose-browser.ts";
import { runHeadlessDemo } from "./headless-demo.ts";
import { runCommand, type Cleanup } from "./interruption.ts";
import { step } from "./progress.ts";
import { help, parseStartOptions, type StartOptions } from "./start-options.ts";

await runCommand(async (cleanup) => {
  let options: StartOptions;
  try {
    options = parseStartOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  }
  if (options.help) {
    console.log(help);
    return 0;
  }
  return start(options, cleanup);
});

async function start({ browserName, url, headless: isAsked, help: _, ...rest }: StartOptions, cleanup: Cleanup): Promise<number> {
  return 0;
}
