/** Tests that untrusted text cannot hide or disturb anything, and is shortened in the middle. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutInMiddle, visibleText } from "../../../panel/ui/visible-text.ts";

test.each([
  ["plain text", "https://a.test/größe?q=日本", "https://a.test/größe?q=日本"],
  ["emoji", "👍", "👍"],
  ["right-to-left letters", "שלום", "שלום"],
  ["right-to-left override", "/gnp.\u202eexe", "/gnp.\\u{202e}exe"],
  ["isolates", "\u2066a\u2069", "\\u{2066}a\\u{2069}"],
  ["zero width", "a\u200bb\ufeff", "a\\u{200b}b\\u{feff}"],
  ["line breaks", "a\r\n\u2028\u2029\u0085b", "a\\u{d}\\u{a}\\u{2028}\\u{2029}\\u{85}b"],
  ["controls", "\u0000\u001b[31m\u007f", "\\u{0}\\u{1b}[31m\\u{7f}"],
  ["half a character", "a\ud83d", "a\\u{d83d}"],
  ["invisible tags beyond the first plane", "\u{e0041}", "\\u{e0041}"],
])("%s", (_, untrusted, shown) => {
  expect(visibleText(untrusted)).toBe(shown);
});

test("no text keeps invisible characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (untrusted) => {
      expect(visibleText(untrusted)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    }),
  );
});

test("a huge text is shortened, even if all of it is escaped", () => {
  expect(visibleText("\u202e".repeat(10 ** 6)).length).toBeLessThan(20_000);
});

test.each([
  ["short", "abcdef", 6, "abcdef"],
  ["long", "abcdefg", 6, "abc…efg"],
  ["odd", "abcdefg", 5, "ab…fg"],
  ["empty", "", 5, ""],
])("shortened: %s", (_, text, maxLength, cut) => {
  expect(cutInMiddle(text, maxLength)).toBe(cut);
});

test("surrogate pairs are never split", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 8 }), fc.integer({ min: 2, max: 7 }), (text, maxLength) => {
      expect(cutInMiddle(text, maxLength)).not.toMatch(/\p{Cs}/u);
    }),
  );
});
