/** A finding rule describes itself completely: lists, texts, recipes and tests are derived from it. */
import type { Chain, Hop, RedirectedHop } from "../chain/redirect-chain.ts";
import type { RecipeId } from "./recipe.ts";

/** Most severe first. */
export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

export interface FindingRule<Id extends string = string> {
  /** The texts in `_locales` are `finding_<id>_title`, `_what` and `_fix`, with underscores for hyphens. */
  readonly id: Id;
  /** All possible severities; the first is the default. */
  readonly severities: readonly [Severity, ...Severity[]];
  /** URL of the authoritative document: a standard, or the documentation of Google or a browser vendor. */
  readonly source: string;
  /** Server configurations that fix it, in addition to the text `_fix`. */
  readonly recipes?: readonly RecipeId[];
  /** Ids of findings that are effects of this one. */
  readonly effects?: readonly string[];
  /** Variants of the text `_what`: `finding_<id>_what_<name>`. */
  readonly whatVariants?: readonly string[];
  /** Variants of the text `_fix`, each with the recipes that replace `recipes`. */
  readonly fixVariants?: Readonly<Record<string, readonly RecipeId[]>>;
  /** Returns an empty list without evidence: a finding never guesses. */
  readonly find: (chain: Chain) => readonly Occurrence[];
}

/** Where and how a rule applies to a chain. */
export interface Occurrence {
  readonly severity?: Severity;
  /** Index of the hop; absent if the finding is about the whole chain. */
  readonly hop?: number;
  /** Substitutions for $1, $2, …: counts, field names, URLs with masked secrets. */
  readonly values?: readonly string[];
  /** One of the rule's `whatVariants` or `fixVariants`. */
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

/** The followed hops, each with the next hop. */
export function followedHops(chain: Chain): FollowedHop[] {
  return chain.hops.flatMap((hop, index) => {
    const next = chain.hops[index + 1];
    return next === undefined || hop.state !== "redirected" ? [] : [{ hop, next, index }];
  });
}
