/** Tests the position of JSON syntax errors. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { jsonErrorPlace } from "../../../src/model/import/json-error.ts";

function placeOf(text: string) {
  const work = jsonErrorPlace(text);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

test.each([
  ["hello", 1, 1],
  ["<html>", 1, 1],
  ["{} {}", 1, 4],
  ['{"a":1,}', 1, 8],
  ["[1,]", 1, 4],
  ["[1 2]", 1, 4],
  ['{"a" 1}', 1, 6],
  ['{"a":}', 1, 6],
  ["{a:1}", 1, 2],
  ["{1:1}", 1, 2],
  ['{"a":1]', 1, 7],
  ["[01]", 1, 2],
  ["[1.]", 1, 2],
  ["[tru]", 1, 2],
  ["[nulls]", 1, 2],
  ["[NaN]", 1, 2],
  ['["a\tb"]', 1, 4],
  ['["\\x"]', 1, 3],
  ['["\\u12g4"]', 1, 3],
  ["['a']", 1, 2],
  ['{\n  "a": 1,\n  "b" 2\n}', 3, 7],
  ["[1,\r\n 2,, 3]", 2, 4],
  ['["a', 1, 4],
  ["[", 1, 2],
  [",", 1, 1],
  ["]", 1, 1],
  ["", 1, 1],
])("%j", (text, line, column) => {
  expect(placeOf(text)).toEqual({ line, column });
});

test("valid JSON has no error before its end", () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom("", ",", '"', "}", "]", "1", "\\", " "), (json, place, added) => {
      const at = place % (json.length + 1);
      const text = json.slice(0, at) + added + json.slice(at);
      if (isJson(text)) expect(placeOf(text)).toEqual({ line: 1, column: text.length + 1 });
    }),
    { numRuns: 2_000 },
  );
});

test("a string of several megabytes", () => {
  expect(placeOf(`["${"x".repeat(5_000_000)}" 1]`)).toEqual({ line: 1, column: 5_000_005 });
});
