/**
 * Successive pages that redirect, recorded several times: Firefox delivers their events in a different order each time.
 * (To add one, record `pages-in-a-row-script` again and copy the trace to `test/fixtures/firefox-orders`.)
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pageLoopScenarios } from "../../lab/scenarios/page-loops.ts";
import { urlMaker } from "../../lab/url-maker.ts";
import { rowsOf } from "./expected-rows.ts";
import { eventsOf, listedIn, readTraceFile, replay } from "./traces.ts";

const lab = { url: urlMaker({ port: 8301, otherPort: 8302, http2Port: 8303 }) };
const folder = join(import.meta.dirname, "../fixtures/firefox-orders");

test.each(readdirSync(folder))("%s is one chain", (file) => {
  const scenario = pageLoopScenarios.find(({ name }) => file.startsWith(name));
  const chains = listedIn(replay(eventsOf("firefox", readTraceFile(join(folder, file)))));
  expect(chains.map(rowsOf)).toEqual(scenario?.expected(lab, "firefox"));
});
