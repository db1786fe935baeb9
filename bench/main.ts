/**
 * `npm run bench`: measures what Hopscope costs and writes docs/performance.md. `npm run bench -- model size` runs some
 * benches. `npm run bench -- path/to/extension` compares unpacked extensions with it in `overhead`, and writes nothing.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildExtension } from "../scripts/build-extension.ts";
import { runCommand } from "../scripts/interruption.ts";
import { seconds, step } from "../scripts/progress.ts";
import { backgroundBench } from "./background/background-bench.ts";
import type { Bench } from "./bench.ts";
import { exportsBench } from "./exports/exports-bench.ts";
import { describeMachine } from "./machine.ts";
import { modelBench } from "./model/model-bench.ts";
import { overheadBench } from "./overhead/overhead-bench.ts";
import { panelBench } from "./panel/panel-bench.ts";
import { writeSection } from "./performance-document.ts";
import { sizeBench } from "./size/size-bench.ts";

const benches: readonly Bench[] = [overheadBench, modelBench, panelBench, exportsBench, backgroundBench, sizeBench];

await runCommand(async (cleanup) => {
  const asked = process.argv.slice(2);
  const extensionDirs = asked.filter((word) => existsSync(join(word, "manifest.json"))).map((dir) => resolve(dir));
  const names = asked.filter((word) => !existsSync(join(word, "manifest.json")));
  const unknown = names.find((name) => benches.every((bench) => bench.name !== name));
  if (unknown !== undefined) {
    const known = benches.map(({ name }) => name).join(", ");
    throw new Error(`"${unknown}" is neither a bench (${known}) nor a folder with a manifest.json.`);
  }
  if (extensionDirs.length > 0 && names.some((name) => name !== overheadBench.name)) {
    throw new Error(`Extensions are compared in "${overheadBench.name}" alone.`);
  }
  await step("Building the extension", buildExtension);
  const machine = describeMachine();
  const chosen = extensionDirs.length > 0 ? [overheadBench] : benches;
  for (const bench of chosen.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const startMs = performance.now();
    console.log(`── ${bench.name}`);
    const section = await bench.run({ extensionDirs, cleanup, say: (line) => console.log(`   ${line}`) });
    if (extensionDirs.length === 0) {
      const titles = benches.map(({ title }) => title);
      writeSection(bench.title, `_${machine}._\n\n${section}`, titles);
    }
    console.log(`\n${section}\n\n── ${bench.name}: ${seconds(startMs)}\n`);
  }
  return 0;
});
