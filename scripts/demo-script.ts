/**
 * The walk that shows in a minute what the panel is for: two forms, a chain, HSTS, a loop. Each stop knows which rows
 * must appear, so that the walk ends only when the panel has shown all of them.
 */
import type { BrowserName } from "../lab/browser-name.ts";
import { allScenarios } from "../lab/scenarios/all-scenarios.ts";
import { storyScenarios } from "../lab/scenarios/stories.ts";
import type { ExpectedHop, Scenario, Stage } from "../lab/scenarios/scenario.ts";
import type { PanelHandle } from "./browsers/browser-session.ts";
import { waitUntil } from "./browsers/wait-until.ts";
import { column, readChains, type ShownChain } from "./hop-table.ts";
import { step } from "./progress.ts";

/** The loop comes last: it leaves the tab on the browser's error page. */
const stops: readonly Scenario[] = [...storyScenarios, scenarioNamed("loop")];

export interface TourOptions {
  readonly stage: Stage;
  /** With "preserve log" on. */
  readonly panel: PanelHandle;
  readonly browserName: BrowserName;
}

export async function walkTour({ stage, panel, browserName }: TourOptions): Promise<readonly ShownChain[]> {
  const expected: (readonly ExpectedHop[])[] = [];
  let shown: readonly ShownChain[] = [];
  for (const stop of stops) {
    // One page, one stop after the other.
    await step(`  ${stop.title}`, async () => {
      await stop.run(stage);
      expected.push(...stop.expected(stage.lab, browserName));
      await waitUntil(
        async () => {
          shown = await readChains(panel);
          return rowsShown(shown) === rowsExpected(expected);
        },
        () => `The panel should show\n${rowsExpected(expected)}\nbut shows\n${rowsShown(shown)}`,
        30_000,
      );
    });
  }
  return shown;
}

function rowsShown(chains: readonly ShownChain[]): string {
  const told = [column.status, column.method, column.body, column.seo, column.url];
  return chains.map(({ hops }) => hops.map((cells) => told.map((at) => cells[at]).join(" | ")).join("\n")).join("\n\n");
}

function rowsExpected(chains: readonly (readonly ExpectedHop[])[]): string {
  return chains.map((hops) => hops.map(expectedRow).join("\n")).join("\n\n");
}

function expectedRow({ status, method, body, seo, url }: ExpectedHop): string {
  return [status, method, body, seo, url].join(" | ");
}

function scenarioNamed(name: string): Scenario {
  const found = allScenarios.find((scenario) => scenario.name === name);
  if (found === undefined) throw new Error(`The lab has no scenario named ${name}.`);
  return found;
}
