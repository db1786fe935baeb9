/** Every scenario, in the order in which the recorder and the tests run them. */
import { documentScenarios } from "./documents.ts";
import { fetchScenarios } from "./fetches.ts";
import { formScenarios } from "./forms.ts";
import { hstsScenarios } from "./hsts.ts";
import { storyScenarios } from "./stories.ts";
import { matrixScenarios } from "./matrix.ts";
import type { Scenario } from "./scenario.ts";

export const allScenarios: readonly Scenario[] = [
  ...documentScenarios,
  ...matrixScenarios,
  ...formScenarios,
  ...fetchScenarios,
  ...hstsScenarios,
  ...storyScenarios,
];
