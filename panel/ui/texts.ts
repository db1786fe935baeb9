/** Texts from `_locales`. The compiler checks message names against the English file. */
import type { ComponentChildren } from "preact";
import browser from "../../src/browser-api.ts";
import type messages from "../../_locales/en/messages.json";

export type TextName = keyof typeof messages;

/** Texts with a count have one message per plural category of the language: `name_one`, `name_other`. */
export type PluralTextName = TextName extends infer Name ? (Name extends `${infer Stem}_other` ? Stem : never) : never;

export function text(name: TextName, ...values: (string | number)[]): string {
  return message(name, values.map(String));
}

/** The count selects the plural and is the message's $1; further values are $2, … */
export function countText(name: PluralTextName, count: number, ...more: (number | string)[]): string {
  const form = pluralRules.select(count);
  const shown = [count, ...more].map((value) => (typeof value === "number" ? numberFormat.format(value) : value));
  return message(`${name}_${form}`, shown) || message(`${name}_other`, shown);
}

/** A text whose values are elements, such as a URL in `<code>`. */
export function richText(name: TextName, ...values: ComponentChildren[]): ComponentChildren[] {
  // Private-use characters are the placeholders; no message and no value contains them.
  const marks = values.map((_, index) => String.fromCharCode(0xe000 + index));
  const parts = message(name, marks).split(/([\ue000-\ue00f])/);
  return parts.map((part) => (marks.includes(part) ? values[part.charCodeAt(0) - 0xe000] : part));
}

export function uiLanguage(): string {
  return language;
}

const language = browser.i18n.getUILanguage();
// Created once: creating one takes longer than rendering a row.
const pluralRules = new Intl.PluralRules(language);
const numberFormat = new Intl.NumberFormat(language);
const plainMessages = new Map<string, string>();

/**
 * "" for a message that does not exist. After a reload of the extension, Chromium keeps the old panel for a moment: getMessage
 * then throws, and only cached messages are left.
 */
function message(name: string, values: string[]): string {
  const known = values.length === 0 ? plainMessages.get(name) : undefined;
  if (known !== undefined) return known;
  try {
    const found = browser.i18n.getMessage(name, values);
    if (values.length === 0) plainMessages.set(name, found);
    return found;
  } catch {
    return "";
  }
}
