/** One browser of the comparison, started once and kept, so that all of them can take turns. */
import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { labHosts } from "../../lab/hosts.ts";
import type { Lab } from "../../lab/server.ts";
import { ensureBrowser, type BrowserName } from "../../scripts/browsers/find-browser.ts";
import { launchBrowser } from "../../scripts/browsers/launch-browser.ts";
import { extensionDir } from "../../scripts/build-extension.ts";
import { treeCpuMs } from "../process-tree.ts";
import { emptyExtensionDir } from "./empty-extension-dir.ts";
import type { Load } from "./loads.ts";

export interface Setup {
  readonly name: string;
  /** The setup whose time is 1.00. */
  readonly baseline?: string;
  readonly devTools: "closed" | "open";
  /** The one whose panel is shown in open DevTools. */
  readonly extensionDir: string;
  /** One from the command line, beside the empty one. */
  readonly otherExtensionDir?: string;
}

export interface Contestant {
  readonly setup: Setup;
  run(load: Load): Promise<Measurement>;
  close(): Promise<void>;
}

export interface Measurement {
  readonly wallMs: number;
  /** Of all processes of the browser, until what was put off is done, too. */
  readonly cpuMs: number;
  /** Share of one core that the lab took: at 1 it would be the lab that is measured. */
  readonly labShare: number;
}

/** Long enough for what is written and sent with a delay (storage 200 ms, panels 250 ms); the same for everyone. */
const settleMs = 500;

interface ExtensionDirs {
  readonly documentsListener: string;
  readonly allTypesListener: string;
  readonly others: readonly string[];
}

export function setupsFor({ documentsListener, allTypesListener, others }: ExtensionDirs): Setup[] {
  const none = { name: "no extension", devTools: "closed", extensionDir: emptyExtensionDir } as const;
  const noneInDevTools = {
    name: "an empty panel in DevTools",
    devTools: "open",
    extensionDir: emptyExtensionDir,
  } as const;
  const closed = { devTools: "closed", baseline: none.name } as const;
  const open = { devTools: "open", baseline: noneInDevTools.name } as const;
  return [
    none,
    // What its ratios are beside 1.00 is chance.
    { ...none, ...closed, name: "no extension, once more" },
    { ...closed, name: "a bare listener to documents", extensionDir: documentsListener },
    { ...closed, name: "Hopscope, panel closed", extensionDir },
    ...others.map((dir): Setup => ({ ...none, ...closed, name: basename(dir), otherExtensionDir: dir })),
    { ...noneInDevTools, baseline: none.name },
    { ...open, name: "a bare listener to all types", extensionDir: allTypesListener },
    { ...open, name: "Hopscope, panel open", extensionDir },
  ];
}

export async function startContestant(browserName: BrowserName, setup: Setup, lab: Lab): Promise<Contestant> {
  const session = await launchBrowser(browserName, {
    extensionDir: setup.extensionDir,
    executablePath: await ensureBrowser(browserName, { install: false, say: () => undefined }),
    headless: true,
    hosts: labHosts,
    trust: lab.certificates,
    isOffline: true,
    ...(setup.otherExtensionDir === undefined ? {} : { extraExtensionDirs: [setup.otherExtensionDir] }),
  });
  const page = await session.newPage();
  await session.visit(page, lab.url("shop.test", "/fetch"));
  const panel = setup.devTools === "open" ? await session.openPanel(page) : undefined;
  const pid = session.browser.process()?.pid;
  if (pid === undefined) throw new Error("The browser's process is not known.");
  let runCount = 0;
  return {
    setup,
    close: () => session.close(),
    async run(load) {
      // A new document empties the panel's list.
      runCount += 1;
      await session.visit(page, lab.url("shop.test", `/fetch?${runCount}`));
      lab.clearReceived();
      await pause(settleMs);
      const cpuBefore = treeCpuMs(pid);
      const labBefore = process.cpuUsage();
      const startMs = performance.now();
      await load.run(lab, session, page);
      const wallMs = performance.now() - startMs;
      const { user, system } = process.cpuUsage(labBefore);
      await pause(settleMs);
      const cpuMs = treeCpuMs(pid) - cpuBefore;
      if (setup.extensionDir === extensionDir) await panel?.waitFor(isListing, { args: [load.listedChains] });
      return { wallMs, cpuMs, labShare: (user + system) / 1000 / wallMs };
    },
  };
}

/** Runs in the panel. */
function isListing(chainCount: number): boolean {
  const told = document.querySelector(".status-bar span")?.textContent ?? "";
  return Number(told.replaceAll(/\D/g, "")) >= chainCount;
}
