/**
 * Tests, for arbitrary events of several tabs, that the log stays within its size limit and that no tab uses another
 * tab's share.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEvent } from "../../../src/model/log/apply-event.ts";
import { emptyLog, listedChains, type ChainLog, type LogChange } from "../../../src/model/log/chain-log.ts";
import { restoreLog } from "../../../src/model/log/restore-log.ts";
import { defaultLimits } from "../../../src/model/log/log-limits.ts";
import { chainSizeBytes, trackingSizeBytes } from "../../../src/model/log/log-size.ts";
import type { LogEvent } from "../../../src/model/log/log-event.ts";
import { requestEvents, watchedLog } from "../request-events.ts";

const tabIds = [1, 2, 3];
const limits = { ...defaultLimits, sizeBytes: 20_000 };
const long = (length: number) => `http://a.test/?${"x".repeat(length)}`;

describe("any events of three tabs", () => {
  test("the log is never larger than its limit, and its sizes are correct", () => {
    fc.assert(
      fc.property(anyEvents(), ({ events, watched }) => {
        const log = watchedLog([], watched, emptyLog(limits));
        for (const event of events) {
          applyEvent(log, event);
          expect(log.sizeBytes).toBeLessThanOrEqual(limits.sizeBytes);
          expect(sizes(log)).toEqual(countedSizes(log));
        }
      }),
    );
  });

  test("a tab with no more than its share loses no chain because of another tab's event", () => {
    fc.assert(
      fc.property(anyEvents(), ({ events, watched }) => {
        const log = watchedLog([], watched, emptyLog(limits));
        for (const event of events) {
          const before = { ...countedSizes(log) };
          const losers = applyEvent(log, event).flatMap((change) =>
            change.kind === "chains-dropped" && change.tabId !== event.tabId ? [change.tabId] : [],
          );
          for (const tabId of losers) {
            expect(before[tabId]).toBeGreaterThan(limits.sizeBytes / Object.keys(log.tabs).length);
          }
        }
      }),
    );
  });

  test("equal events give an equal log, and a restored log has the same size", () => {
    fc.assert(
      fc.property(anyEvents(), ({ events, watched }) => {
        const [one, two] = [
          watchedLog(events, watched, emptyLog(limits)),
          watchedLog(events, watched, emptyLog(limits)),
        ];
        expect(one).toStrictEqual(two);
        const restored = restoreLog(savedOf(one), limits);
        expect(sizes(restored)).toEqual(sizes(one));
      }),
    );
  });
});

test("an unwatched tab with long URLs does not displace chains of a watched tab with many small chains", () => {
  const small = Array.from({ length: 200 }, (_, at) =>
    requestEvents({ requestId: `small${at}`, startAt: at }).redirectedOnce("http://a.test/", "http://b.test/"),
  ).flat();
  const log = watchedLog(small);
  for (let at = 0; at < 30; at += 1) {
    const request = requestEvents({ requestId: `large${at}`, tabId: 2, startAt: 1_000 + at });
    for (const event of request.redirectedOnce(long(200_000 + at), long(200_000 - at))) applyEvent(log, event);
  }
  expect(listedChains(log, 1)).toHaveLength(200);
  expect(log.sizeBytes).toBeLessThanOrEqual(defaultLimits.sizeBytes);
});

test("requests without an answer count towards the size, and the oldest are dropped first", () => {
  const log = watchedLog([], [1, 2], emptyLog({ ...defaultLimits, sizeBytes: 1_000_000 }));
  for (const event of requestEvents({ requestId: "own", tabId: 2 }).redirectedOnce(
    "http://a.test/",
    "http://b.test/",
  )) {
    applyEvent(log, event);
  }
  for (let at = 0; at < 100; at += 1) {
    applyEvent(log, requestEvents({ requestId: `open${at}`, startAt: at }).started(long(30_000)));
  }
  expect(log.sizeBytes).toBeLessThanOrEqual(1_000_000);
  expect(log.chains.has("open0")).toBe(false);
  expect(log.chains.has("open99")).toBe(true);
  expect(log.openRequests.size).toBe(log.chains.size - 1);
  expect(listedChains(log, 2)).toHaveLength(1);
});

test("client navigations count towards the size, and are dropped when no chain is left", () => {
  const log = emptyLog({ ...defaultLimits, sizeBytes: 300_000 });
  for (const tabId of [1, 2, 3, 4, 5]) {
    for (const metaRefresh of [`0;url=${long(60_000)}`, "0"]) {
      applyEvent(log, {
        kind: "client-navigated",
        tabId,
        at: 1,
        url: long(60_000),
        documentUrl: long(60_000),
        baseUrl: long(60_000),
        metaRefreshes: [metaRefresh],
        isUserActive: false,
      });
    }
    applyEvent(log, requestEvents({ requestId: `r${tabId}`, tabId, startAt: 90_000 }).started("http://a.test/"));
    expect(log.sizeBytes).toBeLessThanOrEqual(300_000);
  }
  expect(sizes(log)).toEqual(countedSizes(log));
});

/** The changes that would be saved of the log. */
function savedOf({ chains, tabs }: ChainLog): LogChange[] {
  const ofTabs = Object.entries(tabs).flatMap(([id, { state, tracking }]): LogChange[] => [
    { kind: "tab-put", tabId: Number(id), state },
    { kind: "tracking-put", tabId: Number(id), tracking },
  ]);
  return [...ofTabs, ...[...chains.values()].map((chain): LogChange => ({ kind: "chain-put", chain }))];
}

/** By tab id; `all`: the whole log. */
function sizes(log: ChainLog): Record<string, number> {
  const ofTabs = Object.entries(log.tabs).map(([id, { sizeBytes }]) => [id, sizeBytes] as const);
  return { all: log.sizeBytes, ...Object.fromEntries(ofTabs) };
}

function countedSizes(log: ChainLog): Record<string, number> {
  const counted: Record<string, number> = { all: 0 };
  for (const [id, { tracking }] of Object.entries(log.tabs)) counted[id] = trackingSizeBytes(tracking);
  for (const chain of log.chains.values()) counted[chain.tabId] = (counted[chain.tabId] ?? 0) + chainSizeBytes(chain);
  counted["all"] = Object.values(counted).reduce((sum, size) => sum + size, 0);
  return counted;
}

function anyEvents(): fc.Arbitrary<{ events: LogEvent[]; watched: number[] }> {
  return fc.record({
    watched: fc.subarray(tabIds),
    events: fc.array(anyEvent(), { maxLength: 40 }).map((lists) => lists.flat()),
  });
}

function anyEvent(): fc.Arbitrary<LogEvent[]> {
  const facts = fc.record({
    tabId: fc.constantFrom(...tabIds),
    requestId: fc.integer({ min: 1, max: 30 }).map(String),
    at: fc.nat(1_000),
    length: fc.constantFrom(0, 100, 2_000, 8_000),
    kind: fc.constantFrom("whole", "started", "leaves", "committed", "closed", "replaced", "clear", "completed"),
  });
  return facts.map(({ tabId, requestId, at, length, kind }): LogEvent[] => {
    // A request belongs to one tab.
    const request = requestEvents({ requestId: `${requestId}/${tabId}`, tabId, startAt: at });
    const url = long(length);
    switch (kind) {
      case "whole":
        return request.redirectedOnce(url, `${url}y`);
      case "started":
        return [request.started(url)];
      case "completed":
        return [request.completed(url)];
      case "leaves": {
        const page = { documentUrl: url, baseUrl: url, isUserActive: false, metaRefresh: `0;url=${url}` };
        return [{ kind: "client-navigated", tabId, at, url, ...page }];
      }
      case "committed":
        return [{ kind: "document-committed", tabId, at, url }];
      case "replaced":
        return [{ kind: "tab-replaced", tabId, newTabId: tabId % 2 === 0 ? tabId + 10 : 3 }];
      case "clear":
        return [{ kind: "clear", tabId, at }];
      default:
        return at < 300 ? [{ kind: "tab-closed", tabId }] : [];
    }
  });
}
