/**
 * `npm test`: makes sure that both browsers are installed and runs every check, the fastest first. With words it runs
 * only the tests that they name (test-selection.ts). The first failing step ends the run; the last line says how many
 * tests passed and failed.
 */
import { browserLabels, type BrowserName } from "../lab/browser-name.ts";
import { ensureBrowser } from "./browsers/find-browser.ts";
import { buildExtension } from "./build-extension.ts";
import { isInterrupted, runCommand, type Cleanup } from "./interruption.ts";
import { lintExtension } from "./lint-extension.ts";
import { seconds } from "./progress.ts";
import { checkSizes } from "./size-budget.ts";
import { runTests, type TestCounts } from "./run-tests.ts";
import { runNpmScript } from "./run-process.ts";
import { findTestFiles } from "./test-files.ts";
import { selectTests, type TestSelection } from "./test-selection.ts";

interface Step {
  readonly name: string;
  /** Throws when the step fails, with what is wrong as the message; tests are counted instead. */
  readonly run: (cleanup: Cleanup) => Promise<TestCounts | void>;
}

const checks: readonly Step[] = [
  { name: "format", run: (cleanup) => runNpmScript("format", ["--check"], cleanup) },
  { name: "types", run: (cleanup) => runNpmScript("types", [], cleanup) },
  { name: "lint", run: (cleanup) => runNpmScript("lint", [], cleanup) },
];

const checksOfBuild: readonly Step[] = [
  { name: "size budget", run: checkSizes },
  { name: "web-ext lint", run: lintExtension },
];

await runCommand(async (cleanup) => {
  const words = process.argv.slice(2);
  const selection = selectTests(words, findTestFiles());
  const total = { passed: 0, failed: 0 };
  for (const { name, run } of stepsFor(selection, words.length === 0)) {
    const startMs = performance.now();
    console.log(`── ${name}`);
    try {
      // In order: a failed build needs no tests.
      const counts = await run(cleanup);
      total.passed += counts?.passed ?? 0;
      total.failed += counts?.failed ?? 0;
    } catch (error) {
      if (isInterrupted()) return 1;
      console.error(error instanceof Error ? error.message : String(error));
      console.error(`── ${name}: FAILED after ${seconds(startMs)}`);
      return 1;
    }
    console.log(`── ${name}: ${total.failed === 0 ? "ok" : "FAILED"}, ${seconds(startMs)}\n`);
    if (total.failed > 0) break;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

function stepsFor({ browsers, e2e, unit }: TestSelection, isEverything: boolean): Step[] {
  const inBrowsers = browsers.map((name) => browserLabels[name]).join(" and ");
  const unitTests = { projects: ["unit"], files: unit };
  const e2eTests = { projects: browsers.map((name) => `e2e ${name}`), files: e2e };
  return [
    { name: "browsers", run: () => findBrowsers(browsers) },
    ...(isEverything ? checks : []),
    { name: "build", run: buildExtension },
    ...(isEverything ? checksOfBuild : []),
    ...(unit.length > 0 ? [{ name: "unit tests", run: (cleanup: Cleanup) => runTests(unitTests, cleanup) }] : []),
    ...(e2e.length > 0
      ? [{ name: `e2e tests in ${inBrowsers}`, run: (cleanup: Cleanup) => runTests(e2eTests, cleanup) }]
      : []),
  ];
}

/** Before anything else: a missing browser fails the run instead of leaving its tests out. */
async function findBrowsers(names: readonly BrowserName[]): Promise<void> {
  for (const name of names) console.log(`   ${name}: ${ensureBrowser(name, console.log)}`);
}
