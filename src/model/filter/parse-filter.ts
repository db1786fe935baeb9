/** Parses a filter text into a predicate and a list of problems. Every text is a filter. */
import type { Chain } from "../chain/redirect-chain.ts";
import { isFilterKey, valueTest, type FilterKey, type FindingsOf } from "./filter-keys.ts";
import { filterTokens, type FilterToken } from "./filter-tokens.ts";

export type FilterProblem =
  | { readonly kind: "unknown-key"; readonly key: string; readonly value: string }
  | { readonly kind: "missing-value"; readonly key: FilterKey }
  | { readonly kind: "wrong-value"; readonly key: FilterKey; readonly value: string };

export interface ChainFilter {
  /** Terms with a problem are ignored. */
  readonly problems: readonly FilterProblem[];
  /** Absent: every chain matches. */
  readonly matches?: (chain: Chain, findingsOf: FindingsOf) => boolean;
}

type Condition = (chain: Chain, findingsOf: FindingsOf) => boolean;

export function parseFilter(text: string): ChainFilter {
  const problems: FilterProblem[] = [];
  const conditions = filterTokens(text).flatMap((token) => {
    const condition = conditionOf(token, problems);
    if (condition === undefined) return [];
    return token.isNegated ? [(...about: Parameters<Condition>) => !condition(...about)] : [condition];
  });
  if (conditions.length === 0) return { problems };
  return {
    problems,
    matches: (chain, findingsOf) => conditions.every((condition) => condition(chain, findingsOf)),
  };
}

function conditionOf({ key, value }: FilterToken, problems: FilterProblem[]): Condition | undefined {
  if (key === undefined) return value === "" ? undefined : urlCondition(value);
  if (!isFilterKey(key)) {
    problems.push({ kind: "unknown-key", key, value });
    return undefined;
  }
  // `type:document|fetch`: either of them.
  const wanted = value.split("|").filter((part) => part !== "");
  if (wanted.length === 0) {
    problems.push({ kind: "missing-value", key });
    return undefined;
  }
  const tests = wanted.flatMap((part) => {
    const test = valueTest(key, part);
    if (test === undefined) problems.push({ kind: "wrong-value", key, value: part });
    return test ?? [];
  });
  return tests.length === 0 ? undefined : (chain, findingsOf) => tests.some((test) => test(chain, findingsOf));
}

/** Searches the URLs of all hops, ignoring case, for the word as typed and percent-encoded. */
function urlCondition(word: string): Condition {
  const plain = word.toLowerCase();
  const encoded = encodedOf(word).toLowerCase();
  return ({ hops }) =>
    hops.some(({ url }) => {
      const lowered = url.toLowerCase();
      return lowered.includes(plain) || lowered.includes(encoded);
    });
}

function encodedOf(word: string): string {
  try {
    return encodeURI(word);
  } catch {
    // A lone surrogate cannot be encoded.
    return word;
  }
}
