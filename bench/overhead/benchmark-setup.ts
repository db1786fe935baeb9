/** One browser of the comparison, started once and kept, so that all of them can take turns. */
import type { BrowserName } from "../../lab/browser-name.ts";
import { relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Lab } from "../../lab/server.ts";
import { openLab, type OpenLab } from "../../scripts/browsers/with-lab.ts";
import { extensionDir } from "../../scripts/build-extension.ts";
import { treeCpuMs } from "../process-tree.ts";
import { emptyExtensionDir } from "./empty-extension-dir.ts";
import type { Load } from "./loads.ts";

export interface BenchmarkSetup {
  readonly name: string;
  readonly comparedWith: readonly Comparison[];
  readonly devTools: "closed" | "open";
  /** The one whose panel is shown in open DevTools. */
  readonly extensionDir: string;
  /** One from the command line, beside the empty one. */
  readonly otherExtensionDir?: string;
}

export interface Comparison {
  /** Its time is 1.00. */
  readonly baseline: BenchmarkSetup;
  /** The ratio should not be above it. */
  readonly goal?: number;
}

export interface RunningSetup {
  readonly setup: BenchmarkSetup;
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

/** Long enough for what is written and sent with a delay (storage 200 ms, panels 500 ms); the same for everyone. */
export const settleMs = 700;

interface ExtensionDirs {
  readonly silent: string;
  readonly documentListener: string;
  readonly requestListener: string;
  readonly others: readonly string[];
}

export function setupsFor({ silent, documentListener, requestListener, others }: ExtensionDirs): BenchmarkSetup[] {
  const none: BenchmarkSetup = {
    name: "no extension",
    comparedWith: [],
    devTools: "closed",
    extensionDir: emptyExtensionDir,
  };
  const besideNone: BenchmarkSetup = { ...none, comparedWith: [{ baseline: none }] };
  const permission: BenchmarkSetup = { ...besideNone, name: "the permission alone", extensionDir: silent };
  const documents: BenchmarkSetup = {
    ...besideNone,
    name: "a bare listener, documents",
    extensionDir: documentListener,
  };
  const devTools: BenchmarkSetup = { ...besideNone, name: "DevTools, an empty panel", devTools: "open" };
  const listener: BenchmarkSetup = {
    name: "DevTools, a bare listener",
    comparedWith: [{ baseline: devTools }],
    devTools: "open",
    extensionDir: requestListener,
  };
  return [
    none,
    // What its ratios are beside 1.00 is chance.
    { ...besideNone, name: "no extension, once more" },
    permission,
    documents,
    {
      name: "Hopscope, panel closed",
      comparedWith: [{ baseline: none, goal: 1.05 }, { baseline: permission }, { baseline: documents }],
      devTools: "closed",
      extensionDir,
    },
    ...others.map((dir): BenchmarkSetup => ({ ...besideNone, name: relative("", dir), otherExtensionDir: dir })),
    devTools,
    listener,
    {
      name: "Hopscope, panel open",
      comparedWith: [{ baseline: devTools, goal: 1.3 }, { baseline: listener }, { baseline: none }],
      devTools: "open",
      extensionDir,
    },
  ];
}

export async function startSetup(browserName: BrowserName, setup: BenchmarkSetup, lab: Lab): Promise<RunningSetup> {
  const opened = await openLab({
    browserName,
    lab,
    path: "/fetch",
    extensionDir: setup.extensionDir,
    extraExtensionDirs: setup.otherExtensionDir === undefined ? [] : [setup.otherExtensionDir],
  });
  try {
    return await inBrowser(opened, setup);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function inBrowser(opened: OpenLab, setup: BenchmarkSetup): Promise<RunningSetup> {
  const { lab, session, page, close } = opened;
  const panel = setup.devTools === "open" ? await opened.openPanel() : undefined;
  const pid = session.browser.process()?.pid;
  if (pid === undefined) throw new Error("The browser's process is not known.");
  let runCount = 0;
  return {
    setup,
    close,
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
