/** Suggestions for the text at the caret of a filter: keys for a word, values after a key. */
import { filterKeys, isFilterKey, type FilterKey, type FindingsOf } from "./filter-keys.ts";
import { filterTerm, filterTokens, unquoted } from "./filter-tokens.ts";
import type { Chain } from "../chain/redirect-chain.ts";

export interface FilterSuggestion {
  readonly key: FilterKey;
  /** Absent: the key itself is suggested. */
  readonly value?: string;
  /** The range of the text to replace, and the replacement. */
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

const maxSuggestions = 50;

/** Values of the open keys (hosts, methods) come from the chains of the log. */
export function suggestionsAt(
  text: string,
  caret: number,
  chains: readonly Chain[],
  findingsOf: FindingsOf,
): FilterSuggestion[] {
  const token = filterTokens(text).find(({ start, end }) => start <= caret && caret <= end);
  if (token?.key === undefined || caret < token.valueStart) {
    const start = token === undefined ? caret : token.start + (token.isNegated ? 1 : 0);
    const end = token?.key === undefined ? (token?.end ?? caret) : token.valueStart;
    return keySuggestions(text.slice(start, caret), start, end);
  }
  if (!isFilterKey(token.key)) return [];
  const key = token.key;
  const typed = text.slice(token.valueStart, caret);
  const start = token.valueStart + typed.lastIndexOf("|") + 1;
  const beginning = unquoted(text.slice(start, caret)).toLowerCase();
  const suggested = valuesFor(key, chains, findingsOf).filter((value) => isSuggested(key, beginning, value));
  // The value is already complete.
  if (suggested.length === 1 && suggested[0]?.toLowerCase() === beginning) return [];
  const { end } = token;
  const space = end === text.length ? " " : "";
  return suggested.slice(0, maxSuggestions).map((value) => {
    const inserted = filterTerm({ isNegated: false, key, value }).slice(key.length + 1) + space;
    return { key, value, start, end, inserted };
  });
}

function keySuggestions(beginning: string, start: number, end: number): FilterSuggestion[] {
  return (Object.keys(filterKeys) as FilterKey[])
    .filter((key) => key.startsWith(beginning.toLowerCase()))
    .map((key) => ({ key, start, end, inserted: `${key}:` }));
}

function isSuggested(key: FilterKey, beginning: string, value: string): boolean {
  const lowered = value.toLowerCase();
  return key === "host" ? lowered.includes(beginning) : lowered.startsWith(beginning);
}

function valuesFor(key: FilterKey, chains: readonly Chain[], findingsOf: FindingsOf): string[] {
  const { values, valuesOf } = filterKeys[key];
  const known = new Set<string>(values);
  if (key !== "host" && key !== "method" && key !== "status") return [...known];
  const seen = new Set(chains.flatMap((chain) => valuesOf(chain, findingsOf)));
  const isKnown = new Set([...known].map((value) => value.toLowerCase()));
  const added = [...seen].filter((value) => value !== "" && !isKnown.has(value)).toSorted();
  return [...known, ...(key === "method" ? added.map((value) => value.toUpperCase()) : added)];
}
