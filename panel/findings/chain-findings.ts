/** The findings of a chain, found once: chains are replaced when they change, so each object has its findings for good. */
import type { Finding } from "../../src/model/findings/finding.ts";
import { findFindings } from "../../src/model/findings/find-findings.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";

const found = new WeakMap<Chain, readonly Finding[]>();

export function findingsOf(chain: Chain): readonly Finding[] {
  const known = found.get(chain) ?? findFindings(chain);
  found.set(chain, known);
  return known;
}
