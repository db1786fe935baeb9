/**
 * Limits the size of the extension: browsers load its background at every start, and its content script into every
 * page. `npm test` fails when a part exceeds its budget; `npm run bench -- size` lists all.
 */
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { extensionDir } from "./build-extension.ts";
import { zipExtension } from "./zip-extension.ts";

export interface PartSize {
  readonly name: string;
  readonly sizeBytes: number;
  readonly budgetBytes: number;
}

interface Part {
  readonly name: string;
  readonly budgetKiB: number;
  /** `opening`: the scripts and style sheets that the panel loads when it opens. */
  readonly has: (fileName: string, opening: ReadonlySet<string>) => boolean;
}

const panelPage = "panel/log/panel.html";

const isStyleSheet = (name: string): boolean => name.endsWith(".css");
const isScript = (name: string): boolean => name.endsWith(".js");
const isContentScript = (name: string): boolean => name.startsWith("src/content/") && isScript(name);
const isBackground = (name: string): boolean => name === "src/background.js";

/**
 * Sizes after gzip, as is usual. Each budget is the current size plus about 3 % (decision D93, decision D164).
 */
const parts: readonly Part[] = [
  { name: "background", budgetKiB: 17.9, has: isBackground },
  { name: "content script", budgetKiB: 1, has: isContentScript },
  {
    name: "panel, to open (scripts and style sheet)",
    budgetKiB: 48.3,
    has: (name, opening) => opening.has(name),
  },
  {
    name: "panel, loaded later: details, reference, menus, export, import",
    budgetKiB: 41.5,
    has: (name, opening) =>
      (isScript(name) || isStyleSheet(name)) && !isBackground(name) && !isContentScript(name) && !opening.has(name),
  },
];

/** 92 KB of it are the texts in six languages. */
const zipBudgetKiB = 224;

/** Measures dist/. */
export async function measureSizes(): Promise<readonly PartSize[]> {
  const { names, zip } = await zipExtension();
  const opening = await openedBy(panelPage);
  const measured = parts.map(async ({ name, budgetKiB, has }) => {
    const files = names.filter((file) => has(file, opening));
    if (files.length === 0) throw new Error(`The extension has no file for: ${name}.`);
    const sizes = await Promise.all(files.map(gzippedBytes));
    return { name, sizeBytes: sizes.reduce((sum, size) => sum + size, 0), budgetBytes: budgetKiB * 1024 };
  });
  return [{ name: "zip", sizeBytes: zip.length, budgetBytes: zipBudgetKiB * 1024 }, ...(await Promise.all(measured))];
}

/** Size of all texts in all languages. */
export async function measureTexts(): Promise<{ readonly languages: number; readonly sizeBytes: number }> {
  const { names } = await zipExtension();
  const sizes = await Promise.all(names.filter((name) => name.startsWith("_locales/")).map(gzippedBytes));
  return { languages: sizes.length, sizeBytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Throws when a part is over its budget. */
export async function checkSizes(): Promise<void> {
  const over = (await measureSizes()).filter(({ sizeBytes, budgetBytes }) => sizeBytes > budgetBytes);
  const lines = over.map(
    ({ name, sizeBytes, budgetBytes }) => `${name}: ${kibibytes(sizeBytes)}, ${kibibytes(budgetBytes)} allowed`,
  );
  if (lines.length > 0) throw new Error(`Over the size budget of scripts/size-budget.ts:\n${lines.join("\n")}`);
}

export function kibibytes(sizeBytes: number): string {
  return `${(sizeBytes / 1024).toFixed(1)} KB`;
}

/** The scripts and style sheets of a page, including static imports. */
async function openedBy(page: string): Promise<ReadonlySet<string>> {
  const html = await readFile(join(extensionDir, page), "utf8");
  const found = new Set<string>();
  for (const [, fileName = ""] of html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)) {
    if (isScript(fileName)) await withStaticImports(fileName, found);
    else found.add(fileName);
  }
  return found;
}

/** Adds the script and its static imports. */
async function withStaticImports(fileName: string, found: Set<string>): Promise<void> {
  found.add(fileName);
  const code = await readFile(join(extensionDir, fileName), "utf8");
  for (const [, specifier = ""] of code.matchAll(/\b(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g)) {
    const imported = posix.join(posix.dirname(fileName), specifier);
    if (!found.has(imported)) await withStaticImports(imported, found);
  }
}

async function gzippedBytes(fileName: string): Promise<number> {
  return gzipSync(await readFile(join(extensionDir, fileName)), { level: 9 }).length;
}
