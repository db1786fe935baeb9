/** Tests that a log restored from its saved records equals the original, wherever the background was stopped. */
import { describe, expect, test } from "vitest";
import { allScenarios } from "../../../lab/scenarios/all-scenarios.ts";
import { applyEvent } from "../../../src/model/log/apply-event.ts";
import { emptyLog, listedChains, type ChainLog, type LogChange } from "../../../src/model/log/chain-log.ts";
import { restoreLog } from "../../../src/model/log/restore-log.ts";
import { changesIn, logRecords } from "../../../src/webext/log-records.ts";
import type { LogEvent } from "../../../src/model/log/log-event.ts";
import { browserNames, eventsOf, readTrace } from "../../replay/traces.ts";
import { requestEvents, watchedLog } from "../request-events.ts";

describe.each(browserNames)("%s", (browserName) => {
  test.each(allScenarios.map(({ name }) => name))(
    "%s: restored after any event, the log continues unchanged",
    (name) => {
      const events = watched(eventsOf(browserName, readTrace(browserName, name)));
      const uninterrupted = withoutClosedTabs(run(emptyLog(), events).log);
      for (const stop of events.keys()) {
        const { log, saved } = run(emptyLog(), events.slice(0, stop));
        const restored = restoreLog(saved);
        expect(withoutClosedTabs(restored)).toStrictEqual(withoutClosedTabs(log));
        expect(withoutClosedTabs(run(restored, events.slice(stop)).log)).toStrictEqual(uninterrupted);
      }
    },
  );
});

function withoutClosedTabs(log: ChainLog): ChainLog {
  return { ...log, closedTabs: new Set() };
}

test("a request that was cleared while it was pending stays cleared after a restart", () => {
  const [started, redirected, ...rest] = requestEvents().redirectedOnce("http://a.test/", "http://b.test/");
  if (started === undefined || redirected === undefined) throw new Error("a request has four events");
  const { log, saved } = run(emptyLog(), watched([started, redirected, { kind: "clear", tabId: 1, at: 5 }]));
  const restored = restoreLog(saved);
  expect(restored).toStrictEqual(log);
  const end = run(restored, rest).log;
  expect(listedChains(end, 1)).toEqual([]);
  expect(end.chains).toEqual(new Map());
  expect(end.tabs[1]?.tracking.clearedRequestIds).toEqual([]);
});

test("overlapping requests keep their order", () => {
  const [slow, quick] = [requestEvents({ requestId: "1" }), requestEvents({ requestId: "2", startAt: 5 })];
  const [a, b] = ["http://a.test/", "http://b.test/"];
  const slowStart = slow.started(a);
  const events = watched([slowStart, ...quick.redirectedOnce(a, b), { ...slow.redirected(a, 301, b), at: 20 }]);
  const { log, saved } = run(emptyLog(), events);
  expect(listedChains(log, 1).map((chain) => chain.id)).toEqual(["2", "1"]);
  expect(restoreLog(saved)).toStrictEqual(log);
});

test("tabs are restored with their settings", () => {
  const { log, saved } = run(emptyLog(), [
    { kind: "set-watched", tabId: 1, watched: true },
    { kind: "set-preserve-log", tabId: 1, at: 0, preserveLog: true },
    { kind: "set-recording", tabId: 2, at: 0, recording: false },
    { kind: "set-watched", tabId: 3, watched: true },
    { kind: "tab-closed", tabId: 3 },
  ]);
  expect(restoreLog(saved)).toStrictEqual({ ...log, closedTabs: new Set() });
});

test("without saved changes, the log is empty", () => {
  expect(restoreLog([])).toStrictEqual(watchedLog([], []));
});

function watched(events: readonly LogEvent[]): LogEvent[] {
  return [{ kind: "set-watched", tabId: 1, watched: true }, ...events];
}

/** Applies the events, and saves the changes as the background does. */
function run(log: ChainLog, events: readonly LogEvent[]): { readonly log: ChainLog; readonly saved: LogChange[] } {
  const records = new Map<string, unknown>();
  for (const change of events.flatMap((event) => applyEvent(log, event))) {
    for (const { key, serialize } of logRecords(change, "chromium")) {
      if (serialize === undefined) records.delete(key);
      else records.set(key, serialize());
    }
  }
  return { log, saved: changesIn(JSON.parse(JSON.stringify(Object.fromEntries(records))) as Record<string, unknown>) };
}
