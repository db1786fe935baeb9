/** The lab and a browser with the extension, started together and closed together: for scripts, benches and tests. */
import type { BrowserName } from "../../lab/browser-name.ts";
import { labHosts, publicHost } from "../../lab/hosts.ts";
import type { TestContext } from "../../lab/scenarios/scenario.ts";
import { startLab, type Lab, type LabOptions } from "../../lab/server.ts";
import { extensionDir as builtDir } from "../build-extension.ts";
import type { Cleanup } from "../interruption.ts";
import type { BrowserSession, LaunchOptions, PanelHandle } from "./browser-session.ts";
import { requireBrowser } from "./find-browser.ts";
import { launchBrowser } from "./launch-browser.ts";

type Overrides = Omit<LaunchOptions, "hosts" | "trust" | "portlessHost">;

/** By default: the built extension, no window, no network, the installed browser. */
export interface WithLabOptions extends Partial<Overrides> {
  readonly browserName: BrowserName;
  /** A lab that is already running, and stays open, or how to start one. Default: on any free ports. */
  readonly lab?: Lab | LabOptions;
  /** Path of the lab's page that the tab shows first. Default: a blank page. */
  readonly path?: string;
  /** Of the command that calls this: closes everything when it ends, even while the browser is still starting. */
  readonly cleanup?: Cleanup;
}

export interface OpenLab extends TestContext {
  readonly session: BrowserSession;
  /** Opens the panel in DevTools of the tab. */
  openPanel(): Promise<PanelHandle>;
  close(): Promise<void>;
}

/** Closes the browser and the lab when `use` has ended or failed. */
export async function withLab<T>(options: WithLabOptions, use: (opened: OpenLab) => Promise<T>): Promise<T> {
  const opened = await openLab(options);
  try {
    return await use(opened);
  } finally {
    await opened.close();
  }
}

/** For callers that cannot use a callback. They must call `close`. */
export async function openLab({
  browserName,
  lab: given,
  path,
  cleanup,
  ...overrides
}: WithLabOptions): Promise<OpenLab> {
  // First, because it may throw.
  const executablePath = overrides.executablePath ?? requireBrowser(browserName);
  const isRunning = given !== undefined && "url" in given;
  const lab = isRunning ? given : await startLab(given ?? { port: 0 });
  const launching = launchBrowser(browserName, launchOptions(lab, { ...overrides, executablePath }));
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeBoth());
  async function closeBoth(): Promise<void> {
    await (await launching.catch(() => undefined))?.close();
    if (!isRunning) await lab.close();
  }
  cleanup?.(close);
  try {
    const session = await launching;
    const page = await session.newPage();
    if (path !== undefined) await session.visit(page, lab.url("shop.test", path));
    return {
      lab,
      session,
      page,
      close,
      visit: (url) => session.visit(page, url),
      openPanel: () => session.openPanel(page),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function launchOptions(lab: Lab, overrides: Partial<Overrides> & Pick<Overrides, "executablePath">): LaunchOptions {
  const { isOffline = true } = overrides;
  return {
    extensionDir: builtDir,
    headless: true,
    ...overrides,
    hosts: labHosts,
    trust: lab.certificates,
    isOffline,
    // Online, this host is the real one.
    ...(isOffline ? { portlessHost: { name: publicHost, port: lab.port } } : {}),
  };
}
