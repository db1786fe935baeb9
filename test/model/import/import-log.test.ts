/** Tests that a file that cannot be read is named by one problem, and that no file whatever does more than that. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { exportParts, type ExportFormat } from "../../../src/model/export/export-formats.ts";
import { harParts } from "../../../src/model/export/har-export.ts";
import { importLog, largestFileBytes } from "../../../src/model/import/import-log.ts";
import type { Chain } from "../../../src/model/redirect-chain.ts";
import { answered, chainOf } from "../hops.ts";
import { exported, kinds, origin } from "../export/exported.ts";

const trace = exported([kinds["a redirect"], kinds["a redirect"]]);
const har = JSON.parse([...harParts([kinds["a redirect"]], origin)].join("")) as { log: { entries: object[] } };

const withHop = (change: object) => ({
  ...trace,
  chains: trace.chains.map((chain, at) => ({
    ...chain,
    id: String(at),
    hops: at === 0 ? chain.hops : chain.hops.map((hop) => ({ ...hop, ...change })),
  })),
});
const withEntry = (change: object) => ({
  log: { entries: har.log.entries.map((entry, at) => (at === 1 ? { ...entry, ...change } : entry)) },
});

test.each([
  ["nothing", "", "not-json"],
  ["text", "hello", "not-json"],
  ["half a file", JSON.stringify(trace).slice(0, -5), "not-json"],
  ["a list", "[]", "unknown-format"],
  ["null", "null", "unknown-format"],
  ["another object", '{"log":1}', "unknown-format"],
  ["a log of another kind", '{"log":{"entries":{}}}', "unknown-format"],
  ["another format", '{"format":"x","version":1,"chains":[]}', "unknown-format"],
  ["no list of chains", '{"format":"redirect-trace","version":1}', "unknown-format"],
  ["version 0", '{"format":"redirect-trace","version":0,"chains":[]}', "unknown-format"],
  ["version 2", '{"format":"redirect-trace","version":2}', "newer-version"],
  ["no chains", JSON.stringify(exported([])), "no-redirects"],
  ["no entries", '{"log":{"entries":[]}}', "no-redirects"],
  ["a HAR of pages", [...harParts([chainOf(answered("http://a.test/"))], origin)].join(""), "no-redirects"],
  ["too much text", " ".repeat(largestFileBytes + 1), "too-large"],
])("%s", (_, file, kind) => {
  expect(importLog(file)).toEqual({ problem: { kind } });
});

test.each([
  ["the same id twice", trace],
  ["no URL", withHop({ url: undefined })],
  ["an empty URL", withHop({ url: "" })],
  ["a method that is a number", withHop({ method: 1 })],
  ["no body", withHop({ body: null })],
  ["an unknown source", withHop({ source: "__proto__" })],
  ["a redirect to nowhere", withHop({ redirectUrl: undefined })],
  ["a status of text", withHop({ status: "302" })],
  ["a time of text", withHop({ startedAtMs: "0" })],
  ["a time out of time", withHop({ startedAtMs: 1e300 })],
  ["headers that are none", withHop({ responseHeaders: [null] })],
  ["an entry without URL", withEntry({ request: { method: "GET" } })],
  ["an entry without time", withEntry({ startedDateTime: "yesterday" })],
  ["an entry that is a list", { log: { entries: [har.log.entries[0], []] } }],
])("damaged at the second: %s", (_, document) => {
  expect(importLog(JSON.stringify(document))).toEqual({ problem: { kind: "damaged", at: 2 } });
});

test("more chains than a log holds", () => {
  const [chain] = exported([kinds["a redirect"]]).chains;
  const chains = Array.from({ length: 10_001 }, (_, at) => ({ ...chain, id: String(at) }));
  expect(importLog(JSON.stringify({ ...trace, chains }))).toEqual({ problem: { kind: "too-large" } });
});

test("more hops than anyone would draw", () => {
  const [chain] = exported([kinds["a redirect"]]).chains;
  const [first, last] = chain?.hops ?? [];
  const withHops = (count: number) => {
    const hops = [...Array.from({ length: count - 1 }, () => first), last];
    return importLog(JSON.stringify({ ...trace, chains: [{ ...chain, hops }] }));
  };
  expect("chains" in withHops(2_000)).toBe(true);
  expect(withHops(2_001)).toEqual({ problem: { kind: "too-large" } });
});

test("a byte order mark is no damage", () => {
  expect(importLog(`\ufeff${JSON.stringify(har)}`)).toEqual(importLog(JSON.stringify(har)));
});

/** Any JSON, at any place of a file that would be whole without it. */
const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>("__proto__", "constructor", -1, 1e308, "", [], {}, null, { __proto__: { status: 200 } }),
);
const anyFile = fc.oneof(
  anyValue,
  fc.tuple(fc.constantFrom<object>(trace, har), fc.nat(), anyValue).map(([file, place, value]) => {
    let count = 0;
    return JSON.parse(JSON.stringify(file), (_, old: unknown) => (count++ === place % 60 ? value : old)) as unknown;
  }),
);

test("any JSON is read or refused; what is read can be exported in every format", () => {
  fc.assert(
    fc.property(anyFile, (document) => {
      const result = importLog(JSON.stringify(document) ?? "");
      if ("problem" in result) return;
      for (const format of ["text", "markdown", "curl", "csv", "json", "har"] satisfies ExportFormat[]) {
        expect([...exportParts(format, result.chains, origin)].join("")).not.toBe("");
      }
    }),
    { numRuns: 1_000 },
  );
});

test("nothing reaches the prototypes", () => {
  const file = JSON.stringify(withHop({})).replaceAll('"method"', '"__proto__":{"polluted":true},"method"');
  const { chains } = importLog(file) as { chains: readonly Chain[] };
  expect(chains.length).toBe(2);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(chains.flatMap(({ hops }) => hops).filter((hop) => "polluted" in hop)).toEqual([]);
});
