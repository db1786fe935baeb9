/**
 * Texts, from `_locales`. The compiler checks the names of messages against the English file, which is the complete one.
 */
import type { ComponentChildren } from "preact";
import browser from "webextension-polyfill";
import type messages from "../../_locales/en/messages.json";

export type TextName = keyof typeof messages;

/** Texts that depend on a number have one message for each plural category of the language: `name_one`, `name_other`. */
export type PluralTextName = TextName extends infer Name ? (Name extends `${infer Stem}_other` ? Stem : never) : never;

export function text(name: TextName, ...values: (string | number)[]): string {
  return message(name, values.map(String));
}

/** The number that decides the plural is the message's $1, further values its $2, … */
export function countText(name: PluralTextName, count: number, ...more: (number | string)[]): string {
  const form = pluralRules.select(count);
  const shown = [count, ...more].map((value) => (typeof value === "number" ? numberFormat.format(value) : value));
  return message(`${name}_${form}`, shown) || message(`${name}_other`, shown);
}

/** A text whose values are elements (a URL in `<code>`): the message decides the order, the caller the looks. */
export function richText(name: TextName, ...values: ComponentChildren[]): ComponentChildren[] {
  // Private-use characters mark where the values go; no message and no value has them.
  const marks = values.map((_, index) => String.fromCharCode(0xe000 + index));
  const parts = message(name, marks).split(/([\ue000-\ue00f])/);
  return parts.map((part) => (marks.includes(part) ? values[part.charCodeAt(0) - 0xe000] : part));
}

export function uiLanguage(): string {
  return language;
}

const language = browser.i18n.getUILanguage();
// Making one of these takes longer than all else in a row of the list.
const pluralRules = new Intl.PluralRules(language);
const numberFormat = new Intl.NumberFormat(language);
const plainMessages = new Map<string, string>();

/**
 * "" for a message that does not exist. A panel can outlive its extension for a moment (Chromium, extension reloaded):
 * asking then throws, and what was asked before is all that is left.
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
