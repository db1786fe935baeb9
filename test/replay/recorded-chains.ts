/** Every recorded scenario with listed chains, in one browser. */
import type { BrowserName } from "../../lab/browser-name.ts";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { eventsOf, listedIn, readTrace, replay } from "./traces.ts";

export function recordedChains(browserName: BrowserName): (readonly [scenario: string, chains: readonly Chain[]])[] {
  return allScenarios
    .map(({ name }) => [name, listedIn(replay(eventsOf(browserName, readTrace(browserName, name))))] as const)
    .filter(([, chains]) => chains.length > 0);
}
