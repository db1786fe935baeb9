/** How much slower a browser is with Hopscope: the same workloads with and without it, in turns. */
import { browserLabels, browserNames, type BrowserName } from "../../lab/browser-name.ts";
import { startLab, type Lab } from "../../lab/server.ts";
import { errorText } from "../../scripts/browsers/error-text.ts";
import type { Bench, BenchContext } from "../bench.ts";
import { atMost, markdownTable } from "../markdown-table.ts";
import { median } from "../median.ts";
import { makeBareListener, makeSilent } from "./idle-extensions.ts";
import {
  setupsFor,
  settleMs,
  startSetup,
  type RunningSetup,
  type Measurement,
  type BenchmarkSetup,
} from "./benchmark-setup.ts";
import { loads, type Load } from "./loads.ts";

const roundCount = 6;

export const overheadBench: Bench = {
  name: "overhead",
  title: "Overhead",
  async run(context) {
    const tables: string[] = [];
    for (const browserName of browserNames) tables.push(await measureBrowser(browserName, context));
    return `Wall and CPU time (all processes of the browser, until ${settleMs} ms after the load) as ratios to another setup: the median of
the ratios of ${roundCount} rounds, in which the setups alternate. If a ratio misses its goal, the goal follows it. DevTools
record the network themselves and cost more than Hopscope, so the baseline for the open panel is DevTools with an empty panel.

Other rows show the unavoidable cost. "The permission alone" is an extension that may listen to requests but does not: with it,
Chromium routes all requests differently. "A bare listener" listens to the same events as Hopscope, for documents only or for
all requests, has an empty content script, and does nothing. The ratio to these is the cost of Hopscope itself. If they alone
exceed a goal, no extension with the same listeners can meet it. The distance of "no extension, once more" from 1.00 is noise.

${tables.join("\n\n")}`;
  },
};

type Measured = ReadonlyMap<BenchmarkSetup, ReadonlyMap<Load, readonly Measurement[]>>;

async function measureBrowser(
  browserName: BrowserName,
  { extensionDirs, cleanup, say }: BenchContext,
): Promise<string> {
  const lab = await startLab({ port: 0 });
  cleanup(() => lab.close());
  const setups = setupsFor({
    silent: await makeSilent(),
    documentListener: await makeBareListener(browserName, "documents"),
    requestListener: await makeBareListener(browserName, "all"),
    others: extensionDirs,
  });
  const running = await startAll(browserName, setups, lab, say);
  cleanup(() => closeAll(running));
  const measured = new Map(
    running.map(({ setup }) => [setup, new Map(loads.map((load) => [load, [] as Measurement[]]))]),
  );
  // The first round warms up and is not counted.
  for (let round = 0; round <= roundCount; round += 1) {
    // Alternate the order, so that no setup always runs after the same one.
    const ordered = round % 2 === 0 ? running : running.toReversed();
    for (const load of loads) {
      for (const one of ordered) {
        const measurement = await one.run(load);
        if (round > 0) measured.get(one.setup)?.get(load)?.push(measurement);
      }
    }
    say(`${browserName}: round ${round} of ${roundCount}`);
  }
  await closeAll(running);
  await lab.close();
  return tableOf(browserName, running, measured);
}

async function startAll(
  browserName: BrowserName,
  setups: readonly BenchmarkSetup[],
  lab: Lab,
  say: (line: string) => void,
): Promise<RunningSetup[]> {
  const running: RunningSetup[] = [];
  for (const setup of setups) {
    try {
      running.push(await startSetup(browserName, setup, lab));
    } catch (error) {
      // Other extensions may support one browser only.
      if (setup.otherExtensionDir === undefined) throw error;
      say(`${browserName}: ${setup.name} is left out. ${errorText(error)}`);
    }
  }
  return running;
}

async function closeAll(running: readonly RunningSetup[]): Promise<void> {
  await Promise.all(running.map(({ close }) => close()));
}

const quantities: readonly ((measurement: Measurement) => number)[] = [({ wallMs }) => wallMs, ({ cpuMs }) => cpuMs];

function tableOf(browserName: BrowserName, running: readonly RunningSetup[], measured: Measured): string {
  const label = browserLabels[browserName];
  const head = [label, "compared with", ...loads.flatMap(({ name }) => [`${name}: wall`, "CPU"])];
  const roundsOf = (setup: BenchmarkSetup, load: Load) => measured.get(setup)?.get(load) ?? [];
  const cells = (cellOf: (load: Load, quantity: (typeof quantities)[number]) => string) =>
    loads.flatMap((load) => quantities.map((quantity) => cellOf(load, quantity)));
  const rows = running.flatMap(({ setup }) =>
    setup.comparedWith.length === 0
      ? [
          [
            setup.name,
            "",
            ...cells((load, quantity) => `${Math.round(median(roundsOf(setup, load).map(quantity)))} ms`),
          ],
        ]
      : setup.comparedWith.map(({ baseline, goal }) => [
          setup.name,
          baseline.name,
          ...cells((load, quantity) => {
            const others = roundsOf(baseline, load).map(quantity);
            // From the same round: whatever slows the machine for a while slows both.
            const ratios = roundsOf(setup, load).map((one, round) => quantity(one) / (others[round] ?? NaN));
            return atMost(median(ratios).toFixed(2), goal);
          }),
        ]),
  );
  const shares = running.flatMap(({ setup }) =>
    loads.map((load) => median(roundsOf(setup, load).map(({ labShare }) => labShare))),
  );
  const share = Math.round(Math.max(...shares) * 100);
  return `${markdownTable(head, rows)}\n\n${label}: the lab and the drivers together took at most ${share} % of one core.`;
}
