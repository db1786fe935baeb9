/**
 * The text of a filter taken apart: words, and `key:value` with `-` before and quotes around. Any text has tokens; what
 * they mean is for `filter-keys.ts` to say.
 */

export interface FilterToken {
  /** Where it is in the text; `end` is after its last character. */
  readonly start: number;
  readonly end: number;
  readonly isNegated: boolean;
  /** In lower case. Absent for a word, and for anything that begins with a quote. */
  readonly key?: string;
  /** Where the value, or the word, begins in the text. */
  readonly valueStart: number;
  /** Without its quotes. */
  readonly value: string;
}

/** A quote that is never closed goes to the end: someone is still typing. */
const quotedPart = /"((?:\\.|[^"\\])*\\?)(?:"|$)/gs;
const tokenPattern = /(?:"(?:\\.|[^"\\])*\\?(?:"|$)|[^\s"])+/gs;
/** `https://…` is a word: URLs are what people paste. */
const keyPattern = /^([a-z][a-z-]*):(?!\/\/)/i;

export function filterTokens(text: string): FilterToken[] {
  return [...text.matchAll(tokenPattern)].flatMap(({ 0: whole, index: start }) => {
    // A minus alone is about to become one before something.
    if (whole === "-") return [];
    const isNegated = whole.startsWith("-");
    const body = isNegated ? whole.slice(1) : whole;
    const [keyAndColon = "", key] = keyPattern.exec(body) ?? [];
    const valueStart = start + (isNegated ? 1 : 0) + keyAndColon.length;
    const end = start + whole.length;
    const value = unquoted(text.slice(valueStart, end));
    return [{ start, end, isNegated, valueStart, value, ...(key === undefined ? {} : { key: key.toLowerCase() }) }];
  });
}

export function unquoted(text: string): string {
  return text.replace(quotedPart, (_, inner: string) => inner.replace(/\\(["\\])/g, "$1"));
}

interface FilterTerm {
  readonly isNegated: boolean;
  readonly key: string | undefined;
  readonly value: string;
}

/** The text that `filterTokens` reads as just this, quoted where it has to be. */
export function filterTerm({ isNegated, key, value }: FilterTerm): string {
  const isMisread = key === undefined && (value.startsWith("-") || keyPattern.test(value));
  const isQuoted = value === "" || isMisread || /[\s"]/.test(value);
  const shown = isQuoted ? `"${value.replace(/["\\]/g, "\\$&")}"` : value;
  return `${isNegated ? "-" : ""}${key === undefined ? "" : `${key}:`}${shown}`;
}
