/**
 * Takes the pictures of the real panels: both browsers, both themes, wide and narrow, into out/screenshots; the two that
 * the README shows go to docs/screenshots. `npm run screenshots`.
 */
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { labHosts } from "../lab/hosts.ts";
import { storyScenarios } from "../lab/scenarios/stories.ts";
import { startLab } from "../lab/server.ts";
import { ensureBrowser, type BrowserName } from "./browsers/find-browser.ts";
import { launchBrowser } from "./browsers/launch-browser.ts";
import { buildExtension, root } from "./build-extension.ts";

const sizes = [
  { name: "wide", width: 1200, height: 640 },
  { name: "middle", width: 700, height: 640 },
  { name: "narrow", width: 400, height: 640 },
] as const;

const shownInReadme = ["chromium-light-wide", "firefox-dark-wide"];

const folder = join(root, "out/screenshots");
const readmeFolder = join(root, "docs/screenshots");
await mkdir(folder, { recursive: true });
await mkdir(readmeFolder, { recursive: true });
await buildExtension();
for (const browserName of ["chromium", "firefox"] as const) await takeAll(browserName);
for (const name of shownInReadme) await copyFile(join(folder, `${name}.png`), join(readmeFolder, `${name}.png`));

async function takeAll(browserName: BrowserName): Promise<void> {
  const lab = await startLab();
  const session = await launchBrowser(browserName, {
    extensionDir: join(root, "dist"),
    executablePath: await ensureBrowser(browserName, { install: false, say: console.log }),
    headless: true,
    hosts: labHosts,
    trust: lab.certificates,
    isOffline: true,
  });
  try {
    const page = await session.newPage();
    const panel = await session.openPanel(page);
    await panel.click(".toolbar input[type=checkbox]");
    for (const story of storyScenarios) {
      await story.run({ lab, page, visit: (url) => session.visit(page, url) });
      const last = story.expected(lab, browserName).at(-1)?.at(-1)?.url ?? "";
      await panel.waitFor((url) => document.querySelector(`.hop .url[title="${url}"]`) !== null, { args: [last] });
    }
    await panel.click(".hop .changed");
    await panel.waitFor(() => document.querySelector(".details") !== null);
    for (const theme of ["light", "dark"] as const) {
      await panel.setTheme(theme);
      await panel.waitFor((isDark) => matchMedia("(prefers-color-scheme: dark)").matches === isDark, {
        args: [theme === "dark"],
      });
      for (const { name, width, height } of sizes) {
        await panel.setSize(width, height);
        await panel.evaluate(() => document.querySelector(".list")?.scrollTo({ top: 0 }));
        await panel.screenshot(join(folder, `${browserName}-${theme}-${name}.png`));
      }
    }
  } finally {
    await session.close();
    await lab.close();
  }
}
