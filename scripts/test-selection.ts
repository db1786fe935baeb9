/** Parses the words after `npm test --`: a browser, an e2e file, or a unit test file. */
import { browserNames, type BrowserName } from "../lab/browser-name.ts";
import { basename } from "node:path";

export interface TestFiles {
  readonly e2e: readonly string[];
  readonly unit: readonly string[];
}

export interface TestSelection extends TestFiles {
  readonly browsers: readonly BrowserName[];
}

/** Throws an error whose message is one sentence. Without words it selects everything. */
export function selectTests(words: readonly string[], files: TestFiles): TestSelection {
  const browsers = browserNames.filter((name) => words.includes(name));
  const names = words.filter((word) => !browserNames.some((name) => name === word));
  const found = names.map((name) => filesNamed(name, files));
  const isOnlyBrowsers = browsers.length > 0 && names.length === 0;
  return {
    browsers: browsers.length > 0 ? browsers : browserNames,
    e2e: names.length > 0 ? unique(found.flatMap(({ e2e }) => e2e)) : files.e2e,
    unit: names.length > 0 ? unique(found.flatMap(({ unit }) => unit)) : isOnlyBrowsers ? [] : files.unit,
  };
}

/** The e2e files with that name, otherwise those whose name contains it, otherwise the same for unit tests. */
function filesNamed(name: string, { e2e, unit }: TestFiles): TestFiles {
  const inE2e = matching(e2e, name);
  if (inE2e.length > 0) return { e2e: inE2e, unit: [] };
  const inUnit = matching(unit, name);
  if (inUnit.length > 0) return { e2e: [], unit: inUnit };
  const known = [browserNames, e2e.map(nameOf), unique(unit.map(nameOf)).toSorted()];
  const [browsers, e2eNames, unitNames] = known.map((names) => names.join(", "));
  throw new Error(
    `"${name}" is neither a browser (${browsers}) nor an e2e file (${e2eNames}) nor a unit test (${unitNames}).`,
  );
}

function matching(files: readonly string[], name: string): readonly string[] {
  if (name === "") return [];
  const exact = files.filter((file) => nameOf(file) === name);
  return exact.length > 0 ? exact : files.filter((file) => nameOf(file).includes(name));
}

function nameOf(file: string): string {
  return basename(file).replace(/\.test\.ts$/, "");
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
