/** A filter's text → what a chain has to be, and what of the text cannot be understood. Every text is a filter. */
import type { Chain } from "../chain/redirect-chain.ts";
import { isFilterKey, valueTest, type FilterKey, type FindingsOf } from "./filter-keys.ts";
import { filterTokens, type FilterToken } from "./filter-tokens.ts";

export type FilterProblem =
  | { readonly kind: "unknown-key"; readonly key: string; readonly value: string }
  | { readonly kind: "missing-value"; readonly key: FilterKey }
  | { readonly kind: "wrong-value"; readonly key: FilterKey; readonly value: string };

export interface ChainFilter {
  /** What has a problem asks nothing of a chain. */
  readonly problems: readonly FilterProblem[];
  /** Absent: every chain is let through. */
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
  // `type:document|fetch`: one of these.
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

/** Within the URL of any hop, without regard to case; letters that URLs carry encoded are found as they are read. */
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
    // Half a character (a lone surrogate) has no encoding.
    return word;
  }
}
