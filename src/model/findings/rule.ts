/** What a finding is made of: a rule describes itself completely, so that lists, texts, recipes and tests derive from it. */
import type { Chain, Hop, RedirectedHop } from "../chain/redirect-chain.ts";
import type { RecipeId } from "./recipe.ts";

/** Worst first. */
export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

export interface FindingRule<Id extends string = string> {
  /** Names the texts in `_locales`: `finding_<id>_title`, `_what` and `_fix`, with underscores for hyphens. */
  readonly id: Id;
  /** Every severity that the finding can have; the first is the default. */
  readonly severities: readonly [Severity, ...Severity[]];
  /** URL of the document that decides it: a standard, Google's or a browser vendor's documentation. */
  readonly source: string;
  /** Server configuration that fixes it, beside the text `_fix`. */
  readonly recipes?: readonly RecipeId[];
  /** Ids of findings that are consequences of this one: it speaks for them. */
  readonly effects?: readonly string[];
  /** Names of texts that replace `_what` (`finding_<id>_what_<name>`). */
  readonly whats?: readonly string[];
  /** The same for `_fix`, each with the recipes that replace `recipes`. */
  readonly fixes?: Readonly<Record<string, readonly RecipeId[]>>;
  /** Returns an empty list where the evidence is missing: a finding never guesses. */
  readonly find: (chain: Chain) => readonly Occurrence[];
}

/** Where and how a rule applies to a chain. */
export interface Occurrence {
  readonly severity?: Severity;
  /** Index of the hop; absent when the whole chain is meant. */
  readonly hop?: number;
  /** Substitutions for $1, $2, …: counts, field names, URLs with their secrets masked. */
  readonly values?: readonly string[];
  /** One of the rule's `whats` and `fixes`. */
  readonly what?: string;
  readonly fix?: string;
}

export function defineFinding<const Id extends string>(rule: FindingRule<Id>): FindingRule<Id> {
  return rule;
}

export interface FollowedHop {
  readonly hop: RedirectedHop;
  readonly next: Hop;
  readonly index: number;
}

/** Hops that were followed, each with the next. */
export function followedHops(chain: Chain): FollowedHop[] {
  return chain.hops.flatMap((hop, index) => {
    const next = chain.hops[index + 1];
    return next === undefined || hop.state !== "redirected" ? [] : [{ hop, next, index }];
  });
}
