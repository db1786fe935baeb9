/** Tests the filter terms of a hop, that they match it, and how they are added to the filter text. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { filterTokens } from "../../../src/model/filter/filter-tokens.ts";
import { hopTerms, withTerm } from "../../../src/model/filter/hop-terms.ts";
import { parseFilter } from "../../../src/model/filter/parse-filter.ts";
import type { Hop } from "../../../src/model/chain/redirect-chain.ts";
import { hostileText } from "../export/hostile.ts";
import { answer, answered, chainOf, failed, internal, pending, served } from "../hops.ts";

const url = "http://a.test:81/path";

test.each([
  [served(url, 302, "/b"), ["status:302", "host:a.test:81"]],
  [internal(url, "hsts", "/b"), ["source:hsts", "host:a.test:81"]],
  [answered(url, 405), ["status:405", "host:a.test:81"]],
  [failed(url, "net::ERR_FAILED"), ["status:failed", "host:a.test:81"]],
  [failed(url, "net::ERR_FAILED", { answer: answer(302) }), ["status:failed", "host:a.test:81"]],
  [pending("data:text/plain,a"), ["status:pending"]],
] satisfies [Hop, string[]][])("%#: %o", (hop, expected) => {
  const terms = hopTerms(hop);
  expect(terms.map(({ key, value }) => `${key}:${value}`)).toEqual(expected);
  for (const term of terms) {
    const shows = (isNegated: boolean) => {
      const { problems, matches } = parseFilter(withTerm("", { ...term, isNegated }));
      expect(problems).toEqual([]);
      return matches?.(chainOf(hop), () => []);
    };
    expect([shows(false), shows(true)]).toEqual([true, false]);
  }
});

const term = { key: "status", value: "302" } as const;

test.each([
  ["", "-status:302 "],
  ["  shop   body:lost ", "shop body:lost -status:302 "],
  ["status:302 shop", "shop -status:302 "],
  ["-STATUS:302 status:301", "status:301 -status:302 "],
  ['"a b" status:"302"', '"a b" -status:302 '],
])("%j", (text, expected) => {
  expect(withTerm(text, { ...term, isNegated: true })).toBe(expected);
});

test("other terms stay the same", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const termOf = ({ isNegated, key, value }: ReturnType<typeof filterTokens>[number]) => ({
        isNegated,
        key,
        value,
      });
      const others = filterTokens(text).filter(({ key, value }) => key !== term.key || value !== term.value);
      const joined = filterTokens(withTerm(text, { ...term, isNegated: false }));
      expect(joined.slice(0, -1).map(termOf)).toEqual(others.map(termOf));
      expect(joined.at(-1)).toMatchObject({ ...term, isNegated: false });
    }),
  );
});
