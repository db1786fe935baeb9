/** Tests what the log records, for which tabs, and the effects of the user's commands. */
import { describe, expect, test } from "vitest";
import { applyEvent } from "../../../src/model/log/apply-event.ts";
import {
  emptyLog,
  listedChains,
  newTabState,
  tabState,
  tabTracking,
  type ChainLog,
} from "../../../src/model/log/chain-log.ts";
import { documentChainId } from "../../../src/model/log/page-load.ts";
import type { LogEvent } from "../../../src/model/log/log-event.ts";
import type { RequestOrigin } from "../events-for.ts";
import { requestEvents, watchedLog } from "../request-events.ts";

const a = "http://a.test/";
const b = "http://b.test/";

describe("what is recorded", () => {
  type Row = readonly [what: string, request: Partial<RequestOrigin>, isWatched: boolean, isRecorded: boolean];

  test.each([
    ["a document of an unwatched tab", { resourceType: "main_frame" }, false, true],
    ["a document of a watched tab", { resourceType: "main_frame" }, true, true],
    ["a fetch of an unwatched tab", { resourceType: "xmlhttprequest" }, false, false],
    ["a fetch of a watched tab", { resourceType: "xmlhttprequest" }, true, true],
    ["a frame of an unwatched tab", { resourceType: "sub_frame", frameId: 3 }, false, false],
    ["Chromium's prerendering in an unwatched tab", { resourceType: "main_frame", frameId: 3 }, false, true],
    ["a service worker's own request", { resourceType: "xmlhttprequest", tabId: -1 }, true, false],
    ["a document without a tab", { resourceType: "main_frame", tabId: -1 }, false, false],
  ] satisfies Row[])("%s", (_, request, isWatched, isRecorded) => {
    const log = watchedLog(requestEvents(request).redirectedOnce(a, b), isWatched ? [1] : []);
    expect([...log.chains.keys()]).toHaveLength(isRecorded ? 1 : 0);
  });

  test("a page without redirects is not listed", () => {
    const get = requestEvents({ resourceType: "xmlhttprequest" });
    const log = watchedLog([get.started(a), get.received(a, 200), get.completed(a)]);
    expect(log).toEqual(watchedLog([]));
  });

  test("of documents without redirects, only the latest two are kept, unlisted", () => {
    const log = watchedLog(
      [1, 2, 3, 4].flatMap((at) => page(requestEvents({ requestId: String(at), startAt: at * 20_000 }))),
    );
    expect([...log.chains.keys()]).toEqual(["3", "4"]);
    expect(listedChains(log, 1)).toEqual([]);
  });

  test("Chromium's prerendered document is not the tab's own", () => {
    const prerendered = requestEvents({ requestId: "2", frameId: 3 });
    const log = watchedLog([...page(requestEvents()), ...prerendered.redirectedOnce(a, b)]);
    expect(documentChainId(tabTracking(log, 1).loads)).toBe("1");
  });

  test("Chromium's prerendered document becomes the tab's own when it is committed without a request", () => {
    const prerendered = requestEvents({ requestId: "2", frameId: 3, startAt: 100 });
    const log = watchedLog([...requestEvents().redirectedOnce(b, a), ...prerendered.redirectedOnce(a, b)]);
    applyEvent(log, { kind: "navigation-started", tabId: 1, at: 200, url: a });
    applyEvent(log, { kind: "document-committed", tabId: 1, at: 201, url: b, activatedRequestId: "2" });
    expect(documentChainId(tabTracking(log, 1).loads)).toBe("2");
    expect(listedChains(log, 1)).toMatchObject([{ id: "2", frameId: 0 }]);
  });

  test("Chromium: a new tab's about:blank is not a hop of the page that it loads", () => {
    const log = watchedLog([
      { kind: "navigation-started", tabId: 1, at: 0, url: "about:blank" },
      ...page(requestEvents()),
    ]);
    expect(log.chains.get("1")?.hops).toHaveLength(1);
  });

  test("chains of two tabs are separate", () => {
    const [one, two] = [requestEvents({ tabId: 1 }), requestEvents({ requestId: "2", tabId: 2 })];
    const events = [one.redirectedOnce(a, b), two.redirectedOnce(b, a)];
    const interleaved = (events[0] ?? []).flatMap((event, index) => [
      event,
      ...(events[1] ?? []).slice(index, index + 1),
    ]);
    const log = watchedLog(interleaved, [1, 2]);
    expect(log.tabs[1]?.chainIds).toEqual(["1"]);
    expect(log.tabs[2]?.chainIds).toEqual(["2"]);
    expect(listedChains(log, 1)).toEqual(listedChains(watchedLog(events[0] ?? []), 1));
    expect(listedChains(log, 3)).toEqual([]);
  });
});

describe("commands", () => {
  test("clear drops the tab's chains for good and resets the dropped count; other tabs are unaffected", () => {
    const pendingRequest = requestEvents({ requestId: "2" }).redirectedOnce(a, b);
    const log = watchedLog(
      [
        ...requestEvents({ requestId: "1" }).redirectedOnce(a, b),
        ...pendingRequest.slice(0, 3),
        ...requestEvents({ requestId: "3", tabId: 2 }).redirectedOnce(a, b),
      ],
      [1, 2],
    );
    expect(applyEvent(log, { kind: "clear", tabId: 1, at: 0 }).map((change) => change.kind)).toEqual([
      "chains-dropped",
      "tracking-put",
      "tab-put",
    ]);
    applyAll(log, pendingRequest.slice(3));
    expect([...log.chains.keys()]).toEqual(["3"]);
    expect([...log.openRequests.keys()]).toEqual([]);
    expect(tabState(log, 1).droppedCount).toBe(0);
  });

  test("a paused tab records no new request; a pending request is completed", () => {
    const get = requestEvents({ requestId: "1" });
    const [start, ...rest] = get.redirectedOnce(a, b);
    const log = watchedLog(start === undefined ? [] : [start]);
    applyAll(log, [{ kind: "set-recording", tabId: 1, at: 0, recording: false }, ...rest]);
    applyAll(log, requestEvents({ requestId: "2" }).redirectedOnce(a, b));
    expect(listedChains(log, 1).map((chain) => [chain.id, chain.hops.length])).toEqual([["1", 2]]);
    applyAll(log, [
      { kind: "set-recording", tabId: 1, at: 0, recording: true },
      ...requestEvents({ requestId: "3" }).redirectedOnce(a, b),
    ]);
    expect(log.tabs[1]?.chainIds).toEqual(["1", "3"]);
  });

  test("a pause ends when the panel is closed: documents are always recorded", () => {
    const log = watchedLog([{ kind: "set-recording", tabId: 1, at: 0, recording: false }]);
    applyEvent(log, { kind: "set-watched", tabId: 1, watched: false });
    expect(tabState(log, 1)).toEqual({ ...newTabState, watched: false, recording: true });
  });

  test("preserve log stays on after the panel is closed", () => {
    const log = watchedLog([{ kind: "set-preserve-log", tabId: 1, at: 0, preserveLog: true }]);
    applyEvent(log, { kind: "set-watched", tabId: 1, watched: false });
    expect(tabState(log, 1).preserveLog).toBe(true);
  });

  test("a closed tab is removed, another one is kept", () => {
    const log = watchedLog(
      [
        ...requestEvents({ requestId: "1" }).redirectedOnce(a, b),
        ...requestEvents({ requestId: "2", tabId: 2 }).redirectedOnce(a, b),
        { kind: "tab-closed", tabId: 1 },
      ],
      [1, 2],
    );
    expect({ ...log, closedTabs: new Set() }).toEqual(
      watchedLog(requestEvents({ requestId: "2", tabId: 2 }).redirectedOnce(a, b), [2]),
    );
  });
});

test("only actual changes are returned", () => {
  const get = requestEvents({ resourceType: "xmlhttprequest" });
  const log = watchedLog([]);
  const changes = [...get.redirectedOnce(a, b), get.completed(b)].map((event) =>
    applyEvent(log, event).map((change) => change.kind),
  );
  expect(changes).toEqual([["chain-put"], ["chain-put"], ["chain-put"], ["chain-put"], []]);
});

test("equal events give an equal log", () => {
  const logs = [1, 2].map(() => watchedLog(requestEvents().redirectedOnce(a, b)));
  expect(logs[0]).toEqual(logs[1]);
  expect(watchedLog([], [])).toEqual(emptyLog());
});

function page(get: ReturnType<typeof requestEvents>): LogEvent[] {
  return [get.started(a), get.completed(a)];
}

function applyAll(log: ChainLog, events: readonly LogEvent[]): void {
  for (const event of events) applyEvent(log, event);
}
