/** Caches the findings of each chain: a changed chain is a new object. */
import type { Finding } from "../../src/model/findings/finding.ts";
import { findFindings } from "../../src/model/findings/find-findings.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";

const cache = new WeakMap<Chain, readonly Finding[]>();

export function findingsOf(chain: Chain): readonly Finding[] {
  const known = cache.get(chain) ?? findFindings(chain);
  cache.set(chain, known);
  return known;
}
