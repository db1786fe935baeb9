/**
 * `npm start`: one command from a clone to the panel. Builds the extension, starts the lab, opens a browser with both;
 * without a display it prints the hops and saves a screenshot.
 */
import { TargetType } from "puppeteer-core";
import type { BrowserSession } from "./browsers/browser-session.ts";
import { openLab, type OpenLab } from "./browsers/with-lab.ts";
import { buildExtension } from "./build-extension.ts";
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

async function start(options: StartOptions, cleanup: Cleanup): Promise<number> {
  const { name, executablePath } = chooseBrowser(options.browserName);
  const headless = options.headless || !hasDisplay();
  if (headless && !options.headless) console.log("There is no display: the demo runs without a window.");

  await step("Building the extension", buildExtension);
  const opened = await step(`Starting the lab, and ${executablePath} with the extension`, () =>
    openLab({
      browserName: name,
      executablePath,
      headless,
      isOffline: headless && options.url === undefined,
      lab: {},
      cleanup,
    }),
  );

  if (headless) return runHeadlessDemo(opened, options.url);
  const url = options.url ?? opened.lab.url("shop.test", "/");
  await step(`Opening DevTools on the panel, and ${url}`, () => showPage(opened, url));
  console.log(`${opened.session.version} is ready: click a link or send a form, and watch the "Redirects" panel.`);
  console.log("Close the browser or press Ctrl-C to stop.");
  await untilClosed(opened.session);
  return 0;
}

async function showPage({ page, visit, openPanel }: OpenLab, url: string): Promise<void> {
  // Before the page: if the URL fails, DevTools of Chromium's error page show no extension panels.
  await openPanel();
  const failure = await visit(url);
  if (failure !== undefined) console.error(`${url} could not be loaded: ${failure}`);
  await page.bringToFront();
}

/** Resolves when the user closes the last window: on macOS the browser keeps running without one. */
function untilClosed({ browser }: BrowserSession): Promise<void> {
  return new Promise((resolve) => {
    browser.once("disconnected", () => resolve());
    browser.on("targetdestroyed", () => {
      if (!browser.targets().some((target) => target.type() === TargetType.PAGE)) resolve();
    });
  });
}
