/** How much slower a browser is with Hopscope: the same loads in browsers with and without it, taking turns. */
import { startLab, type Lab } from "../../lab/server.ts";
import type { BrowserName } from "../../scripts/browsers/find-browser.ts";
import { browserNames } from "../../scripts/choose-browser.ts";
import type { Bench, BenchContext } from "../bench.ts";
import { markdownTable, ratio } from "../markdown-table.ts";
import { median } from "../median.ts";
import { makeBareListener } from "./bare-listener.ts";
import { setupsFor, startContestant, type Contestant, type Measurement, type Setup } from "./contestant.ts";
import { loads, type Load } from "./loads.ts";

const roundCount = 7;

export const overheadBench: Bench = {
  name: "overhead",
  title: "Overhead",
  async run(context) {
    const tables: string[] = [];
    for (const browserName of browserNames) tables.push(await measureBrowser(browserName, context));
    return `Wall and CPU time (all processes of the browser), as ratios to the setup in the second column: the median of
${roundCount} rounds, in each of which every browser ran every load once. DevTools watch the network themselves and cost more than
Hopscope does, so the open panel is compared with DevTools alone. Goals: 1.05 with the panel closed, 1.30 with it open. Beside
them stands what cannot be less: the bare listeners hear the same events as Hopscope and do nothing; Chromium sends all
requests on another way as soon as any are listened to. What "no extension, once more" differs from 1.00 is chance.

${tables.join("\n\n")}`;
  },
};

type Measured = ReadonlyMap<string, ReadonlyMap<Load, readonly Measurement[]>>;

async function measureBrowser(
  browserName: BrowserName,
  { extensionDirs, cleanup, say }: BenchContext,
): Promise<string> {
  const lab = await startLab({ port: 0 });
  cleanup(() => lab.close());
  const setups = setupsFor({
    documentsListener: await makeBareListener(browserName, "documents", cleanup),
    allTypesListener: await makeBareListener(browserName, "all-types", cleanup),
    others: extensionDirs,
  });
  const contestants = await startAll(browserName, setups, lab, say);
  cleanup(() => closeAll(contestants));
  const measured = new Map(
    contestants.map(({ setup }) => [setup.name, new Map(loads.map((load) => [load, [] as Measurement[]]))]),
  );
  // The first round warms up and is not counted.
  for (let round = 0; round <= roundCount; round += 1) {
    for (const load of loads) {
      for (const contestant of contestants) {
        const measurement = await contestant.run(load);
        if (round > 0) measured.get(contestant.setup.name)?.get(load)?.push(measurement);
      }
    }
    say(`${browserName}: round ${round} of ${roundCount}`);
  }
  await closeAll(contestants);
  await lab.close();
  return tableOf(browserName, contestants, measured);
}

async function startAll(
  browserName: BrowserName,
  setups: readonly Setup[],
  lab: Lab,
  say: (line: string) => void,
): Promise<Contestant[]> {
  const contestants: Contestant[] = [];
  for (const setup of setups) {
    try {
      contestants.push(await startContestant(browserName, setup, lab));
    } catch (error) {
      // Others' extensions are made for one browser only.
      if (setup.otherExtensionDir === undefined) throw error;
      say(`${browserName}: ${setup.name} does not start and is left out`);
    }
  }
  return contestants;
}

async function closeAll(contestants: readonly Contestant[]): Promise<void> {
  await Promise.all(contestants.map((contestant) => contestant.close()));
}

function tableOf(browserName: BrowserName, contestants: readonly Contestant[], measured: Measured): string {
  const label = browserName === "chromium" ? "Chromium" : "Firefox";
  const head = [label, "compared with", ...loads.flatMap(({ name }) => [`${name}: wall`, "CPU"])];
  const of = (name: string, load: Load, pick: (measurement: Measurement) => number) =>
    median((measured.get(name)?.get(load) ?? []).map(pick));
  const rows = contestants.map(({ setup: { name, baseline } }) => [
    name,
    baseline ?? "",
    ...loads.flatMap((load) =>
      ([({ wallMs }) => wallMs, ({ cpuMs }) => cpuMs] satisfies ((one: Measurement) => number)[]).map((pick) =>
        baseline === undefined
          ? `${Math.round(of(name, load, pick))} ms`
          : ratio(of(name, load, pick), of(baseline, load, pick)),
      ),
    ),
  ]);
  const share = Math.max(
    ...contestants.flatMap(({ setup }) => loads.map((load) => of(setup.name, load, (one) => one.labShare))),
  );
  return `${markdownTable(head, rows)}\n\n${label}: the lab and the drivers together took at most ${Math.round(share * 100)} % of one core.`;
}
