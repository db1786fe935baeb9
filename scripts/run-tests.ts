/** Runs the tests of vitest projects and counts them from vitest's report. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonTestResults } from "vitest/node";
import { root } from "./build-extension.ts";
import type { Cleanup } from "./interruption.ts";
import { runProcess } from "./run-process.ts";

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

export interface TestRun {
  /** Names in vitest.config.ts. */
  readonly projects: readonly string[];
  readonly files: readonly string[];
}

/** Throws only when there is no report: failed tests are counted, and vitest prints them. */
export async function runTests({ projects, files }: TestRun, cleanup: Cleanup): Promise<TestCounts> {
  const folder = await mkdtemp(join(tmpdir(), "hopscope-tests-"));
  cleanup(() => rm(folder, { recursive: true, force: true }));
  const reportFile = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const chosen = projects.flatMap((project) => ["--project", project]);
  const exitCode = await runProcess(process.execPath, [vitest, "run", ...chosen, ...reporters, ...files], cleanup);
  const report = await readReport(reportFile);
  if (report === undefined) throw new Error("vitest ended without a report of its tests.");
  return count(report, exitCode !== 0);
}

function count(report: JsonTestResults, hasFailed: boolean): TestCounts {
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
  const skipped = numPendingTests + numTodoTests;
  if (skipped > 0) console.error(`${skipped} tests were skipped, which counts as failed.`);
  // A file that fails to load reports no failed tests.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  ).length;
  const failed = numFailedTests + skipped + broken;
  return { passed, failed: hasFailed ? Math.max(failed, 1) : failed };
}

async function readReport(file: string): Promise<JsonTestResults | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}
