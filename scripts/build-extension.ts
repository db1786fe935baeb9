/** Builds dist/ as `npm run build` does, but says nothing unless something is wrong. */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

export const root = join(import.meta.dirname, "..");
export const extensionDir = join(root, "dist");

/** In a process of its own: only so can the builds inside the build be silenced. */
export async function buildExtension(): Promise<void> {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const building = spawn(process.execPath, [vite, "build"], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve) => building.once("close", resolve));
  const [output, errors, code] = await Promise.all([text(building.stdout), text(building.stderr), ended]);
  if (code !== 0) throw new Error(`The extension could not be built.\n${problemIn(errors || output)}`);
  if (errors.trim() !== "") console.warn(errors);
}

/** Vite tells of a failure once for each build around it, with colours, and with its own stack. */
function problemIn(errors: string): string {
  const [told = ""] = stripVTControlCharacters(errors).split("\n    at ");
  return told.slice(Math.max(0, told.lastIndexOf("Build failed"))).trim();
}
