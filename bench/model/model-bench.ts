/** How many events per second `applyEvent` processes, and whether an event costs the same in small and huge logs. */
import { browserLabels, browserNames, type BrowserName } from "../../lab/browser-name.ts";
import type { Page } from "puppeteer-core";
import { build } from "vite";
import type { LogEvent } from "../../src/model/log/log-event.ts";
import type { Bench, BenchContext } from "../bench.ts";
import { startExtension } from "../extension-under-test.ts";
import { atLeast, figure, markdownTable } from "../markdown-table.ts";
import { median } from "../median.ts";
import type { Cost } from "./model-measures.ts";
import { recordedEvents } from "./recorded-events.ts";

const roundCount = 5;
const goalPerSecond = 1_000_000;

export const modelBench: Bench = {
  name: "model",
  title: "Model",
  async run(context) {
    const script = await measuringScript();
    const recorded = recordedEvents();
    const columns: string[][] = [];
    for (const name of browserNames) columns.push(...(await measureEngine(name, script, recorded, context)));
    const head = [
      "events",
      ...browserNames.flatMap((name) => [`${browserLabels[name]}: one event`, "a second", "× empty"]),
    ];
    const rows = measures.map(({ name }, at) => [name, ...columns.map((column) => column[at] ?? "")]);
    return `\`applyEvent\` in a page of each browser, because engines differ. "× empty" is relative to a function that only reads the events'
fields. In the full logs, each new chain drops the oldest; their limits are raised. The other logs have the extension's limit of
6 MiB. Median of ${roundCount} rounds. Goals: ${figure(goalPerSecond)} events per second, shown if missed, and the same cost in a larger log. Reporting
an event to an extension takes a browser a hundred microseconds of CPU or more (see Overhead), dozens to hundreds of times the
cost of the model. Much of that cost is copying: an event replaces a chain instead of changing it, and Firefox takes three to
four times as long as Chromium to copy an object.

${markdownTable(head, rows)}`;
  },
};

interface Measure {
  readonly name: string;
  readonly run: (page: Page, recorded: readonly LogEvent[]) => Promise<Cost>;
}

const measures: readonly Measure[] = [
  {
    name: "200,000 of all recorded traces",
    run: (page, recorded) => page.evaluate((events) => modelMeasures.recorded(events), recorded),
  },
  { name: "1,000,000 of redirected fetches", run: (page) => page.evaluate(() => modelMeasures.madeUp()) },
  ...[100, 1_000, 10_000, 100_000].map((size): Measure => ({
    name: `redirected fetches in a full log of ${figure(size)}`,
    run: (page) => page.evaluate((count) => modelMeasures.inFullLog(count, "redirected"), size),
  })),
  ...[100, 100_000].map((size): Measure => ({
    name: `plain fetches in a full log of ${figure(size)}`,
    run: (page) => page.evaluate((count) => modelMeasures.inFullLog(count, "plain"), size),
  })),
];

/** Returns three columns. */
async function measureEngine(
  browserName: BrowserName,
  script: string,
  recorded: readonly LogEvent[],
  { cleanup, say }: BenchContext,
): Promise<string[][]> {
  const { page, close } = await startExtension(browserName, cleanup);
  // Browsers throttle background tabs.
  await page.bringToFront();
  await page.evaluate(script);
  const costs = measures.map((): Cost[] => []);
  for (let round = 1; round <= roundCount; round += 1) {
    for (const [at, { run }] of measures.entries()) costs[at]?.push(await run(page, recorded));
    say(`${browserName}: round ${round} of ${roundCount}`);
  }
  await close();
  const medians = costs.map((rounds) => ({
    applyNs: median(rounds.map(({ applyNs }) => applyNs)),
    emptyNs: median(rounds.map(({ emptyNs }) => emptyNs)),
  }));
  return [
    medians.map(({ applyNs }) => `${figure(applyNs)} ns`),
    medians.map(({ applyNs }) => atLeast(figure(1e9 / applyNs), goalPerSecond)),
    medians.map(({ applyNs, emptyNs }) => figure(applyNs / emptyNs)),
  ];
}

/** Bundles the measures and the model into one script, as the extension is built. */
async function measuringScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: ["chrome121", "firefox140"],
      lib: { entry: new URL("model-measures.ts", import.meta.url).pathname, formats: ["iife"], name: "measures" },
    },
  });
  const [chunk] = [built].flat().flatMap((output) => ("output" in output ? output.output : []));
  if (chunk?.type !== "chunk") throw new Error("The benchmark script could not be built.");
  return chunk.code;
}
