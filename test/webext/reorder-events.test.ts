/** Tests that the events that Firefox delivers type by type after a wake-up are put back into the order of the hops. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import { listedChains, type ChainLog } from "../../src/model/log/chain-log.ts";
import type { LogEvent, RequestEvent } from "../../src/model/log/log-event.ts";
import { inOrderOfHops, inOrderOfTime } from "../../src/webext/reorder-events.ts";
import { arbitraryHops } from "../model/arbitrary-hops.ts";
import { eventsFor } from "../model/events-for.ts";
import { served } from "../model/hops.ts";
import { inShort, requestEvents, watchedLog } from "../model/request-events.ts";
import { normalizedEventsOf, readTrace, rewritten } from "../replay/traces.ts";

const a = "http://a.test/";
const b = "http://b.test/";
const get = requestEvents();

test.each(allScenarios.map(({ name }) => name))("Firefox: %s, with request events type by type", (name) => {
  const events = normalizedEventsOf("firefox", readTrace("firefox", name)).filter((event) => "requestId" in event);
  expect(logOf(inOrderOfHops(typeByType(events)))).toEqual(logOf(events));
});

test.each(allScenarios.map(({ name }) => name))(
  "Firefox: %s, with tab and page events before request events type by type",
  (name) => {
    const events = normalizedEventsOf("firefox", readTrace("firefox", name));
    const isOfRequest = (event: LogEvent) => "requestId" in event;
    const unordered = [...events.filter((event) => !isOfRequest(event)), ...typeByType(events.filter(isOfRequest))];
    const listed = (inOrder: readonly LogEvent[]) => listedChains(logOf(inOrder), 1).map(inShort);
    expect(listed(inOrderOfHops(unordered))).toEqual(listed(events));
  },
);

function logOf(events: readonly LogEvent[]): ChainLog {
  return watchedLog(rewritten("firefox", events));
}

test("Chromium: events are sorted by time; an event without a time keeps its position", () => {
  const events = [get.started(a), get.redirected(a, 302, b), get.started(b), get.completed(b)];
  const closed: LogEvent = { kind: "tab-closed", tabId: 2 };
  const [started, redirected, ...overtaking] = events;
  if (started === undefined || redirected === undefined) throw new Error("there are four");
  expect(inOrderOfTime([...overtaking, started, closed, redirected])).toEqual([
    started,
    closed,
    redirected,
    ...overtaking,
  ]);
});

test("a user's command takes effect at its own time, before late events are delivered", () => {
  const late = ["paused", "again"].flatMap((requestId, index) =>
    requestEvents({ requestId, startAt: 100 + 200 * index }).redirectedOnce(a, b),
  );
  const ordered = inOrderOfHops([{ kind: "set-recording", tabId: 1, recording: true, at: 200 }, ...late]);
  const log = watchedLog([{ kind: "set-recording", tabId: 1, recording: false, at: 0 }, ...ordered]);
  expect(listedChains(log, 1).map(({ requestId }) => requestId)).toEqual(["again"]);
});

test.each([
  [
    "a page that redirects to itself once",
    [get.started(a), get.redirected(a, 302, a), get.started(a), get.completed(a)],
  ],
  [
    "Firefox: a blocked port fails without a start",
    [get.started(a), get.redirected(a, 302, b), get.failed(b, "NS_ERROR_PORT_ACCESS_NOT_ALLOWED")],
  ],
  [
    "Firefox: a service worker's restart",
    [get.started(a), get.started(a), get.received(a, 302), get.completed(a, 302)],
  ],
  ["the beginning was missed", [get.received(a, 301), get.redirected(a, 301, b), get.started(b), get.completed(b)]],
] satisfies [string, RequestEvent[]][])("%s", (_, events) => {
  const commit: LogEvent = { kind: "document-committed", tabId: 1, at: 999, url: "about:blank" };
  const ordered = inOrderOfHops([commit, ...typeByType(events)]).filter((event) => event !== commit);
  expect(inShort(watchedLog(ordered).chains.get("1"))).toEqual(inShort(watchedLog(events).chains.get("1")));
});

test("arbitrary hops with server responses", () => {
  const answeredHops = arbitraryHops("a.test").map((hops) =>
    hops.map((hop) => ({
      ...(hop.state === "redirected" && hop.source !== "server" ? served(hop.url, 302, hop.redirectUrl) : hop),
      requestHeaders: [],
    })),
  );
  fc.assert(
    fc.property(answeredHops, (hops) => {
      // One millisecond between events, because the order of equal times is undefined.
      const events = eventsFor(hops).map((event, at) => ({ ...event, at }));
      expect(watchedLog(inOrderOfHops(typeByType(events)))).toEqual(watchedLog(events));
    }),
  );
});

test("ordered events keep their order, including tab events among request events", () => {
  const commit: LogEvent = { kind: "document-committed", tabId: 1, at: get.started(a).at, url: a };
  const events = [commit, ...get.redirectedOnce(a, b), { ...commit, at: commit.at + 100 }];
  expect(inOrderOfHops(events)).toEqual(events);
});

test("no event is lost or duplicated", () => {
  fc.assert(
    fc.property(
      arbitraryHops("a.test").chain((hops) => fc.shuffledSubarray(eventsFor(hops))),
      (events) => {
        const ordered = inOrderOfHops(events);
        expect(ordered).toHaveLength(events.length);
        expect(new Set(ordered)).toEqual(new Set(events));
      },
    ),
  );
});

const order = ["started", "headers-sent", "headers-received", "redirected", "completed", "failed"];

function typeByType(events: readonly LogEvent[]): LogEvent[] {
  // Firefox reports an interception by onBeforeRedirect.
  const rank = ({ kind }: LogEvent) => order.indexOf(kind === "intercepted" ? "redirected" : kind);
  return events.toSorted((one, other) => rank(one) - rank(other));
}
