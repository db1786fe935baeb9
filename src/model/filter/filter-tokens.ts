/**
 * The tokenizer of the filter: words and `key:value`, optionally negated by `-` and quoted. Every text is valid; `filter-keys.ts`
 * knows what the tokens mean.
 */

export interface FilterToken {
  /** Position in the text; `end` is after the last character. */
  readonly start: number;
  readonly end: number;
  readonly isNegated: boolean;
  /** In lower case. Absent for a word, and for a token that begins with a quote. */
  readonly key?: string;
  /** Position of the value or the word in the text. */
  readonly valueStart: number;
  /** Unquoted. */
  readonly value: string;
}

/** An unclosed quote extends to the end: the user is still typing. */
const quotedPart = /"((?:\\.|[^"\\])*\\?)(?:"|$)/gs;
const tokenPattern = /(?:"(?:\\.|[^"\\])*\\?(?:"|$)|[^\s"])+/gs;
/** `https://…` is a word, since users paste URLs. */
const keyPattern = /^([a-z][a-z-]*):(?!\/\/)/i;

export function filterTokens(text: string): FilterToken[] {
  return [...text.matchAll(tokenPattern)].flatMap(({ 0: whole, index: start }) => {
    // A single minus is the beginning of a negated term.
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

/** The text that `filterTokens` parses into this term, quoted if necessary. */
export function filterTerm({ isNegated, key, value }: FilterTerm): string {
  const isMisread = key === undefined && (value.startsWith("-") || keyPattern.test(value));
  const isQuoted = value === "" || isMisread || /[\s"]/.test(value);
  const shown = isQuoted ? `"${value.replace(/["\\]/g, "\\$&")}"` : value;
  return `${isNegated ? "-" : ""}${key === undefined ? "" : `${key}:`}${shown}`;
}
