/** Builds dist/ as `npm run build` does, without output unless something fails. */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

export const root = join(import.meta.dirname, "..");
export const extensionDir = join(root, "dist");

/** In a separate process, because nested builds cannot be silenced otherwise. */
export async function buildExtension(): Promise<void> {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const building = spawn(process.execPath, [vite, "build"], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve) => building.once("close", resolve));
  const [output, errors, code] = await Promise.all([text(building.stdout), text(building.stderr), ended]);
  if (code !== 0) throw new Error(`The extension could not be built.\n${problemIn(errors || output)}`);
  if (errors.trim() !== "") console.warn(errors);
}

/** Vite reports a failure once per nested build, with colours and its own stack. */
function problemIn(errors: string): string {
  const [report = ""] = stripVTControlCharacters(errors).split("\n    at ");
  return report.slice(Math.max(0, report.lastIndexOf("Build failed"))).trim();
}
