/**
 * `npm run package`: the zip for both stores. The same sources give the same bytes, so that anyone can verify that a
 * published file was built from them.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { buildExtension, extensionDir, root } from "./build-extension.ts";
import { runCommand } from "./interruption.ts";
import { step } from "./progress.ts";
import { zipExtension } from "./zip-extension.ts";

await runCommand(async () => {
  await step("Building the extension", buildExtension);
  const { names, zip } = await zipExtension();
  const sourceMap = names.find((name) => name.endsWith(".map"));
  if (sourceMap !== undefined) throw new Error(`dist/${sourceMap} is a source map and must not be published.`);

  const file = join(root, "out", `hopscope-${await version()}.zip`);
  await mkdir(join(root, "out"), { recursive: true });
  await writeFile(file, zip);
  console.log(`${relative(root, file)}: ${names.length} files, ${(zip.length / 1024).toFixed(1)} KB`);
  console.log(`sha256 ${createHash("sha256").update(zip).digest("hex")}`);
  return 0;
});

/** Browsers and stores use the manifest's version; package.json must have the same. */
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
