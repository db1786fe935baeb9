/** A finding: a fact about a hop or a chain that is worth a person's attention. Texts are in `_locales`, by the id. */
import type { Chain, Hop, RedirectedHop } from "../redirect-chain.ts";

/** Worst first. */
export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

export type FindingId =
  | "method-changed"
  | "body-lost"
  | "method-not-allowed-after-redirect"
  | "resubmission-risk"
  | "unsafe-method-kept"
  | "body-sent-elsewhere"
  | "login-over-http"
  | "internal-redirect"
  | "https-downgrade"
  | "loop"
  | "too-many-redirects"
  | "long-chain"
  | "mixed-permanence"
  | "temporary-for-canonical"
  | "permanent-on-post"
  | "cached-redirect"
  | "cacheable-without-expiry"
  | "client-redirect"
  | "not-followed"
  | "missing-location"
  | "invalid-location"
  | "redirect-to-error"
  | "redirect-to-home"
  | "fragment-lost"
  | "query-lost"
  | "credentials-in-url"
  | "secret-in-query"
  | "noindex-target"
  | "canonical-elsewhere"
  | "slow-hop"
  | "cors-redirect"
  | "inferred-hop"
  | "beginning-missed";

export interface Finding {
  readonly id: FindingId;
  readonly severity: Severity;
  /** Index of the hop; absent when the whole chain is meant. */
  readonly hop?: number;
  /** What the text names as $1, $2, …: counts, field names, URLs with their secrets masked. */
  readonly values?: readonly string[];
}

/** Silent (an empty list) where the evidence is missing: a finding never guesses. */
export type FindFindings = (chain: Chain) => Finding[];

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
