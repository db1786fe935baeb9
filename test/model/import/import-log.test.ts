/** Tests that a file that cannot be read is named by one problem, and that no file whatever does more than that. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { exportParts, type ExportFormat } from "../../../src/model/export/export-formats.ts";
import { harParts } from "../../../src/model/export/har-export.ts";
import { largestFileBytes } from "../../../src/model/import/import-limits.ts";
import { importLog } from "../../../src/model/import/import-log.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answered, chainOf } from "../hops.ts";
import { exported, kinds, origin } from "../export/exported.ts";

const trace = exported([kinds["a redirect"], kinds["a redirect"]]);
const har = JSON.parse([...harParts([kinds["a redirect"]], origin)].join("")) as { log: { entries: object[] } };

/** The second chain's second hop, or its fields, changed. */
const withHop = (change: object) => withChain({}, change);
const withChain = (change: object, hopChange: object = {}) => ({
  ...trace,
  chains: trace.chains.map((chain, at) => ({
    ...chain,
    id: String(at),
    hops: chain.hops.map((hop, index) => (at === 1 && index === 1 ? { ...hop, ...hopChange } : hop)),
    ...(at === 1 ? change : {}),
  })),
});

test.each([
  ["nothing", "", "empty"],
  ["a byte order mark and space alone", "\ufeff \n", "empty"],
  ["half a file", JSON.stringify(trace).slice(0, -5), "cut-off"],
  ["half a word", JSON.stringify(trace).slice(0, 30), "cut-off"],
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
])("%s", (_, file, kind) => {
  expect(importLog(file)).toEqual({ problem: { kind } });
});

test.each([
  ["text", "hello", 1, 1],
  ["a page", "<html>{", 1, 1],
  ["a comma too many", '{"log":{"entries":[],}}', 1, 22],
  ["a line without its comma", JSON.stringify(trace, null, 1).replace(/,(?=\n "chains")/, ""), 10, 2],
])("not JSON: %s", (_, file, line, column) => {
  expect(importLog(file)).toEqual({ problem: { kind: "not-json", at: { line, column } } });
});

test("too much text", () => {
  const result = importLog(" ".repeat(largestFileBytes + 1));
  expect(result).toEqual({ problem: { kind: "too-large", max: largestFileBytes } });
});

test.each([
  ["the same id twice", trace, "chains[1].id"],
  ["no hops", withChain({ hops: [] }), "chains[1].hops"],
  ["hops that are no list", withChain({ hops: {} }), "chains[1].hops"],
  ["a tab of -1", withChain({ tabId: -1 }), "chains[1].tabId"],
  ["a time that is none", withChain({ startedAt: "yesterday" }), "chains[1].startedAt"],
  ["an outcome that is none", withChain({ outcome: "fine" }), "chains[1].outcome"],
  ["no URL", withHop({ url: undefined }), "chains[1].hops[1].url"],
  ["an empty URL", withHop({ url: "" }), "chains[1].hops[1].url"],
  ["a method that is a number", withHop({ method: 1 }), "chains[1].hops[1].method"],
  ["no body", withHop({ body: null }), "chains[1].hops[1].body"],
  ["a body of another kind", withHop({ body: { presence: "present", kind: "x" } }), "chains[1].hops[1].body.kind"],
  [
    "a body of -1 bytes",
    withHop({ body: { presence: "present", kind: "form", sizeBytes: -1 } }),
    "chains[1].hops[1].body.sizeBytes",
  ],
  [
    "a name that is none",
    withHop({ body: { presence: "present", kind: "form", fieldNames: ["a", 1] } }),
    "chains[1].hops[1].body.fieldNames[1]",
  ],
  ["an unknown source", withHop({ source: "__proto__" }), "chains[1].hops[1].source"],
  ["a redirect to nowhere", withHop({ source: "hsts" }), "chains[1].hops[1].redirectUrl"],
  ["a status of text", withHop({ status: "302" }), "chains[1].hops[1].status"],
  ["no status", withHop({ status: undefined }), "chains[1].hops[1].status"],
  ["status 0", withHop({ status: 0 }), "chains[1].hops[1].status"],
  ["status 1e9", withHop({ status: 1e9 }), "chains[1].hops[1].status"],
  ["status 200.5", withHop({ status: 200.5 }), "chains[1].hops[1].status"],
  [
    "a made-up status of 0",
    withHop({ source: "hsts", redirectUrl: "https://a.test/", reportedStatus: 0 }),
    "chains[1].hops[1].reportedStatus",
  ],
  [
    "a negative delay",
    withHop({ source: "meta-refresh", redirectUrl: "https://a.test/", delaySeconds: -1 }),
    "chains[1].hops[1].delaySeconds",
  ],
  ["a negative duration", withHop({ durationMs: -1 }), "chains[1].hops[1].durationMs"],
  ["a duration of years", withHop({ durationMs: 1e13 }), "chains[1].hops[1].durationMs"],
  ["a time of text", withHop({ startedAtMs: "0" }), "chains[1].hops[1].startedAtMs"],
  ["a time out of time", withHop({ startedAtMs: 1e300 }), "chains[1].hops[1].startedAtMs"],
  ["a time after all times", withHop({ startedAtMs: 1e15 }), "chains[1].hops[1].startedAtMs"],
  ["headers that are none", withHop({ responseHeaders: [null] }), "chains[1].hops[1].responseHeaders[0]"],
  [
    "a header's value that is a number",
    withHop({ requestHeaders: [{ name: "a", value: 1 }] }),
    "chains[1].hops[1].requestHeaders[0].value",
  ],
])("damaged: %s", (_, document, path) => {
  expect(importLog(JSON.stringify(document))).toEqual({ problem: { kind: "damaged", path } });
});

test("more chains than a log holds", () => {
  const [chain] = exported([kinds["a redirect"]]).chains;
  const chains = Array.from({ length: 10_001 }, (_, at) => ({ ...chain, id: String(at) }));
  const result = importLog(JSON.stringify({ ...trace, chains }));
  expect(result).toEqual({ problem: { kind: "too-many-chains", max: 10_000 } });
});

test("more hops than anyone would draw", () => {
  const [chain] = exported([kinds["a redirect"]]).chains;
  const [first, last] = chain?.hops ?? [];
  const withHops = (count: number) => {
    const hops = [...Array.from({ length: count - 1 }, () => first), last];
    return importLog(JSON.stringify({ ...trace, chains: [{ ...chain, hops }] }));
  };
  expect("chains" in withHops(2_000)).toBe(true);
  expect(withHops(2_001)).toEqual({ problem: { kind: "too-many-hops", max: 2_000 } });
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
