/**
 * Takes the pictures of the real panels into docs/screenshots: every state, in both browsers and both themes. Git keeps
 * those that documents show (see .gitignore). `npm run screenshots`.
 */
import type { BrowserName } from "../lab/browser-name.ts";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { labHosts } from "../lab/hosts.ts";
import { storyScenarios } from "../lab/scenarios/stories.ts";
import { startLab, type Lab } from "../lab/server.ts";
import type { BrowserSession, PanelHandle } from "./browsers/browser-session.ts";
import { ensureBrowser } from "./browsers/find-browser.ts";
import { launchBrowser } from "./browsers/launch-browser.ts";
import { buildExtension, root } from "./build-extension.ts";
import { palettePng } from "./palette-png.ts";

interface Stage {
  readonly browserName: BrowserName;
  readonly lab: Lab;
  readonly session: BrowserSession;
  readonly page: Page;
  readonly panel: PanelHandle;
}

interface State {
  readonly name: string;
  /** Leads to the state from the one before. */
  readonly reach: (stage: Stage) => Promise<unknown>;
  readonly width?: number;
}

const hop = ".hop .changed";
const close = (panel: PanelHandle) => panel.press("Escape");

const states: readonly State[] = [
  { name: "empty", reach: ({ panel }) => panel.waitFor(() => document.querySelector(".empty button") !== null) },
  { name: "paused", reach: ({ panel }) => panel.click(".toolbar button") },
  {
    name: "no-access",
    async reach({ panel, session }) {
      await panel.click(".notice button");
      await panel.waitFor(() => document.querySelector(".notice") === null);
      await session.setSiteAccess(false);
      await panel.waitFor(() => document.querySelector(".notice button") !== null);
    },
  },
  { name: "wide", reach: tellStories },
  { name: "middle", reach: () => Promise.resolve(), width: 700 },
  { name: "narrow", reach: () => Promise.resolve(), width: 400 },
  { name: "picture", reach: ({ panel }) => panel.click(".chain") },
  { name: "headers", reach: ({ panel }) => panel.click(hop).then(() => panel.click("#tab-headers")) },
  { name: "timing", reach: ({ panel }) => panel.click("#tab-timing") },
  { name: "row-menu", reach: ({ panel }) => panel.click(hop, "right") },
  { name: "keys", reach: ({ panel }) => close(panel).then(() => panel.press("?")) },
  { name: "file-refused", reach: ({ panel }) => close(panel).then(() => dropFile(panel)) },
];

const folder = join(root, "docs/screenshots");
await mkdir(folder, { recursive: true });
await buildExtension();
for (const browserName of ["chromium", "firefox"] as const) await takeAll(browserName);

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
    await page.goto(lab.url("shop.test", "/page"));
    const panel = await session.openPanel(page);
    for (const { name, reach, width = 1200 } of states) {
      await reach({ browserName, lab, session, page, panel });
      await panel.setSize(width, 640);
      for (const theme of ["dark", "light"] as const) {
        await panel.setTheme(theme);
        await panel.waitFor((isDark) => matchMedia("(prefers-color-scheme: dark)").matches === isDark, {
          args: [theme === "dark"],
        });
        await panel.evaluate(() => document.querySelector(".list")?.scrollTo({ top: 0 }));
        const file = join(folder, `${browserName}-${theme}-${name}.png`);
        await panel.screenshot(file);
        await writeFile(file, palettePng(await readFile(file)));
      }
    }
  } finally {
    await session.close();
    await lab.close();
  }
}

async function tellStories({ browserName, lab, page, panel, session }: Stage): Promise<void> {
  await session.setSiteAccess(true);
  await panel.waitFor(() => document.querySelector(".notice") === null);
  await panel.click(".toolbar input[type=checkbox]");
  for (const story of storyScenarios) {
    await story.run({ lab, page, visit: (url) => session.visit(page, url) });
    const last = story.expected(lab, browserName).at(-1)?.at(-1)?.url ?? "";
    await panel.waitFor((url) => document.querySelector(`.hop .url[title="${url}"]`) !== null, { args: [last] });
  }
  await panel.click(hop);
  await panel.waitFor(() => document.querySelector(".details") !== null);
}

function dropFile(panel: PanelHandle): Promise<unknown> {
  return panel.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['{"photos":[]}'], "holiday.json"));
    document.querySelector("main")?.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true }));
  });
}
