/** Tests that every scenario's trace, from both browsers, produces the chains that the scenario expects. */
import { describe, expect, test } from "vitest";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import { urlMaker } from "../../lab/url-maker.ts";
import { rowsOf } from "./expected-rows.ts";
import { browserNames, eventsOf, listedIn, readTrace, replay } from "./traces.ts";

/** The ports that traces are recorded with. */
const lab = { url: urlMaker({ port: 8301, otherPort: 8302, http2Port: 8303 }) };

describe.each(browserNames)("%s", (browserName) => {
  test.each(allScenarios)("$title", (scenario) => {
    const events = eventsOf(browserName, readTrace(browserName, scenario.name));
    expect(events.length).toBeGreaterThan(0);
    expect(listedIn(replay(events)).map(rowsOf)).toEqual(scenario.expected(lab, browserName));
  });
});
