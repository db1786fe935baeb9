/** Lists the test files. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./build-extension.ts";
import type { TestFiles } from "./test-selection.ts";

export function findTestFiles(): TestFiles {
  const files = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `test/${file.replaceAll("\\", "/")}`)
    .toSorted();
  const isE2e = (file: string): boolean => file.startsWith("test/e2e/");
  return { e2e: files.filter(isE2e), unit: files.filter((file) => !isE2e(file)) };
}
