/**
 * `npm start`: one command from a clone to the panel. Builds the extension, starts the lab, opens a browser with both;
 * without a display it shows in text and a picture what a person would have seen.
 */
import { labHosts } from "../lab/hosts.ts";
import { TargetType } from "puppeteer-core";
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

async function start(options: StartOptions, cleanup: Cleanup): Promise<number> {
  const { name, executablePath } = await chooseBrowser(options.browserName);
  const headless = options.headless || !hasDisplay();
  if (headless && !options.headless) console.log("There is no display: the demo runs without a window.");

  await step("Building the extension", buildExtension);
  const lab = await step("Starting the lab", () => startLab());
  cleanup(() => lab.close());

  const launching = launchBrowser(name, {
    extensionDir,
    executablePath,
    headless,
    hosts: labHosts,
    trust: lab.certificates,
    isOffline: headless && options.url === undefined,
  });
  // Registered at once: whoever interrupts the launch wants the browser gone, too.
  cleanup(async () => (await launching.catch(() => undefined))?.close());
  const session = await step(`Opening ${executablePath} with the extension`, () => launching);

  if (headless) return runHeadlessDemo(session, lab, options.url);
  const url = options.url ?? lab.url("shop.test", "/");
  await step(`Opening DevTools on the panel, and ${url}`, () => showPage(session, url));
  console.log(`${session.version} is yours: click a link or send a form, and watch the panel "Redirects".`);
  console.log("Close the browser or press Ctrl-C to end.");
  await untilClosed(session);
  return 0;
}

async function showPage(session: BrowserSession, url: string): Promise<void> {
  const page = await session.newPage();
  // Before the page: Chromium keeps extensions out of the DevTools of its error page, should the address fail.
  await session.openPanel(page);
  const failure = await session.visit(page, url);
  if (failure !== undefined) console.error(`${url} could not be loaded: ${failure}`);
  await page.bringToFront();
}

/** A person closes the window; on macOS the browser itself lives on without one. */
function untilClosed({ browser }: BrowserSession): Promise<void> {
  return new Promise((resolve) => {
    browser.once("disconnected", () => resolve());
    browser.on("targetdestroyed", () => {
      if (!browser.targets().some((target) => target.type() === TargetType.PAGE)) resolve();
    });
  });
}
