/** Tests how a tab's navigation affects its chains: which ones a new document keeps, and which errors are added. */
import { describe, expect, test } from "vitest";
import type { LogEvent } from "../../../src/model/log/log-event.ts";
import { browserNames, eventsOf, readTrace } from "../../replay/traces.ts";
import { inShort, requestEvents, watchedLog } from "../request-events.ts";

const a = "http://a.test/";
const b = "http://b.test/";
const c = "http://c.test/";

const document = (requestId: string, from: string, to: string, startAt: number): LogEvent[] =>
  requestEvents({ requestId, startAt }).redirectedOnce(from, to);
const fetched = (requestId: string, startAt: number) =>
  requestEvents({ requestId, startAt, resourceType: "xmlhttprequest" }).redirectedOnce(b, c);
const committed = (url: string, at: number): LogEvent => ({ kind: "document-committed", tabId: 1, at, url });

const failedAt = (url: string, error: string): LogEvent => ({ kind: "navigation-failed", tabId: 1, at: 9, url, error });

/** First page, redirected, and its fetch; then the second page, redirected. */
const firstPage = [...document("1", a, b, 0), committed(b, 8), ...fetched("2", 10)];
const secondRequest = document("3", a, c, 100);
const secondPage = [...firstPage, ...secondRequest, committed(c, 110), ...fetched("4", 120)];

describe("a new document", () => {
  test("keeps its own chain and later chains", () => {
    expect(listedIds(secondPage)).toEqual(["3", "4"]);
  });

  test("keeps everything with preserve log", () => {
    expect(listedIds([{ kind: "set-preserve-log", tabId: 1, at: 0, preserveLog: true }, ...secondPage])).toEqual([
      "1",
      "2",
      "3",
      "4",
    ]);
  });

  test("keeps requests that started between its request and its commit", () => {
    const events = [...firstPage, ...document("3", a, c, 100), ...fetched("4", 105), committed(c, 110)];
    expect(listedIds(events)).toEqual(["3", "4"]);
  });

  test("drops older requests that are still pending", () => {
    const slow = requestEvents({ requestId: "2", startAt: 10, resourceType: "image" });
    const log = watchedLog([
      ...document("1", a, b, 0),
      committed(b, 8),
      slow.started(a),
      ...secondRequest,
      committed(c, 110),
    ]);
    expect([...log.chains.keys()]).toEqual(["3"]);
    expect(log.openRequests).toEqual(new Map());
  });

  test("with preserve log, drops older requests without a redirect that never ended", () => {
    const lost = requestEvents({ requestId: "2", startAt: 10, resourceType: "image" });
    const preserve: LogEvent = { kind: "set-preserve-log", tabId: 1, at: 0, preserveLog: true };
    const log = watchedLog([preserve, ...document("1", a, b, 0), lost.started(a), ...secondRequest, committed(c, 110)]);
    expect([...log.chains.keys()]).toEqual(["1", "3"]);
  });

  test("does not change other tabs", () => {
    const other: LogEvent = { kind: "document-committed", tabId: 2, at: 200, url: c };
    expect(listedIds([...firstPage, other])).toEqual(["1", "2"]);
  });

  test.each([
    ["another page, from the back/forward cache", [committed(a, 200)]],
    ["about:blank", [committed("about:blank", 200)]],
    ["the same URL, from the back/forward cache", [committed(b, 200)]],
    ["a page without redirects", [...page("3", c, 100), committed(c, 110)]],
  ])("%s leaves nothing", (_, events) => {
    expect(listedIds([...firstPage, ...events])).toEqual([]);
  });

  test("reloading the URL keeps only the new chain", () => {
    expect(listedIds([...firstPage, ...document("3", a, b, 100), committed(b, 110)])).toEqual(["3"]);
  });

  test("a document that failed to load does not change the other chains", () => {
    const get = requestEvents({ requestId: "3", startAt: 100 });
    expect(listedIds([...firstPage, get.started(c), get.failed(c, "net::ERR_FAILED")])).toEqual(["1", "2"]);
  });
});

describe("Firefox does not order webNavigation and webRequest", () => {
  test.each([0, 1, 2, 3, 4])("a commit before event %i of the request for its page keeps that chain", (position) => {
    const events = [...firstPage, ...secondRequest.toSpliced(position, 0, committed(c, 110))];
    expect(listedIds(events)).toEqual(["3"]);
  });

  test.each([0, 1, 2].flatMap((first) => [0, 1, 2].map((second) => [first, second] as const)))(
    "a reload with commits before events %i and %i drops the requests of the previous load",
    (first, second) => {
      const load = (pageId: string, fetchId: string, startAt: number, position: number) => [
        ...page(pageId, b, startAt).toSpliced(position, 0, committed(b, startAt + 8)),
        ...fetched(fetchId, startAt + 20),
      ];
      expect(listedIds([...load("1", "2", 0, first), ...load("3", "4", 100, second)])).toEqual(["4"]);
    },
  );

  test.each([0, 1, 2, 3, 4])("reloads with the commit before event %i keep only the newest chain", (position) => {
    const load = (requestId: string, startAt: number) =>
      document(requestId, a, b, startAt).toSpliced(position, 0, committed(b, startAt + 8));
    expect(listedIds([...load("1", 0), ...load("2", 100), ...load("3", 200)])).toEqual(["3"]);
  });
});

describe.each(browserNames)("%s", (browserName) => {
  test.each(["chain-of-three", "hsts-first", "hsts-middle", "form-urlencoded-302"])(
    "%s, repeated, is listed once",
    (name) => {
      const once = eventsOf(browserName, readTrace(browserName, name));
      const log = watchedLog([...once, ...again(once)]);
      expect([...log.chains.values()].map(inShort)).toEqual([...watchedLog(again(once)).chains.values()].map(inShort));
    },
  );
});

describe("a navigation's error", () => {
  const get = requestEvents();
  const toFoo = [get.started(a), get.redirected(a, 302, "foo:bar")];
  const aborted = [get.started(a), get.redirected(a, 302, a), get.failed(a, "net::ERR_ABORTED")];

  test.each([
    [
      "Chromium: adds nothing to a redirect to foo:bar",
      toFoo,
      failedAt("foo:bar", "net::ERR_UNKNOWN_URL_SCHEME"),
      `GET ${a} 302 → foo:bar ✕ not-http`,
    ],
    [
      "Firefox: adds nothing to a redirect to foo:bar",
      toFoo,
      failedAt(a, "Error code 2152398866"),
      `GET ${a} 302 → foo:bar ✕ not-http`,
    ],
    [
      "Chromium: names the end of a loop",
      aborted,
      failedAt(a, "net::ERR_TOO_MANY_REDIRECTS"),
      `GET ${a} 302 → ${a} ✕ net::ERR_TOO_MANY_REDIRECTS`,
    ],
    [
      "Chromium: names a failure",
      [get.started(a), get.redirected(a, 302, b), get.started(b), get.failed(b, "net::ERR_ABORTED")],
      failedAt(b, "net::ERR_BLOCKED_BY_CLIENT"),
      `GET ${b} net::ERR_BLOCKED_BY_CLIENT`,
    ],
    [
      "is ignored for another URL",
      [get.started(a), get.redirected(a, 302, b)],
      failedAt("http://c.test/", "net::ERR_FAILED"),
      `GET ${a} 302 → ${b}`,
    ],
    [
      "is ignored for a pending request if it is unspecific",
      [get.started(a), get.redirected(a, 302, b), get.started(b)],
      failedAt(b, "net::ERR_ABORTED"),
      `GET ${b} pending`,
    ],
    [
      "does not replace a specific one",
      [get.started(a), get.redirected(a, 302, b), get.started(b), get.failed(b, "NS_ERROR_REDIRECT_LOOP")],
      failedAt(b, "Error code 2152398879"),
      `GET ${b} NS_ERROR_REDIRECT_LOOP`,
    ],
    [
      "Chromium: a download is not a failure",
      get.redirectedOnce(a, b),
      failedAt(b, "net::ERR_ABORTED"),
      `GET ${b} 200`,
    ],
  ] satisfies [string, LogEvent[], LogEvent, string][])("%s", (_, events, error, lastHop) => {
    const log = watchedLog([...events, error]);
    expect(inShort(log.chains.get("1")).at(-1)).toBe(lastHop);
  });

  test("ends the request: no request is pending", () => {
    expect(watchedLog([...toFoo, failedAt("foo:bar", "net::ERR_FAILED")]).openRequests).toEqual(new Map());
  });
});

function page(requestId: string, url: string, startAt: number): LogEvent[] {
  const get = requestEvents({ requestId, startAt });
  return [get.started(url), get.completed(url)];
}

/** The same events a minute later, with other request ids. */
function again(events: readonly LogEvent[]): LogEvent[] {
  return events.map((event) => ({
    ...event,
    ...("at" in event ? { at: event.at + 60_000 } : {}),
    ...("requestId" in event ? { requestId: `again ${event.requestId}` } : {}),
    ...("documentId" in event ? { documentId: `again ${event.documentId}` } : {}),
  }));
}

function listedIds(events: readonly LogEvent[]): readonly string[] {
  return watchedLog(events).tabs[1]?.chainIds ?? [];
}
