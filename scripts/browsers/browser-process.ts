/**
 * Starts a browser with a temporary profile. However the script ends (close, Ctrl+C, a crash), no process and no
 * profile remains. puppeteer 24 itself leaves the profile when a signal ends the script.
 */
import type { BrowserName } from "../../lab/browser-name.ts";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, type Browser, type LaunchOptions } from "puppeteer-core";
import { outputOfBrowser, type BrowserOutput } from "./browser-output.ts";
import { waitUntil } from "./wait-until.ts";

export interface BrowserProcess {
  readonly browser: Browser;
  readonly output: Pick<BrowserOutput, "explain">;
  /** May be called any number of times. */
  readonly close: () => Promise<void>;
}

const POLITE_MS = 10_000;
/** A browser that is shutting down may still write while we delete. */
const RM_OPTIONS = { force: true, recursive: true, maxRetries: 10, retryDelay: 100 } as const;
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
// Each browser adds listeners for the end of the script, and many may be open.
process.setMaxListeners(0);

export async function startBrowser(name: BrowserName, options: LaunchOptions): Promise<BrowserProcess> {
  const profileDir = await mkdtemp(join(tmpdir(), `hopscope-${name}-`));
  const output = outputOfBrowser(profileDir);
  const launching = launch({
    ...options,
    browser: name === "chromium" ? "chrome" : "firefox",
    userDataDir: profileDir,
    // Under load a start is slow: 20 s were seen with four browsers on two cores.
    timeout: 60_000,
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
  const browser = await launching
    .catch(async (error: unknown) => {
      await rm(profileDir, RM_OPTIONS);
      throw output.explain(error);
    })
    .finally(() => output.stopLooking());

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAndForget(POLITE_MS));
  const onExit = (): void => {
    killGroup(browser);
    rmSync(profileDir, RM_OPTIONS);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    const code = Object.entries(SIGNALS).find(([known]) => known === signal)?.[1] ?? 0;
    // vitest kills a worker half a second after asking it to stop.
    closing ??= closeAndForget(0);
    void closing.finally(() => process.exit(128 + code));
  };
  async function closeAndForget(politeMs: number): Promise<void> {
    await endProcesses(browser, politeMs);
    await rm(profileDir, RM_OPTIONS);
    process.off("exit", onExit);
    for (const signal of Object.keys(SIGNALS)) process.off(signal, onSignal);
  }

  process.once("exit", onExit);
  for (const signal of Object.keys(SIGNALS)) process.once(signal, onSignal);
  return { browser, output, close };
}

/** Asks the browser to close, and kills it when it has not closed in time. */
async function endProcesses(browser: Browser, politeMs: number): Promise<void> {
  const child = browser.process();
  const hasExited = (): boolean => child === null || child.exitCode !== null || child.signalCode !== null;
  // A browser that hangs or is already gone is handled below.
  const closing = browser.close().catch(() => undefined);
  if (politeMs > 0) await waitUntil(hasExited, () => "", politeMs).catch(() => undefined);
  // Child processes (Firefox 153's fork server) may outlive the browser by some milliseconds.
  killGroup(browser);
  await waitUntil(hasExited, () => `The browser process ${child?.pid} does not end`);
  await closing;
}

/**
 * puppeteer starts the browser as leader of a process group that includes its children. Windows has no process groups;
 * there only the leader is killed.
 */
function killGroup(browser: Browser): void {
  const pid = browser.process()?.pid;
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // All of them have already exited.
  }
}
