/** Tests what the parts of the repository promise about each other: versions, documents, sizes, imports, headers. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { findTestFiles } from "../scripts/test-files.ts";
import { selectTests } from "../scripts/test-selection.ts";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const packageJson = JSON.parse(read("package.json")) as { version: string; scripts: Record<string, string> };
const manifest = JSON.parse(read("manifest.json")) as {
  version: string;
  permissions: string[];
  optional_permissions?: string[];
  host_permissions: string[];
  content_security_policy: { extension_pages: string };
};

test("versions agree", () => {
  expect(manifest.version).toBe(packageJson.version);
  const lock = JSON.parse(read("package-lock.json")) as {
    version: string;
    packages: Record<string, { version: string }>;
  };
  expect([lock.version, lock.packages[""]?.version]).toEqual([packageJson.version, packageJson.version]);
});

test("the content security policy allows only what the extension's pages need", () => {
  const directives = manifest.content_security_policy.extension_pages.split(";").map((directive) => directive.trim());
  expect(directives).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
});

const documents = ["README.md", "CONTRIBUTING.md", ...filesBelow("docs")].filter(
  (file) => file.endsWith(".md") && existsSync(join(root, file)),
);

test.each(documents)("%s names scripts that exist", (file) => {
  const named = [...read(file).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name ?? "");
  expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([]);
});

test.each(documents)("%s names test files that exist", (file) => {
  const named = [...read(file).matchAll(/`npm test -- ([\w -]+)`/g)].map(([, words = ""]) => words.split(" "));
  for (const words of named) expect(() => selectTests(words, findTestFiles())).not.toThrow();
});

test.each(documents)("%s names paths that exist", (file) => {
  const missing = pathsIn(file).filter((path) => !existsSync(path));
  expect(missing.map((path) => relative(root, path))).toEqual([]);
});

test.each(documents.filter((file) => file === "README.md"))("%s names every permission", (file) => {
  const text = read(file);
  const permissions = [...manifest.permissions, ...manifest.host_permissions, ...(manifest.optional_permissions ?? [])];
  expect(permissions.filter((permission) => !text.includes(`\`${permission}\``))).toEqual([]);
});

describe("files", () => {
  const files = ["src", "panel", "lab", "scripts", "test", "bench"]
    .flatMap(filesBelow)
    .filter((file) => /\.(tsx?|js|css|html)$/.test(file))
    .map((file) => [file, read(file).trimEnd().split("\n").length] as const);

  test("no file is over 250 lines", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter(([, lines]) => lines > 250)).toEqual([]);
  });

  test("every file has the same kind of header", () => {
    expect(files.filter(([file]) => /\.(tsx?|js)$/.test(file) && read(file).startsWith("//"))).toEqual([]);
  });

  test("the median file has at most 80 lines", () => {
    const lines = files.map(([, count]) => count).toSorted((a, b) => a - b);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(80);
  });
});

test("decisions are numbered in ascending order, and every decision that the code names exists", () => {
  const numbers = [...read("docs/decisions.md").matchAll(/^### D(\d+)\. /gm)].map(([, number]) => Number(number));
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  const code = ["src", "panel", "lab", "scripts", "test", "bench"].flatMap(filesBelow).concat("vite.config.ts");
  const named = code
    .filter((file) => /\.(tsx?|js|css)$/.test(file))
    .flatMap((file) => [...read(file).matchAll(/\bdecision D(\d+)/gi)].map(([, number]) => ({ file, number })));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ number }) => !numbers.includes(Number(number)))).toEqual([]);
});

test("no file of the model names a browser", () => {
  const files = filesBelow("src/model").filter((file) => file.endsWith(".ts"));
  expect(files.length).toBeGreaterThan(50);
  const lines = files.flatMap((file) =>
    read(file)
      .split("\n")
      .map((line, at) => `${file}:${at + 1}: ${line.trim()}`),
  );
  const withoutUrls = lines.map((line) => line.replaceAll(/https?:\/\/\S+/g, ""));
  expect(withoutUrls.filter((line) => /\b(?:chromium|firefox|chrome)\b/i.test(line))).toEqual([]);
});

describe("imports", () => {
  const imports = ["src", "panel", "lab"]
    .flatMap(filesBelow)
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => importsOf(file).map((imported) => ({ file, imported })));

  type Rule = readonly [rule: string, from: RegExp, allowed: RegExp];

  test.each([
    ["the model imports only itself", /^src\/model\//, /^src\/model\//],
    ["the protocol imports only itself and the model", /^src\/protocol\//, /^src\/(model|protocol)\//],
    ["src imports nothing of the panel", /^src\//, /^(src\/|webextension-polyfill$)/],
    [
      "the panel imports only the model, the protocol and the browser API of src",
      /^panel\//,
      /^(panel\/|src\/(model|protocol)\/|src\/browser-api\.ts$|_locales\/|[^.s]|s(?!rc\/))/,
    ],
    ["the lab imports only itself and packages", /^lab\//, /^(?!(src|panel|scripts|bench|test)\/)/],
    [
      "only webext, background.ts and the panel use the browser API",
      /^src\/(?!webext\/|background\.ts$|browser-api\.ts$)/,
      /^(?!webextension-polyfill$|src\/browser-api\.ts$)/,
    ],
  ] satisfies Rule[])("%s", (_, from, allowed) => {
    const concerned = imports.filter(({ file }) => from.test(file));
    expect(concerned.length).toBeGreaterThan(0);
    expect(concerned.filter(({ imported }) => !allowed.test(imported))).toEqual([]);
  });
});

/** Paths from the root for relative imports, the names of packages otherwise. */
function importsOf(file: string): string[] {
  const named = read(file).matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)"([^"]+)"/g);
  return [...named].map(([, name = ""]) => (name.startsWith(".") ? join(dirname(file), name) : name));
}

/** Targets of links, and text in backticks that looks like a path of this repository. */
function pathsIn(file: string): string[] {
  const text = read(file).replaceAll(/^```[\s\S]*?^```/gm, "");
  const links = [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(root, dirname(file), target));
  const topLevel = new Set(readdirSync(root));
  const quoted = [...text.matchAll(/`([\w.@/-]+)`/g)]
    .map(([, path = ""]) => path)
    // Build output does not exist in a fresh clone.
    .filter((path) => !path.startsWith("dist/"))
    .filter(
      (path) =>
        topLevel.has(path.split("/")[0] ?? "") || (/\//.test(path) && /\.(ts|tsx|json|md|css|html)$/.test(path)),
    )
    .map((path) => join(root, path));
  return [...links, ...quoted];
}

function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
