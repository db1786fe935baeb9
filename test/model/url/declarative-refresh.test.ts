/** Tests the syntax of refresh values against HTML's "shared declarative refresh steps", step by step. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRefresh } from "../../../src/model/url/declarative-refresh.ts";

const base = "http://shop.test/a/b";

test.each([
  ["0;url=/next", 0, "http://shop.test/next"],
  ["5; URL=next", 5, "http://shop.test/a/next"],
  ["  3 ; url = 'http://x.test/?a=1;b' tail", 3, "http://x.test/?a=1;b"],
  ['3, "c"d', 3, "http://shop.test/a/c"],
  ["1.9;url=/n", 1, "http://shop.test/n"],
  [".5;url=/n", 0, "http://shop.test/n"],
  ["2 /n", 2, "http://shop.test/n"],
  ["2;/n", 2, "http://shop.test/n"],
  ["7", 7, base],
  ["7;", 7, base],
  ["0;url=", 0, base],
  ["0;urlish", 0, "http://shop.test/a/urlish"],
])("%j", (value, delaySeconds, url) => {
  expect(parseRefresh(value, base)).toEqual({ delaySeconds, url });
});

test.each(["", " ", "x", ";url=/n", "-1;url=/n", "5x;url=/n", "5;url=http://["])("browsers ignore %j", (value) => {
  expect(parseRefresh(value, base)).toBeUndefined();
});

test("no value throws", () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      parseRefresh(value, base);
    }),
  );
});
