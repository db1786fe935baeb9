/** Tests the first sentences of all findings, which stand for them in a headline. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { firstSentenceOf } from "../../../panel/findings/first-sentence.ts";

const locales = join(import.meta.dirname, "../../../_locales");

test.each([
  ["One. Two.", "One."],
  ["Send max-age=60 to a.test/b.c. Then stop.", "Send max-age=60 to a.test/b.c."],
  ["最初。次。", "最初。"],
  ["No period: $1", "No period: $1"],
])("%s", (whole, first) => {
  expect(firstSentenceOf(whole)).toBe(first);
});

test.each(readdirSync(locales))("%s: every finding has a first sentence, with its end", (locale) => {
  const file = join(locales, locale, "messages.json");
  const messages = JSON.parse(readFileSync(file, "utf8")) as Record<string, { readonly message: string }>;
  const texts = Object.entries(messages).filter(([name]) => /^finding_.+_(?:what|fix)(?:_|$)/.test(name));
  const wrong = texts.filter(([, { message }]) => !/(?:[.!?。)）]|\$\d)$/u.test(firstSentenceOf(message)));
  expect(texts.length).toBeGreaterThan(80);
  expect(wrong).toEqual([]);
});
