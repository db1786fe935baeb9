/**
 * Takes screenshots of the real panels into docs/screenshots: every state, in both browsers and both themes. Git keeps
 * those that documents show (see .gitignore). `npm run screenshots`.
 */
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { browserNames, type BrowserName } from "../lab/browser-name.ts";
import { demoScenarios } from "../lab/scenarios/demo-scenarios.ts";
import type { PanelHandle } from "./browsers/browser-session.ts";
import { button, cell, chainRow, checkbox, hopRow, tab } from "./browsers/panel-page.ts";
import { withLab, type OpenLab } from "./browsers/with-lab.ts";
import { buildExtension, root } from "./build-extension.ts";
import { smallPng } from "./small-png.ts";

interface Shot extends OpenLab {
  readonly browserName: BrowserName;
  readonly panel: PanelHandle;
}

interface State {
  readonly name: string;
  /** Leads to the state from the one before. */
  readonly reach: (shot: Shot) => Promise<unknown>;
  readonly width?: number;
}

/** A redirect that changed the method. */
const changedMethod = cell(hopRow(), "method");

const states: readonly State[] = [
  { name: "empty", reach: ({ panel }) => panel.waitFor(() => document.querySelector(".empty button") !== null) },
  { name: "paused", reach: ({ panel }) => panel.click(button("pauseRecording")) },
  {
    name: "no-access",
    async reach({ panel, session }) {
      await panel.click(button("startRecording"));
      await panel.waitFor(() => document.querySelector(".notice") === null);
      await session.setSiteAccess(false);
      await panel.waitFor(() => document.querySelector(".notice button") !== null);
    },
  },
  { name: "wide", reach: playDemoScenarios },
  { name: "middle", reach: () => Promise.resolve(), width: 700 },
  { name: "narrow", reach: () => Promise.resolve(), width: 400 },
  { name: "picture", reach: ({ panel }) => panel.click(chainRow()) },
  { name: "headers", reach: ({ panel }) => panel.click(changedMethod).then(() => panel.click(tab("tabHeaders"))) },
  { name: "timing", reach: ({ panel }) => panel.click(tab("tabTiming")) },
  { name: "row-menu", reach: ({ panel }) => panel.click(changedMethod, "right") },
  { name: "keys", reach: ({ panel }) => panel.press("Escape").then(() => panel.press("?")) },
  { name: "file-refused", reach: ({ panel }) => panel.press("Escape").then(() => dropFile(panel)) },
];

const folder = join(root, "docs/screenshots");
await mkdir(folder, { recursive: true });
await buildExtension();
for (const browserName of browserNames) await takeAll(browserName);

async function takeAll(browserName: BrowserName): Promise<void> {
  // On the lab's usual ports, so that pictures differ only where the panel does.
  await withLab({ browserName, lab: {}, path: "/page" }, async (opened) => {
    const panel = await opened.openPanel();
    for (const { name, reach, width = 1200 } of states) {
      await reach({ ...opened, browserName, panel });
      await panel.setSize(width, 640);
      for (const theme of ["dark", "light"] as const) {
        await panel.setTheme(theme);
        await panel.waitFor((isDark) => matchMedia("(prefers-color-scheme: dark)").matches === isDark, {
          args: [theme === "dark"],
        });
        await panel.evaluate(() => document.querySelector(".list")?.scrollTo({ top: 0 }));
        const file = join(folder, `${browserName}-${theme}-${name}.png`);
        await panel.screenshot(file);
        await sharp(await readFile(file))
          .png(smallPng)
          .toFile(file);
      }
    }
  });
}

async function playDemoScenarios(shot: Shot): Promise<void> {
  const { browserName, lab, panel, session } = shot;
  await session.setSiteAccess(true);
  await panel.waitFor(() => document.querySelector(".notice") === null);
  await panel.click(checkbox("preserveLog"));
  for (const scenario of demoScenarios) {
    await scenario.run(shot);
    const last = scenario.expected(lab, browserName).at(-1)?.at(-1)?.url ?? "";
    await panel.waitFor((url) => document.querySelector(`.hop .url[title="${url}"]`) !== null, { args: [last] });
  }
  await panel.click(changedMethod);
  await panel.waitFor(() => document.querySelector(".details") !== null);
}

function dropFile(panel: PanelHandle): Promise<unknown> {
  return panel.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['{"photos":[]}'], "holiday.json"));
    document.querySelector("main")?.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true }));
  });
}
