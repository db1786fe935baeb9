/** The filter's words for one hop, as a row's menu offers them, and how they are added to a filter that someone has typed. */
import { hostOf, statusesOf, type FilterKey } from "./filter-keys.ts";
import { filterTerm, filterTokens } from "./filter-tokens.ts";
import type { Hop } from "../chain/redirect-chain.ts";

export interface HopTerm {
  readonly key: FilterKey;
  readonly value: string;
}

/** What its Status column says, and its host. */
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
 * At the end, with room to type on. The same term goes from where it was, with or without a minus; the others are written
 * anew, for a quote may still be open.
 */
export function withTerm(text: string, term: HopTerm & { readonly isNegated: boolean }): string {
  const others = filterTokens(text).filter(({ key, value }) => key !== term.key || value !== term.value);
  return [...others.map((other) => filterTerm({ key: undefined, ...other })), filterTerm(term), ""].join(" ");
}
