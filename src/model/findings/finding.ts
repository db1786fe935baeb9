/** A finding: a fact about a hop or a chain that is worth a person's attention. Texts are in `_locales`, by the id. */
import type { Chain, Hop } from "../redirect-chain.ts";

export type Severity = "info" | "warning" | "error";

export type FindingId =
  | "method-changed"
  | "body-lost"
  | "internal-redirect"
  | "too-many-redirects"
  | "missing-location"
  | "not-followed"
  | "inferred-hop"
  | "beginning-missed";

export interface Finding {
  readonly id: FindingId;
  readonly severity: Severity;
  /** Index of the hop; absent when the whole chain is meant. */
  readonly hop?: number;
}

/** Silent (an empty list) where the evidence is missing: a finding never guesses. */
export type FindFindings = (chain: Chain) => Finding[];

/** Hops that were followed, each with the next. */
export function followedHops(chain: Chain): { readonly hop: Hop; readonly next: Hop; readonly index: number }[] {
  return chain.hops.flatMap((hop, index) => {
    const next = chain.hops[index + 1];
    return next === undefined ? [] : [{ hop, next, index }];
  });
}
