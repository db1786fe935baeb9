/** A benchmark setup: one browser of the comparison, kept running so that all setups can take turns. */
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
  /** The extension whose panel is shown when DevTools are open. */
  readonly extensionDir: string;
  /** An extension from the command line, installed with the empty one. */
  readonly otherExtensionDir?: string;
}

export interface Comparison {
  /** The setup whose time counts as 1.00. */
  readonly baseline: BenchmarkSetup;
  /** Maximum ratio. */
  readonly goal?: number;
}

export interface RunningSetup {
  readonly setup: BenchmarkSetup;
  run(load: Load): Promise<Measurement>;
  close(): Promise<void>;
}

export interface Measurement {
  readonly wallMs: number;
  /** CPU time of all processes of the browser, including deferred work. */
  readonly cpuMs: number;
  /** Share of one core that the lab used: near 1, the lab is the bottleneck. */
  readonly labShare: number;
}

/** Covers delayed work (storage 200 ms, panels 500 ms); the same for all setups. */
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
    // Its distance from 1.00 is noise.
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
  if (pid === undefined) throw new Error("The browser has no known process.");
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
  const counted = document.querySelector(".status-bar span")?.textContent ?? "";
  return Number(counted.replaceAll(/\D/g, "")) >= chainCount;
}
