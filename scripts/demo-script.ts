/**
 * Shows in a minute what the panel is for: two forms, a chain, HSTS, a loop. Each step knows which rows must appear, so
 * the script ends only when the panel has shown all of them.
 */
import type { BrowserName } from "../lab/browser-name.ts";
import { allScenarios } from "../lab/scenarios/all-scenarios.ts";
import { demoScenarios } from "../lab/scenarios/demo-scenarios.ts";
import type { ExpectedChain, Scenario, TestContext } from "../lab/scenarios/scenario.ts";
import type { PanelHandle } from "./browsers/browser-session.ts";
import { waitForHops } from "./browsers/panel-page.ts";
import { step } from "./progress.ts";

/** The loop comes last: it leaves the tab on the browser's error page. */
const scenarios: readonly Scenario[] = [...demoScenarios, scenarioNamed("loop")];

/** `panel`: with "Preserve log" on. */
export async function runDemoScript(context: TestContext, panel: PanelHandle, browserName: BrowserName): Promise<void> {
  const expected: ExpectedChain[] = [];
  for (const scenario of scenarios) {
    await step(`  ${scenario.title}`, async () => {
      await scenario.run(context);
      expected.push(...scenario.expected(context.lab, browserName));
      const shown = formatted(await waitForHops(panel, expected, 30_000));
      const wanted = formatted(expected);
      if (shown !== wanted) throw new Error(`The panel should show\n${wanted}\nbut shows\n${shown}`);
    });
  }
}

function formatted(chains: readonly ExpectedChain[]): string {
  const lines = chains.map((chain) =>
    chain.map(({ status, method, body, seo, url }) => [status, method, body, seo, url].join(" | ")).join("\n"),
  );
  return lines.join("\n\n");
}

function scenarioNamed(name: string): Scenario {
  const found = allScenarios.find((scenario) => scenario.name === name);
  if (found === undefined) throw new Error(`The lab has no scenario named ${name}.`);
  return found;
}
