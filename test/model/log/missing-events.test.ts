/** Tests chains whose events are repeated, late or missing: nothing is invented or duplicated. */
import { describe, expect, test } from "vitest";
import { emptyLog, type ChainLog } from "../../../src/model/log/chain-log.ts";
import { applyEvent } from "../../../src/model/log/apply-event.ts";
import type { RequestEvent } from "../../../src/model/log/log-event.ts";
import { formBody } from "../hops.ts";
import { inShort, requestEvents, watchedLog } from "../request-events.ts";

const a = "http://a.test/";
const b = "http://b.test/";
const c = "http://c.test/";
const get = requestEvents();

const wholeRequest = [
  get.started(a),
  get.received(a, 301, { Location: b }),
  get.redirected(a, 301, b),
  get.started(b),
  get.received(b, 302, { Location: c }),
  get.redirected(b, 302, c),
  get.started(c),
  get.received(c, 200),
  get.completed(c),
];

describe("repeated events", () => {
  test.each(wholeRequest.map((event, index) => [index, event.kind] as const))("event %i, %s, is repeated", (index) => {
    const events = wholeRequest.toSpliced(index, 0, ...wholeRequest.slice(index, index + 1));
    expect(watchedLog(events)).toEqual(watchedLog(wholeRequest));
  });

  test.each(wholeRequest.map((event, index) => [index, event.kind] as const))(
    "event %i, %s, repeated at the end",
    (index) => {
      const log = watchedLog([...wholeRequest, ...wholeRequest.slice(index, index + 1)]);
      expect(log).toEqual(watchedLog(wholeRequest));
    },
  );

  test('Firefox: an unfollowed 302 (redirect: "manual") completes twice', () => {
    const events = [get.started(a), get.completed(a, 302, { Location: b })];
    expect(watchedLog([...events, ...events.slice(1)])).toEqual(watchedLog(events));
  });
});

describe("a beginning that was missed", () => {
  type Row = readonly [what: string, events: readonly RequestEvent[], hops: readonly string[]];

  test.each([
    [
      "Chromium: the worker was stopped before the redirect",
      wholeRequest.slice(1),
      [`GET ${a} 301 → ${b}`, `GET ${b} 302 → ${c}`, `GET ${c} 200`],
    ],
    ["the panel was opened at the last redirect", wholeRequest.slice(5), [`GET ${b} 302 → ${c}`, `GET ${c} 200`]],
    ["only an unfollowed redirect is reported", [get.completed(a, 302)], [`GET ${a} 302`]],
  ] satisfies Row[])("%s", (_, events, hops) => {
    const [chain] = chainsOf(watchedLog(events));
    expect(inShort(chain)).toEqual(hops);
    expect(chain?.beginningMissed).toBe(true);
    expect(chain?.hops[0].body).toEqual({ presence: "absent" });
  });

  test("whether there was a body is unknown, unless the method has none", () => {
    const put = requestEvents({ method: "PUT" });
    const [chain] = chainsOf(watchedLog([put.redirected(a, 307, b)]));
    expect(chain?.hops[0].body).toEqual({ presence: "unknown" });
  });

  test.each([
    ["a completion without a start", [get.completed(a)]],
    ["a failure without a start", [get.failed(a, "net::ERR_FAILED")]],
    ["request headers without a start", [get.sent(a, { Accept: "*/*" })]],
    ["an unmodified page (304)", [get.received(a, 304), get.completed(a, 304)]],
  ])("%s is no chain", (_, events) => {
    expect(chainsOf(watchedLog(events))).toEqual([]);
  });
});

describe("late and stray events", () => {
  test.each([
    ["headers of an earlier hop", get.received(a, 301, { Location: b })],
    ["the completion of an earlier hop", get.completed(a)],
    ["the start of an earlier hop", get.started(a, { at: 0 })],
  ])("%s change nothing", (_, late) => {
    const [first, second, ...rest] = [get.started(a, { at: 10 }), get.redirected(a, 301, b), get.started(b)];
    const events = [first, second, ...rest, { ...late, at: 10 }, get.completed(b)];
    expect(inShort(chainsOf(watchedLog(events))[0])).toEqual([`GET ${a} 301 → ${b}`, `GET ${b} 200`]);
  });

  test("no chain is extended after its end", () => {
    const log = watchedLog(wholeRequest);
    expect(applyEvent(log, get.failed(c, "net::ERR_ABORTED"))).toEqual([]);
  });

  test("events of a request whose end is missing do not continue another chain", () => {
    const other = requestEvents({ requestId: "2" });
    const log = watchedLog([get.started(a), other.redirected(b, 301, c), get.redirected(a, 302, c)]);
    expect(chainsOf(log).map(inShort)).toEqual([[`GET ${a} 302 → ${c}`], [`GET ${b} 301 → ${c}`]]);
  });
});

describe("what request headers add to a body", () => {
  const [unsized, sized] = [formBody, { ...formBody, sizeBytes: 26 }] as const;
  const form = "application/x-www-form-urlencoded";
  const bytes = { presence: "present", kind: "bytes", sizeBytes: 5, sizeIsMinimum: true } as const;

  test.each([
    [
      "Firefox: Content-Length is the size",
      bytes,
      { "Content-Length": "99" },
      { ...bytes, sizeBytes: 99, sizeIsMinimum: undefined },
    ],
    ["an invalid Content-Length is ignored", bytes, { "Content-Length": "9e9" }, bytes],
    ["urlencoded: the form's size is kept", sized, { "Content-Type": `${form}; charset=utf-8` }, sized],
    ["multipart: the form's size is removed", sized, { "Content-Type": "multipart/form-data; boundary=x" }, unsized],
    [
      "an absent body stays absent",
      { presence: "absent" },
      { "Content-Type": form, "Content-Length": "0" },
      { presence: "absent" },
    ],
    ["Chromium: unknown stays unknown", { presence: "unknown" }, { "Content-Type": form }, { presence: "unknown" }],
  ] as const)("%s", (_, body, headers, expected) => {
    const log = watchedLog([get.started(a, { body }), get.sent(a, headers)]);
    expect(chainsOf(log)[0]?.hops[0].body).toEqual(expected);
  });
});

function chainsOf(log: ChainLog = emptyLog()) {
  return [...log.chains.values()];
}
