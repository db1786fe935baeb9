/** Runs `web-ext run`: a browser with a new profile and the extension, reloaded whenever one file changes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitUntil } from "./browsers/wait-until.ts";
import { extensionDir, root } from "./build-extension.ts";
import type { Cleanup } from "./interruption.ts";

export interface WebExtRun {
  reload(): Promise<void>;
  /** Resolves when the browser is closed. */
  readonly ended: Promise<unknown>;
}

/** `browserArgs` returns web-ext's arguments for the browser; it gets the profile folder. */
export async function runWebExt(
  browserArgs: (profile: string) => readonly string[],
  cleanup: Cleanup,
): Promise<WebExtRun> {
  const folder = await mkdtemp(join(tmpdir(), "hopscope-dev-"));
  cleanup(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  // Not dist/ itself: web-ext would load a half-written extension.
  const reloadFile = join(folder, "reload");
  const touch = (): Promise<void> => writeFile(reloadFile, String(Date.now()));
  await touch();

  const webExt = join(root, "node_modules/web-ext/bin/web-ext.js");
  const general = ["--no-config-discovery", "--no-input", "--source-dir", extensionDir, "--watch-file", reloadFile];
  const profile = join(folder, "profile");
  const own = ["--keep-profile-changes", "--profile-create-if-missing", ...browserArgs(profile)];
  // Leader of a process group, so that only we forward Ctrl-C, and its child processes end with it.
  const child = spawn(process.execPath, [webExt, "run", ...general, ...own], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    detached: process.platform !== "win32",
  });
  const ended = once(child, "exit");
  const signalAll = (signal: NodeJS.Signals | 0): boolean => signalGroup(child.pid, signal);
  process.once("exit", () => signalAll("SIGKILL"));
  cleanup(async () => {
    signalAll("SIGINT");
    const isGone = (): boolean => !signalAll(0);
    await waitUntil(isGone, () => "", 5_000).catch(() => signalAll("SIGKILL"));
    await waitUntil(isGone, () => `web-ext (process ${child.pid}) does not end`);
  });
  return { reload: touch, ended };
}

/** Returns whether the process exists; signal 0 only checks. Windows has no process groups. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    return false;
  }
}
