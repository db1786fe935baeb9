/** Tests that a log stays within its limits: the oldest chains are dropped first, and a watched tab counts them. */
import { describe, expect, test } from "vitest";
import { applyEvent } from "../../../src/model/log/apply-event.ts";
import { emptyLog, listedChains, tabState, type ChainLog } from "../../../src/model/log/chain-log.ts";
import { defaultLimits } from "../../../src/model/log/log-limits.ts";
import { chainSizeBytes, trackingSizeBytes } from "../../../src/model/log/log-size.ts";
import { browserNames, eventsOf, listedIn, readTrace, replay } from "../../replay/traces.ts";
import type { RequestOrigin } from "../events-for.ts";
import { chainOf, formBody, served } from "../hops.ts";
import { requestEvents, watchedLog } from "../request-events.ts";

const a = "http://a.test/";
const b = "http://b.test/";

describe("by count", () => {
  test("an unwatched tab keeps its 10 latest documents, without counting dropped ones", () => {
    const log = watchedLog(requests(15), []);
    expect(log.tabs[1]?.chainIds).toEqual(["6", "7", "8", "9", "10", "11", "12", "13", "14", "15"]);
    expect(tabState(log, 1).droppedCount).toBe(0);
  });

  test("a watched tab counts its dropped chains", () => {
    const log = watchedLog(requests(5), [1], emptyLog({ ...defaultLimits, chainsPerTab: 3 }));
    expect(log.tabs[1]?.chainIds).toEqual(["3", "4", "5"]);
    expect(tabState(log, 1).droppedCount).toBe(2);
  });

  test("each tab has its own limit", () => {
    const log = watchedLog([...requests(12), ...requests(3, { tabId: 2 }, 100)], []);
    expect(listedChains(log, 1)).toHaveLength(10);
    expect(listedChains(log, 2)).toHaveLength(3);
  });

  test("a tab shrinks to its limit after its panel is closed", () => {
    const log = watchedLog(requests(15));
    applyEvent(log, { kind: "set-watched", tabId: 1, watched: false });
    for (const event of requests(1, {}, 100)) applyEvent(log, event);
    expect(listedChains(log, 1)).toHaveLength(10);
  });
});

describe("by size", () => {
  const one = chainSizeBytes(chainOf(served(a, 301, b)));

  test("the largest tab drops chains first", () => {
    const limits = { ...defaultLimits, sizeBytes: 12 * one };
    const log = watchedLog([...requests(20), ...requests(2, { tabId: 2 }, 100)], [1, 2], emptyLog(limits));
    expect(log.sizeBytes).toBeLessThanOrEqual(limits.sizeBytes);
    expect(listedChains(log, 2)).toHaveLength(2);
    expect(tabState(log, 1).droppedCount).toBe(20 - listedChains(log, 1).length);
    expect(tabState(log, 2).droppedCount).toBe(0);
  });

  test("a chain that exceeds the limit on its own is dropped without an error", () => {
    const log = watchedLog(requests(2), [1], emptyLog({ ...defaultLimits, sizeBytes: 10 }));
    expect(log.chains).toEqual(new Map());
    expect(log.tabs[1]?.chainIds).toEqual([]);
    expect(log.openRequests).toEqual(new Map());
  });

  test.each(browserNames)("the size is correct after every event of a trace (%s)", (browserName) => {
    const events = eventsOf(browserName, readTrace(browserName, "hsts-middle"));
    for (const length of events.keys()) {
      const log = replay(events.slice(0, length));
      expect(log.sizeBytes).toBe(sizeOf(log));
    }
  });
});

test("the size is close to that of the JSON", () => {
  const url = `http://a.test/${"x".repeat(5_000)}`;
  const chains = [
    chainOf(served(url, 302, url)),
    chainOf(served(a, 302, b, { body: formBody, requestHeaders: [{ name: "Accept", value: url }] })),
    ...browserNames.flatMap((name) => listedIn(replay(eventsOf(name, readTrace(name, "loop"))))),
  ];
  for (const chain of chains) {
    const size = JSON.stringify(chain).length;
    expect(chainSizeBytes(chain)).toBeGreaterThan(size * 0.7);
    expect(chainSizeBytes(chain)).toBeLessThan(size * 2.5);
  }
});

test("the limit is below the quota of storage.session", () => {
  expect(defaultLimits.sizeBytes).toBeLessThan(10 * 2 ** 20);
});

function requests(count: number, origin: Partial<RequestOrigin> = {}, firstId = 1) {
  return Array.from({ length: count }, (_, index) => {
    const requestId = String(firstId + index);
    return requestEvents({ requestId, startAt: (firstId + index) * 10, ...origin }).redirectedOnce(a, b);
  }).flat();
}

function sizeOf(log: ChainLog): number {
  const ofChains = [...log.chains.values()].reduce((sum, chain) => sum + chainSizeBytes(chain), 0);
  return Object.values(log.tabs).reduce((sum, { tracking }) => sum + trackingSizeBytes(tracking), ofChains);
}
