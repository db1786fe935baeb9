/** Tests that an invalid HAR entry doesn't affect the others, and that skipped entries are counted with the reason. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importLog } from "../../../src/model/import/import-log.ts";
import { rowsOf } from "../../replay/expected-rows.ts";
import { entry, harOf } from "./har-entries.ts";
import { imported } from "./imported.ts";

const redirect = entry("https://shop.example/a", 0, {
  response: { status: 302, redirectURL: "https://cdn.example/t" },
});
const answer = entry("https://cdn.example/t", 5, {});
const good = [redirect, answer];
const goodRows = imported(harOf(...good)).map(rowsOf);
const other = (more: Parameters<typeof entry>[2]) => entry("https://other.example/x", 100, more);

/** The notes on a file whose third entry is invalid; the other entries are imported. */
function notesOf(odd: unknown) {
  const result = importLog(harOf(...good, odd as object));
  if ("problem" in result) throw new Error(JSON.stringify(result.problem));
  expect(result.chains.map(rowsOf)).toEqual(goodRows);
  return result.notes;
}

describe("skipped with a reason", () => {
  test.each([
    ["null", null, "no-request"],
    ["a list", [], "no-request"],
    ["text", "entry", "no-request"],
    ["no request", { startedDateTime: "2026-01-31T00:00:00Z" }, "no-request"],
    ["a request that is null", { ...answer, request: null }, "no-request"],
    ["no URL", other({ request: { url: undefined } }), "no-url"],
    ["an empty URL", other({ request: { url: "" } }), "no-url"],
    ["a URL that is a number", other({ request: { url: 5 } }), "no-url"],
    ["no method", other({ request: { method: undefined } }), "no-method"],
    ["a method that is null", other({ request: { method: null } }), "no-method"],
    ["an empty method", other({ request: { method: "" } }), "no-method"],
    ["no time", other({ startedDateTime: undefined }), "no-time"],
    ["an empty time", other({ startedDateTime: "" }), "no-time"],
    ["a time of NaN", other({ startedDateTime: "NaN-NaN-NaNTNaN:NaN:NaN.NaN+NaN:NaN" }), "no-time"],
    ["a time out of range", other({ startedDateTime: 1e300 }), "no-time"],
    ["no response", { ...other({}), response: undefined }, "no-response"],
    ["a response that is null", { ...other({}), response: null }, "no-response"],
  ])("%s", (_, odd, kind) => {
    expect(notesOf(odd)).toEqual([{ kind, count: 1, firstAt: 3 }]);
  });

  test("several of them, by reason", () => {
    const result = importLog(
      harOf(other({ request: { url: "" } }), null as never, ...good, other({ request: { url: null } })),
    );
    expect(result).toMatchObject({
      notes: [
        { kind: "no-url", count: 2, firstAt: 1 },
        { kind: "no-request", count: 1, firstAt: 2 },
      ],
    });
  });

  test("a file without valid entries has no redirect", () => {
    expect(importLog(harOf(null as never))).toEqual({ problem: { kind: "no-redirects" } });
  });
});

describe("imported nevertheless", () => {
  test.each([
    ["header values that are lists", other({ response: { headers: [{ name: "Vary", value: ["a", "b"] }] } })],
    [
      "header values that are numbers, null, objects",
      other({
        request: {
          headers: [
            { name: "a", value: 1 },
            { name: "b", value: null },
            { name: "c", value: {} },
            { value: "d" },
            null,
            "e",
          ],
        },
      }),
    ],
    ["headers that aren't a list", other({ request: { headers: 5 }, response: { headers: "a: b" } })],
    ["a status written as text", other({ response: { status: "200 OK" } })],
    ["an invalid status", other({ response: { status: 1e9 } })],
    ["a duration that is NaN in text", other({ time: "NaN" })],
    ["no duration, no timings", other({ time: undefined, timings: undefined })],
    ["a tunnel", other({ request: { method: "CONNECT", url: "" } })],
    [
      "other fields of other types",
      other({ serverIPAddress: 5, _resourceType: {}, _chain: [], _delaySeconds: -5, _initiatorOrigin: 1, cache: null }),
    ],
  ])("%s", (_, odd) => {
    expect(notesOf(odd)).toEqual([]);
  });

  test("a redirect with all of these", () => {
    const odd = {
      startedDateTime: Date.UTC(2026, 0, 31),
      time: "4",
      request: { url: "https://shop.example/a", method: null },
      response: { status: "302", headers: { location: ["https://cdn.example/t"], "x-count": 5, vary: ["a", "b"] } },
    };
    const [chain] = imported(harOf(odd, answer));
    expect(chain?.hops).toMatchObject([
      {
        method: "?",
        body: { presence: "unknown" },
        answer: {
          status: 302,
          headers: [
            { name: "location", value: "https://cdn.example/t" },
            { name: "x-count", value: "5" },
            { name: "vary", value: "a" },
            { name: "vary", value: "b" },
          ],
        },
      },
      { url: "https://cdn.example/t" },
    ]);
  });

  test("a next request without a method or response", () => {
    const odd = { startedDateTime: "2026-01-31T00:00:00.005Z", request: { url: "https://cdn.example/t" } };
    const result = importLog(harOf(redirect, odd));
    expect(result).toMatchObject({
      chains: [{ hops: [{ method: "GET" }, { method: "?", state: "pending" }] }],
      notes: [],
    });
  });

  test.each([
    "2026-01-31T01:00:00.005+01:00",
    "2026-01-31T01:00:00.005+0100",
    "2026-01-31T00:00:00.0050000Z",
    "2026-01-31T00:00:00,005Z",
    "2026-01-31 00:00:00.005Z",
    String(Date.UTC(2026, 0, 31) + 5),
    Date.UTC(2026, 0, 31) + 5,
    (Date.UTC(2026, 0, 31) + 5) / 1000,
  ])("a time written as %s", (startedDateTime) => {
    const [chain] = imported(harOf(redirect, { ...answer, startedDateTime }));
    expect(chain?.hops[1]?.startedAt).toBe(Date.UTC(2026, 0, 31) + 5);
  });

  test("NaN and Infinity, as Python writes them into JSON", () => {
    const file = harOf(redirect, answer, other({ time: "BARE", comment: 'NaN "NaN" \\' }))
      .replace('"BARE"', "NaN")
      .replace('"cache":{}', '"cache":-Infinity');
    expect(imported(file).map(rowsOf)).toEqual(goodRows);
  });
});

/** An arbitrary value in place of any value of an entry. */
const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>("", "NaN", -1, 0, 1e308, null, [], {}, "__proto__", [[]], [null], "x".repeat(70_000)),
);
const anyEntry = fc.array(fc.tuple(fc.nat(60), anyValue), { minLength: 1, maxLength: 4 }).map((changes) =>
  changes.reduce<unknown>(
    (changed, [place, value]) => {
      let count = 0;
      return JSON.parse(JSON.stringify(changed), (_, old: unknown) => (count++ === place ? value : old)) as unknown;
    },
    other({ request: { headers: [{ name: "Accept", value: "*/*" }] }, response: { status: 302, redirectURL: "/y" } }),
  ),
);

test("the other entries are imported whatever an entry contains", () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 3 }), fc.nat(3), (odd, place) => {
      const entries: unknown[] = [...odd];
      entries.splice(place, 0, ...good);
      const result = importLog(harOf(...(entries as object[])));
      const rows = "problem" in result ? [] : result.chains.map((chain) => JSON.stringify(rowsOf(chain)));
      expect(rows).toEqual(expect.arrayContaining(goodRows.map((chain) => JSON.stringify(chain))));
    }),
    { numRuns: 500 },
  );
});
