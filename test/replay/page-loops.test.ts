/** Pages that send the browser to each other: all laps are one chain, from both browsers' traces. */
import { describe, expect, test } from "vitest";
import { pageLoopScenarios } from "../../lab/scenarios/page-loops.ts";
import { urlMaker } from "../../lab/url-maker.ts";
import { rowsOf } from "./expected-rows.ts";
import { browserNames, eventsOf, listedIn, readTrace, replay } from "./traces.ts";

const lab = { url: urlMaker({ port: 8301, otherPort: 8302, http2Port: 8303 }) };

describe.each(browserNames)("%s", (browserName) => {
  test.each(pageLoopScenarios)("$title", (scenario) => {
    const log = replay(eventsOf(browserName, readTrace(browserName, scenario.name)));
    expect(listedIn(log).map(rowsOf)).toEqual(scenario.expected(lab, browserName));
  });
});
