/** Tests that every UI text exists, is used, and exists in every language with the same values. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findingRules } from "../src/model/findings/all-findings.ts";
import type { FindingRule } from "../src/model/findings/rule.ts";

type Messages = Readonly<Record<string, { readonly message: string }>>;

const root = join(import.meta.dirname, "..");
const locales = readdirSync(join(root, "_locales"));
const english = messagesOf("en");
const names = Object.keys(english);
const sources = filesBelow("panel")
  .filter((file) => /\.(tsx?|html)$/.test(file))
  .concat("manifest.json")
  .map((file) => readFileSync(join(root, file), "utf8"))
  .join("\n");

const quoted = new Set(
  [...sources.matchAll(/"__MSG_(\w+?)__"|"(\w+)"/g)].map(([, message, literal]) => message ?? literal),
);
const pluralForms = ["zero", "one", "two", "few", "many", "other"];
/** As in panel/findings/finding-badge.tsx. */
const findingTexts = findingRules.flatMap(({ id, whatVariants = [], fixVariants = {} }: FindingRule) => {
  const parts = ["title", "what", "fix"];
  const varied = [
    ...whatVariants.map((name) => `what_${name}`),
    ...Object.keys(fixVariants).map((name) => `fix_${name}`),
  ];
  return [...parts, ...varied].map((part) => `finding_${id}_${part}`.replaceAll("-", "_"));
});
/** `browser${method}${body}` in panel/details/explain-hop.ts. */
const browserTexts = ["Kept", "Changed"].flatMap((method) =>
  ["BodyKept", "BodyLost", "NoBody", "BodyNotSent", "BodyUnknown"].map((body) => `browser${method}${body}`),
);

test.each(names)("%s is used", (name) => {
  const [, stem, end] = /^(.+)_([a-z]+)$/.exec(name) ?? [];
  const isPluralForm = end !== undefined && pluralForms.includes(end) && quoted.has(stem);
  expect(quoted.has(name) || browserTexts.includes(name) || isPluralForm || findingTexts.includes(name)).toBe(true);
});

test("every requested text exists", () => {
  const asked = [
    ...[...sources.matchAll(/\b(?:text|richText)\(\s*"(\w+)"/g)].map(([, name]) => name),
    ...[...sources.matchAll(/__MSG_(\w+?)__/g)].map(([, name]) => name),
    ...[...sources.matchAll(/\bcountText\(\s*"(\w+)"/g)].map(([, stem]) => `${stem}_other`),
    ...browserTexts,
  ];
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((name) => name === undefined || !(name in english))).toEqual([]);
});

test("every finding has its texts", () => {
  expect(findingTexts.length).toBeGreaterThan(90);
  expect(findingTexts.filter((name) => !(name in english))).toEqual([]);
});

describe.each(locales)("%s", (locale) => {
  const messages = messagesOf(locale);

  test("has the texts of the English file, and no other", () => {
    expect(stemsOf(messages)).toEqual(stemsOf(english));
  });

  test("has the same values in each text", () => {
    const wrong = Object.entries(messages).filter(([name, { message }]) => {
      const original = english[name] ?? english[name.replace(/_[a-z]+$/, "_other")];
      // "One redirect" may omit its number.
      const isWithout = name.endsWith("_one") && valuesIn(message) === "";
      return !isWithout && valuesIn(message) !== valuesIn(original?.message ?? "");
    });
    expect(wrong).toEqual([]);
  });

  test("has the same number of lines in each text: items of lists, questions with answers", () => {
    const wrong = Object.entries(messages).filter(
      ([name, { message }]) => !isPlural(name) && linesIn(message) !== linesIn(english[name]?.message ?? ""),
    );
    expect(wrong).toEqual([]);
  });

  test("has each plural that its language needs", () => {
    // Up to 1,000: the "many" of Spanish or French starts at a million, where "other" is acceptable.
    const rules = new Intl.PluralRules(locale.replace("_", "-"));
    const needed = new Set(["other", ...Array.from({ length: 1_000 }, (_, count) => rules.select(count))]);
    const forms = pluralStems(messages).flatMap((stem) => [...needed].map((form) => `${stem}_${form}`));
    expect(forms.filter((name) => !(name in messages))).toEqual([]);
  });

  test("has no empty text, no surrounding space, and no $ that a browser would drop", () => {
    const wrong = Object.values(messages).filter(
      ({ message }) => message === "" || message !== message.trim() || message.replaceAll(/\$[1-9]/g, "").includes("$"),
    );
    expect(wrong).toEqual([]);
  });
});

function messagesOf(locale: string): Messages {
  const file = join(root, "_locales", locale, "messages.json");
  return JSON.parse(readFileSync(file, "utf8")) as Messages;
}

/** A text that depends on a number has a name for each form: `redirectCount_one`. */
function isPlural(name: string): boolean {
  return pluralForms.some((form) => name.endsWith(`_${form}`));
}

function stemOf(name: string): string {
  return isPlural(name) ? name.replace(/_[a-z]+$/, "") : name;
}

function pluralStems(messages: Messages): string[] {
  return [...new Set(Object.keys(messages).filter(isPlural).map(stemOf))];
}

function stemsOf(messages: Messages): string[] {
  return [...new Set(Object.keys(messages).map(stemOf))].toSorted();
}

function linesIn(message: string): number {
  return message.split("\n").length;
}

function valuesIn(message: string): string {
  return [...new Set(message.match(/\$[1-9]/g))].toSorted().join(" ");
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file));
}
