/** Tests that a log made again from its saved parts is the log that was saved, wherever the background was stopped. */
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { allScenarios } from "../../../lab/scenarios/all-scenarios.ts";
import { applyEvent } from "../../../src/model/log/apply-event.ts";
import { emptyLog, listedChains, restoreLog, type ChainLog, type LogChange } from "../../../src/model/log/chain-log.ts";
import type { LogEvent } from "../../../src/model/log/log-event.ts";
import { browserNames, eventsOf, readTrace } from "../../replay/traces.ts";
import { requestEvents, watchedLog } from "../request-events.ts";

type Saved = Parameters<typeof restoreLog>[0];

describe.each(browserNames)("%s", (browserName) => {
  test.each(allScenarios.map(({ name }) => name))(
    "%s: saved and restored after any event, it goes on as if nothing was",
    (name) => {
      const events = watched(eventsOf(browserName, readTrace(browserName, name)));
      const uninterrupted = withoutWorkers(run(emptyLog(), events).log);
      // What service workers ask for is not saved: at worst it is as if it had not been seen.
      const fewer = withoutWorkers(
        run(
          emptyLog(),
          events.filter(({ tabId }) => tabId >= 0),
        ).log,
      );
      for (const stop of events.keys()) {
        const { log, saved } = run(emptyLog(), events.slice(0, stop));
        const restored = restoreLog(saved);
        expect(withoutWorkers(restored)).toStrictEqual(withoutWorkers(log));
        const resumed = withoutWorkers(run(restored, events.slice(stop)).log);
        expect(isDeepStrictEqual(resumed, fewer) ? uninterrupted : resumed).toStrictEqual(uninterrupted);
      }
    },
  );
});

function withoutWorkers(log: ChainLog): ChainLog {
  return { ...log, workerRequests: {}, closedTabs: new Set() };
}

test("two requests that overlap keep their places", () => {
  const [slow, quick] = [requestEvents({ requestId: "1" }), requestEvents({ requestId: "2", startAt: 5 })];
  const [a, b] = ["http://a.test/", "http://b.test/"];
  const slowStart = slow.started(a);
  const events = watched([slowStart, ...quick.redirectedOnce(a, b), { ...slow.redirected(a, 301, b), at: 20 }]);
  const { log, saved } = run(emptyLog(), events);
  expect(listedChains(log, 1).map((chain) => chain.id)).toEqual(["2", "1"]);
  expect(restoreLog(saved)).toStrictEqual(log);
});

test("tabs are restored with their switches", () => {
  const { log, saved } = run(emptyLog(), [
    { kind: "set-watched", tabId: 1, watched: true },
    { kind: "set-preserve-log", tabId: 1, at: 0, preserveLog: true },
    { kind: "set-recording", tabId: 2, at: 0, recording: false },
    { kind: "set-filter", tabId: 2, at: 0, filter: { text: "a", resourceGroup: "all", onlyFindings: false } },
    { kind: "set-watched", tabId: 3, watched: true },
    { kind: "tab-closed", tabId: 3 },
  ]);
  expect(restoreLog(saved)).toStrictEqual({ ...log, closedTabs: new Set() });
});

test("nothing saved is an empty log", () => {
  expect(restoreLog({ chains: [], tabs: new Map(), hstsHosts: {} })).toStrictEqual(watchedLog([], []));
});

function watched(events: readonly LogEvent[]): LogEvent[] {
  return [{ kind: "set-watched", tabId: 1, watched: true }, ...events];
}

/** Applies the events, and saves what they report to have changed, as the session store does. */
function run(log: ChainLog, events: readonly LogEvent[]): { readonly log: ChainLog; readonly saved: Saved } {
  const store = new Map<string, LogChange>();
  for (const change of events.flatMap((event) => applyEvent(log, event))) save(store, change);
  const changes = [...store.values()].map((change) => JSON.parse(JSON.stringify(change)) as LogChange);
  return {
    log,
    saved: {
      chains: changes.flatMap((change) => (change.kind === "chain-put" ? change.chain : [])),
      tabs: new Map(changes.flatMap((change) => (change.kind === "tab-put" ? [[change.tabId, change.state]] : []))),
      hstsHosts: changes.find((change) => change.kind === "hsts-put")?.hosts ?? {},
    },
  };
}

function save(store: Map<string, LogChange>, change: LogChange): void {
  switch (change.kind) {
    case "chain-put":
      store.set(`chain ${change.chain.id}`, change);
      break;
    case "chain-dropped":
      store.delete(`chain ${change.chainId}`);
      break;
    case "tab-put":
      store.set(`tab ${change.tabId}`, change);
      break;
    case "tab-dropped":
      store.delete(`tab ${change.tabId}`);
      break;
    case "hsts-put":
      store.set("hsts", change);
  }
}
