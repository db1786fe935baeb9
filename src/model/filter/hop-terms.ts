/** The filter terms that a row's context menu offers, and how to add one to a filter text. */
import { hostOf, statusesOf, type FilterKey } from "./filter-keys.ts";
import { filterTerm, filterTokens } from "./filter-tokens.ts";
import type { Hop } from "../chain/redirect-chain.ts";

export interface HopTerm {
  readonly key: FilterKey;
  readonly value: string;
}

/** One for the Status column, one for the host. */
export function hopTerms(hop: Hop): HopTerm[] {
  const host = hostOf(hop);
  const [status = ""] = statusesOf(hop);
  const answer: HopTerm =
    hop.state === "redirected" && hop.source !== "server"
      ? { key: "source", value: hop.source }
      : { key: "status", value: status };
  return [answer, ...(host === "" ? [] : [{ key: "host", value: host } as const])];
}

/**
 * Appends the term and a space. An equal term, negated or not, is removed. The others are written again, since a quote can be
 * unclosed.
 */
export function withTerm(text: string, term: HopTerm & { readonly isNegated: boolean }): string {
  const others = filterTokens(text).filter(({ key, value }) => key !== term.key || value !== term.value);
  return [...others.map((other) => filterTerm({ key: undefined, ...other })), filterTerm(term), ""].join(" ");
}
