/** Runs a program as a step of a longer command, and shows its output. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { root } from "./build-extension.ts";
import type { Cleanup } from "./interruption.ts";

/** Runs a script of package.json; throws when it fails. */
export async function runNpmScript(name: string, args: readonly string[], cleanup: Cleanup): Promise<void> {
  const isWindows = process.platform === "win32";
  // On Windows npm is a .cmd file, which only a shell can run.
  const npm = isWindows ? "npm.cmd" : "npm";
  const exitCode = await runProcess(npm, ["run", "--silent", name, "--", ...args], cleanup, isWindows);
  if (exitCode !== 0) throw new Error(`"npm run ${name}" failed.`);
}

/** Returns the exit code; null when a signal ended the program. */
export async function runProcess(
  program: string,
  args: readonly string[],
  cleanup: Cleanup,
  shell = false,
): Promise<number | null> {
  const child = spawn(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], shell });
  const exited = once(child, "exit");
  const hasExited = (): boolean => child.exitCode !== null || child.signalCode !== null;
  cleanup(async () => {
    if (!hasExited() && child.kill("SIGTERM")) await exited;
  });
  await exited;
  return child.exitCode;
}
