/** Packs the extension as a zip. The same files give the same bytes on every machine. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { zipSync, type ZippableFile } from "fflate";
import { extensionDir } from "./build-extension.ts";

/** Replaces what depends on the machine: time (the format's minimum), system and permissions. */
const fixedAttributes = { mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 } as const;

/** Measures dist/. */
export async function zipExtension(): Promise<{ readonly names: readonly string[]; readonly zip: Uint8Array }> {
  const names = (await filesIn(extensionDir)).toSorted();
  const entries = await Promise.all(names.map(entry));
  return { names, zip: zipSync(Object.fromEntries(entries), { level: 9, mem: 12 }) };
}

async function entry(name: string): Promise<[string, ZippableFile]> {
  return [name, [await readFile(join(extensionDir, name)), fixedAttributes]];
}

/** With "/" on every system, sorted by code unit, independent of the locale. */
async function filesIn(folder: string): Promise<string[]> {
  const paths = await readdir(folder, { recursive: true });
  const files = await Promise.all(
    paths.map(async (path) => ((await stat(join(folder, path))).isFile() ? [path.replaceAll(sep, "/")] : [])),
  );
  return files.flat();
}
