/**
 * The lab's recorded stories in every format and browser, compared with golden files. After re-recording traces or changing
 * an export format: `npx vitest run --project unit -u`, and review the diff.
 */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allScenarios } from "../../../lab/scenarios/all-scenarios.ts";
import { exportParts, type ExportFormat } from "../../../src/model/export/export-formats.ts";
import { browserNames, eventsOf, listedIn, readTrace, replay } from "../../replay/traces.ts";
import { origin } from "./exported.ts";

const endings: Readonly<Record<ExportFormat, string>> = {
  text: "txt",
  markdown: "md",
  curl: "sh",
  "curl-cmd": "cmd",
  csv: "csv",
  json: "json",
  har: "har",
};
const golden = join(import.meta.dirname, "../../golden");

const stories = allScenarios.map(({ name }) => name).filter((name) => name.startsWith("story-"));

describe.each(browserNames)("%s", (browserName) => {
  describe.each(stories)("%s", (name) => {
    const chains = listedIn(replay(eventsOf(browserName, readTrace(browserName, name))));

    test.each(Object.entries(endings))("%s", async (format, ending) => {
      const content = [...exportParts(format as ExportFormat, chains, origin)].join("");
      await expect(content).toMatchFileSnapshot(join(golden, browserName, `${name}.${ending}`));
    });
  });
});
