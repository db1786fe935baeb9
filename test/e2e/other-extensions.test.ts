/** Scenarios with another extension installed next to Hopscope; each extension needs its own browser. */
import { describe, test } from "vitest";
import { labExtensionDir } from "../../lab/extensions/lab-extension-dir.ts";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import { expectScenario } from "./play-scenario.ts";
import { useBrowser } from "./session.ts";

describe.each(["redirecting", "listening"] as const)("an extension that is %s", (name) => {
  const e2e = useBrowser({ extraExtensionDirs: [labExtensionDir(name)] });

  test.each(allScenarios.filter(({ extension }) => extension === name))("$title", (scenario) =>
    expectScenario(scenario, e2e),
  );
});
