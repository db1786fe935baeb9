/** Tests that a closed tab stays closed, and that a tab that gets another id keeps its log. */
import { describe, expect, test } from "vitest";
import { applyEvent } from "../../../src/model/log/apply-event.ts";
import { emptyLog, listedChains, tabState, tabTracking, type ChainLog } from "../../../src/model/log/chain-log.ts";
import type { LogEvent } from "../../../src/model/log/log-event.ts";
import { chainSizeBytes, trackingSizeBytes } from "../../../src/model/log/log-size.ts";
import { requestEvents, watchedLog } from "../request-events.ts";

describe("closed and replaced tabs", () => {
  const request = requestEvents({ requestId: "1" });
  const events = request.redirectedOnce("http://a.test/", "http://b.test/");

  test("a closed tab is not recreated by late events or by commands of an open panel", () => {
    const log = watchedLog(events);
    applyEvent(log, { kind: "tab-closed", tabId: 1 });
    const late: LogEvent[] = [
      request.redirected("http://a.test/", 302, "http://b.test/"),
      { kind: "set-watched", tabId: 1, watched: false },
      { kind: "clear", tabId: 1, at: 9 },
      { kind: "navigation-started", tabId: 1, at: 9, url: "http://a.test/" },
    ];
    expect(late.flatMap((event) => applyEvent(log, event))).toEqual([]);
    expect(log.tabs).toEqual({});
    expect(log.sizeBytes).toBe(0);
  });

  test("a command for an unknown tab creates no state", () => {
    const log = emptyLog();
    expect(applyEvent(log, { kind: "set-watched", tabId: 7, watched: false })).toEqual([]);
    expect(applyEvent(log, { kind: "clear", tabId: 7, at: 1 })).toEqual([]);
    expect(log.tabs).toEqual({});
  });

  test("the chains of a replaced tab move with it, and its pending requests continue", () => {
    const log = watchedLog(events);
    const open = requestEvents({ requestId: "2", startAt: 50 });
    applyEvent(log, open.started("http://c.test/"));
    const changes = applyEvent(log, { kind: "tab-replaced", tabId: 1, newTabId: 9 });
    expect(listedChains(log, 9).map(({ id, tabId }) => ({ id, tabId }))).toEqual([{ id: "1", tabId: 9 }]);
    expect(log.tabs[1]).toBeUndefined();
    expect(changes.findLast((change) => change.kind === "chain-put" && change.chain.id === "1")).toBeDefined();
    expect(log.sizeBytes).toBe(trackingSizeBytes(tabTracking(log, 9)) + sizeOfChains(log));
    applyEvent(log, { ...open.redirected("http://c.test/", 301, "http://d.test/"), tabId: 9 });
    expect(listedChains(log, 9)).toHaveLength(2);
  });

  test("a replaced tab keeps its settings and all its chains, also when events with the new id arrive first", () => {
    const log = watchedLog(
      Array.from({ length: 30 }, (_, at) =>
        requestEvents({ requestId: `r${at}`, startAt: at * 50 }).redirectedOnce("http://a.test/", "http://b.test/"),
      ).flat(),
    );
    applyEvent(log, { kind: "set-preserve-log", tabId: 1, at: 2_000, preserveLog: true });
    applyEvent(log, { kind: "set-recording", tabId: 1, at: 2_000, recording: false });
    applyEvent(log, { kind: "navigation-started", tabId: 9, at: 2_001, url: "http://b.test/" });
    const changes = applyEvent(log, { kind: "tab-replaced", tabId: 1, newTabId: 9 });
    expect(listedChains(log, 9)).toHaveLength(30);
    const settings = { watched: true, recording: false, preserveLog: true };
    expect(tabState(log, 9)).toMatchObject(settings);
    expect(tabTracking(log, 9).loads.at(-1)).toEqual({ requested: { url: "http://b.test/", at: 2_001 } });
    expect(changes).toContainEqual({ kind: "tab-dropped", tabId: 1, movedTo: 9 });
    expect(log.sizeBytes).toBe(trackingSizeBytes(tabTracking(log, 9)) + sizeOfChains(log));
  });

  test.each([true, false])("reloading the page after a discard counts as a reload; preserve log: %s", (preserveLog) => {
    const document = { resourceType: "main_frame" } as const;
    const before = requestEvents({ requestId: "1", ...document });
    const log = watchedLog(before.redirectedOnce("http://a.test/", "http://b.test/"));
    applyEvent(log, { kind: "set-preserve-log", tabId: 1, at: 40, preserveLog });
    applyEvent(log, { kind: "navigation-started", tabId: 9, at: 100, url: "http://b.test/" });
    applyEvent(log, { kind: "tab-replaced", tabId: 1, newTabId: 9 });
    expect(listedChains(log, 9).map(({ id }) => id)).toEqual(["1"]);
    const again = requestEvents({ requestId: "2", tabId: 9, startAt: 101, ...document });
    for (const event of again.redirectedOnce("http://b.test/", "http://b.test/next")) applyEvent(log, event);
    expect(listedChains(log, 9).map(({ id }) => id)).toEqual(["1", "2"]);
    applyEvent(log, { kind: "document-committed", tabId: 9, at: 110, url: "http://b.test/next" });
    expect(listedChains(log, 9).map(({ id }) => id)).toEqual(preserveLog ? ["1", "2"] : ["2"]);
  });
});

function sizeOfChains({ chains }: ChainLog): number {
  return [...chains.values()].reduce((sum, chain) => sum + chainSizeBytes(chain), 0);
}
