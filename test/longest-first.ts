/**
 * Orders test files by project, so that a worker can keep its browser, and then the longest files first, so that all
 * workers end at about the same time. The order is the same in every run, even the first one of a clone.
 */
import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Those with their own browser come first, so that the shared one is not idle meanwhile. Unlisted files are short. */
const longest = [
  "scenarios",
  "text-fit",
  "other-extensions",
  "background-stop",
  "rare-states",
  "full-log",
  "network-har",
  "states",
  "private",
  "odd-requests",
  "tabs",
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted(
      (a, b) =>
        a.project.name.localeCompare(b.project.name) || rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId),
    );
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = longest.indexOf(basename(moduleId, ".test.ts"));
  return at === -1 ? longest.length : at;
}
