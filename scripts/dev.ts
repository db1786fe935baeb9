/**
 * `npm run dev -- chromium|firefox`: rebuilds on every change and reloads the extension in the running browser, with
 * the lab. Reopen DevTools after a reload: their panel belongs to the old extension.
 */
import { browserNames } from "../lab/browser-name.ts";
import { firefoxLocalDomains, labHosts } from "../lab/hosts.ts";
import { startLab, type Lab } from "../lab/server.ts";
import { buildExtension } from "./build-extension.ts";
import { chooseBrowser, hasDisplay, type ChosenBrowser } from "./choose-browser.ts";
import { runCommand } from "./interruption.ts";
import { step } from "./progress.ts";
import { runWebExt } from "./run-web-ext.ts";
import { watchSources } from "./watch-sources.ts";

await runCommand(async (cleanup) => {
  const [asked, ...others] = process.argv.slice(2);
  const browserName = browserNames.find((name) => name === asked);
  if (others.length > 0 || (asked !== undefined && browserName === undefined)) {
    console.error("Which browser? npm run dev -- chromium, or npm run dev -- firefox.");
    return 2;
  }
  const chosen = chooseBrowser(browserName);
  await step("Building the extension", buildExtension);
  const lab = await step("Starting the lab", () => startLab());
  cleanup(() => lab.close());

  const url = lab.url("shop.test", "/");
  const browser = await runWebExt((profile) => webExtArguments(chosen, lab, profile, url), cleanup);
  const endWatching = await watchSources(async (path) => {
    try {
      await step(`\n${path} changed: building`, buildExtension);
      await browser.reload();
    } catch (error) {
      // The next successful build is loaded.
      console.error(error instanceof Error ? error.message : error);
    }
  });
  cleanup(async () => endWatching());
  console.log(`The lab is at ${url}. Change a file to see it reload; Ctrl-C ends everything.`);
  await browser.ended;
  return 0;
});

function webExtArguments({ name, executablePath }: ChosenBrowser, lab: Lab, profile: string, url: string): string[] {
  const isHeadless = !hasDisplay();
  if (name === "firefox") {
    return [
      "--target=firefox-desktop",
      `--firefox=${executablePath}`,
      `--firefox-profile=${profile}`,
      `--start-url=${url}`,
      `--pref=network.dns.localDomains=${firefoxLocalDomains}`,
      ...(isHeadless ? ["--arg=--headless"] : []),
    ];
  }
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  const rules = labHosts.map((host) => `MAP ${host} 127.0.0.1`).join(",");
  return [
    "--target=chromium",
    `--chromium-binary=${executablePath}`,
    `--chromium-profile=${profile}`,
    `--start-url=${url}`,
    `--arg=--host-resolver-rules=${rules}`,
    `--arg=--ignore-certificate-errors-spki-list=${lab.certificates.spkiSha256Base64}`,
    // Chromium refuses to run as root with its sandbox.
    ...(isRoot ? ["--arg=--no-sandbox"] : []),
    ...(isHeadless ? ["--arg=--headless"] : []),
  ];
}
