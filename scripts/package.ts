// `npm run package`: the zip that both stores get. The same sources give the same bytes, so that anyone can check that
// a published file was made from them.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { zipSync, type ZippableFile } from "fflate";
import { buildExtension, extensionDir, root } from "./build-extension.ts";
import { runCommand } from "./interruption.ts";
import { step } from "./progress.ts";

/** What a zip would take from the machine it is made on: time (the format's first day), system and permissions. */
const fixedAttributes = { mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 } as const;

await runCommand(async () => {
  await step("Building the extension", buildExtension);
  const names = (await filesIn(extensionDir)).toSorted();
  const sourceMap = names.find((name) => name.endsWith(".map"));
  if (sourceMap !== undefined) throw new Error(`dist/${sourceMap} is a source map and must not be published.`);
  const entries = await Promise.all(names.map(entry));
  const zip = zipSync(Object.fromEntries(entries), { level: 9 });

  const file = join(root, "out", `hopscope-${await version()}.zip`);
  await mkdir(join(root, "out"), { recursive: true });
  await writeFile(file, zip);
  console.log(`${relative(root, file)}: ${names.length} files, ${(zip.length / 1024).toFixed(1)} KB`);
  console.log(`sha256 ${createHash("sha256").update(zip).digest("hex")}`);
  return 0;
});

async function entry(name: string): Promise<[string, ZippableFile]> {
  return [name, [await readFile(join(extensionDir, name)), fixedAttributes]];
}

/** With "/" on every system; sorted by code unit, which no locale changes. */
async function filesIn(folder: string): Promise<string[]> {
  const paths = await readdir(folder, { recursive: true });
  const files = await Promise.all(
    paths.map(async (path) => ((await stat(join(folder, path))).isFile() ? [path.replaceAll(sep, "/")] : [])),
  );
  return files.flat();
}

/** The browsers and the stores go by the manifest; package.json has to say the same. */
async function version(): Promise<string> {
  const [inManifest, inPackage] = await Promise.all(
    [join(extensionDir, "manifest.json"), join(root, "package.json")].map(async (path) => {
      const parsed: unknown = JSON.parse(await readFile(path, "utf8"));
      return String(typeof parsed === "object" && parsed !== null ? Reflect.get(parsed, "version") : undefined);
    }),
  );
  if (inManifest !== inPackage) {
    throw new Error(`manifest.json says version ${inManifest}, package.json says ${inPackage}: make them the same.`);
  }
  return String(inManifest);
}
