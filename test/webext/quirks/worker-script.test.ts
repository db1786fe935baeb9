/**
 * Tests that a worker's script is one chain where Chromium loads it with two requests, and that nothing else is joined.
 */
import { expect, test } from "vitest";
import { listedChains } from "../../../src/model/log/chain-log.ts";
import type { RequestEvent } from "../../../src/model/log/log-event.ts";
import { rewritten } from "../../replay/traces.ts";
import { inShort, requestEvents, watchedLog } from "../../model/request-events.ts";

const a = "http://a.test/old.js";
const b = "http://a.test/new.js";
const first = requestEvents({ requestId: "1", resourceType: "script" });
const aborted = [first.started(a), first.redirected(a, 301, b), first.failed(a, "net::ERR_ABORTED")];
const second = requestEvents({ requestId: "2", resourceType: "script", startAt: 9 });

test("the request that continues with another id belongs to the chain of the aborted one", () => {
  expect(listed([...aborted, second.started(b), second.completed(b)])).toEqual([
    [`GET ${a} 301 → ${b}`, `GET ${b} 200`],
  ]);
});

test("two workers at once: each request continues its own chain", () => {
  const c = "http://a.test/c.js";
  const other = requestEvents({ requestId: "3", resourceType: "script", startAt: 4 });
  const events = [
    ...aborted,
    other.started(c),
    other.redirected(c, 302, `${c}?2`),
    other.failed(c, "net::ERR_ABORTED"),
    second.started(b),
    second.completed(b),
  ];
  expect(listed(events)).toEqual([
    [`GET ${a} 301 → ${b}`, `GET ${b} 200`],
    [`GET ${c} 302 → ${c}?2 ✕ net::ERR_ABORTED`],
  ]);
});

test("requesting the script again begins another chain", () => {
  const again = requestEvents({ requestId: "3", resourceType: "script", startAt: 20 });
  const events = [...aborted, second.started(b), second.completed(b), again.started(b), again.completed(b)];
  expect(listed(events)).toHaveLength(1);
});

test.each([
  ["another type", [...aborted, requestEvents({ requestId: "2", resourceType: "xmlhttprequest" }).started(b)]],
  ["another tab", [...aborted, requestEvents({ requestId: "2", resourceType: "script", tabId: 2 }).started(b)]],
  ["another URL", [...aborted, second.started("http://a.test/other.js")]],
  ["another error", [...aborted.slice(0, 2), first.failed(a, "net::ERR_FAILED"), second.started(b)]],
] satisfies [string, RequestEvent[]][])("%s: not joined", (_, events) => {
  expect(listed(events)[0]).toHaveLength(1);
});

function listed(events: readonly RequestEvent[]): string[][] {
  return listedChains(watchedLog(rewritten("chromium", events), [1, 2]), 1).map(inShort);
}
