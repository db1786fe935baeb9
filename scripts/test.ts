// `npm test`: sees that both browsers are there and runs every check, the quickest first. The first step that fails
// ends the run; the last line says how many tests passed and failed.

import { ensureBrowser } from "./browsers/find-browser.ts";
import { buildExtension } from "./build-extension.ts";
import { browserNames } from "./choose-browser.ts";
import { isInterrupted, runCommand, type Cleanup } from "./interruption.ts";
import { lintExtension } from "./lint-extension.ts";
import { seconds } from "./progress.ts";
import { checkSizes } from "./size-budget.ts";
import { runTests, type TestCounts } from "./run-tests.ts";
import { runNpmScript } from "./run-process.ts";

interface Step {
  readonly name: string;
  /** Throws when the step fails, with what is wrong as the message; tests are counted instead. */
  readonly run: (cleanup: Cleanup) => Promise<TestCounts | void>;
}

const steps: readonly Step[] = [
  { name: "browsers", run: findBrowsers },
  { name: "format", run: (cleanup) => runNpmScript("format", ["--check"], cleanup) },
  { name: "types", run: (cleanup) => runNpmScript("types", [], cleanup) },
  { name: "lint", run: (cleanup) => runNpmScript("lint", [], cleanup) },
  { name: "build", run: buildExtension },
  { name: "size budget", run: checkSizes },
  { name: "web-ext lint", run: lintExtension },
  { name: "unit tests", run: (cleanup) => runTests("unit", cleanup) },
  { name: "e2e tests in Chromium and Firefox", run: (cleanup) => runTests("e2e *", cleanup) },
];

await runCommand(async (cleanup) => {
  const total = { passed: 0, failed: 0 };
  for (const { name, run } of steps) {
    const startMs = performance.now();
    console.log(`── ${name}`);
    try {
      // One after the other: a build that fails needs no test.
      // oxlint-disable-next-line no-await-in-loop
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

/** Both, before anything else: a browser that cannot be had fails the run rather than leaving its tests out. */
async function findBrowsers(): Promise<void> {
  for (const name of browserNames) {
    // apt-get serves one at a time.
    // oxlint-disable-next-line no-await-in-loop
    console.log(`   ${name}: ${await ensureBrowser(name, { install: true, say: console.log })}`);
  }
}
