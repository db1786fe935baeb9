/** Tests the tokenizer, and that serialised terms are parsed as the same terms. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { filterTerm, filterTokens } from "../../../src/model/filter/filter-tokens.ts";
import { hostileText } from "../export/hostile.ts";

const short = (text: string) =>
  filterTokens(text).map(({ isNegated, key, value }) => [isNegated ? "-" : "", key, value] as const);

test.each([
  ["", []],
  ["  \t ", []],
  ["checkout", [["", undefined, "checkout"]]],
  [
    "  a   b ",
    [
      ["", undefined, "a"],
      ["", undefined, "b"],
    ],
  ],
  ["status:302", [["", "status", "302"]]],
  ["Status:302", [["", "status", "302"]]],
  ["status:", [["", "status", ""]]],
  ["-status:302", [["-", "status", "302"]]],
  ["-", []],
  ["- a", [["", undefined, "a"]]],
  ["--a", [["-", undefined, "-a"]]],
  ['"a b"', [["", undefined, "a b"]]],
  ['-"a b"', [["-", undefined, "a b"]]],
  ['host:"a b"', [["", "host", "a b"]]],
  ['"status:302"', [["", undefined, "status:302"]]],
  ['"a b', [["", undefined, "a b"]]],
  ['"a\\"b\\\\"', [["", undefined, 'a"b\\']]],
  ['"a\\', [["", undefined, "a\\"]]],
  ["a\\b", [["", undefined, "a\\b"]]],
  ["https://shop.test:8080/a?b=c:d", [["", undefined, "https://shop.test:8080/a?b=c:d"]]],
  ["shop.test:8080", [["", undefined, "shop.test:8080"]]],
  ["localhost:8080", [["", "localhost", "8080"]]],
  ["/a:b", [["", undefined, "/a:b"]]],
] as const)("%j", (text, expected) => {
  expect(short(text)).toEqual(expected);
});

const term = fc.record({
  isNegated: fc.boolean(),
  key: fc.option(fc.constantFrom("status", "host", "x-y"), { nil: undefined }),
  value: hostileText,
});

test("serialised terms are parsed as the same terms", () => {
  fc.assert(
    fc.property(fc.array(term), (terms) => {
      const text = terms.map(filterTerm).join(" ");
      expect(short(text)).toEqual(terms.map(({ isNegated, key, value }) => [isNegated ? "-" : "", key, value]));
    }),
  );
});

test("any text has tokens, in order and without overlap", () => {
  fc.assert(
    fc.property(fc.oneof(hostileText, fc.string({ unit: "binary" })), (text) => {
      let end = 0;
      for (const token of filterTokens(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.valueStart).toBeGreaterThanOrEqual(token.start);
        expect(token.end).toBeGreaterThanOrEqual(token.valueStart);
        ({ end } = token);
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});
