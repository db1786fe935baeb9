/** Tests the suggestions at the caret, and that accepting one gives a valid filter. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { suggestionsAt } from "../../../src/model/filter/suggestions.ts";
import { filterKeys } from "../../../src/model/filter/filter-keys.ts";
import { parseFilter } from "../../../src/model/filter/parse-filter.ts";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import { hostileText } from "../export/hostile.ts";
import { answered, chainOf, served } from "../hops.ts";

const chains = [
  chainOf(
    served("https://shop.test/a", 302, "http://other.test:8080/b", { method: "PROPFIND" }),
    answered("http://other.test:8080/b", 418),
  ),
];

/** `^` marks the caret. */
function suggested(marked: string) {
  const caret = marked.indexOf("^");
  return suggestionsAt(marked.replace("^", ""), caret, chains, findFindings);
}

/** The text after the first suggestion was accepted. */
function completed(marked: string): string | undefined {
  const text = marked.replace("^", "");
  const [first] = suggested(marked);
  return first === undefined ? undefined : text.slice(0, first.start) + first.inserted + text.slice(first.end);
}

test.each([
  ["^", "status:"],
  ["st^", "status:"],
  ["SO^", "source:"],
  ["-st^", "-status:"],
  ["-^", "-status:"],
  ["a ^ b", "a status: b"],
  ["checkout^", undefined],
  ['"st^', undefined],
  ["status:^", "status:301 "],
  ["status:30^", "status:301 "],
  ["status:^ b", "status:301 b"],
  ["status:3xx^", undefined],
  ["status:4^", "status:4xx "],
  ["status:41^", "status:418 "],
  ["met^hod:POST", "method:POST"],
  ["-^hod:POST b", "-status:POST b"],
  ["method:po^", "method:POST "],
  ["method:PRO^", "method:PROPFIND "],
  ["type:f^", "type:fetch "],
  ["type:document|f^", "type:document|fetch "],
  ["host:^", "host:other.test:8080 "],
  ["host:shop^", "host:shop.test "],
  ["-finding:body-s^", "-finding:body-sent-elsewhere "],
  ["source:hs^", "source:hsts "],
  ["stauts:^", undefined],
])("%s", (marked, expected) => {
  expect(completed(marked)).toBe(expected);
});

test("every key, and every value of a key", () => {
  expect(suggested("^").map(({ inserted }) => inserted)).toEqual(Object.keys(filterKeys).map((key) => `${key}:`));
  expect(suggested("finding:^").map(({ value }) => value)).toEqual(filterKeys.finding.values);
  expect(suggested("method:^").map(({ value }) => value)).toEqual([...filterKeys.method.values, "PROPFIND"]);
});

test("at any caret in any text, accepting a suggestion gives a valid filter", () => {
  const start = fc.constantFrom(...Object.keys(filterKeys).map((key) => `${key}:`), "", "-", "st", "a ");
  fc.assert(
    fc.property(start, hostileText, fc.nat(), (before, after, at) => {
      const text = before + after;
      for (const { start: from, end, inserted, key, value } of suggestionsAt(
        text,
        at % (text.length + 1),
        chains,
        findFindings,
      )) {
        expect(text.slice(0, from).length + text.slice(from, end).length + text.slice(end).length).toBe(text.length);
        const problems = parseFilter(`${value === undefined ? "" : `${key}:`}${inserted}`).problems;
        expect(problems).toEqual(value === undefined ? [{ kind: "missing-value", key }] : []);
      }
    }),
  );
});
