/** All findings of a chain, worst first; within a severity in the order of all-findings.ts, then of the hops. */
import type { Chain } from "../redirect-chain.ts";
import { findingRules } from "./all-findings.ts";
import { severities, type Finding } from "./finding.ts";
import type { Occurrence } from "./rule.ts";

export function findFindings(chain: Chain): Finding[] {
  return findingRules
    .flatMap(({ id, severities: [usual], find }) =>
      withoutLaps(chain, find(chain)).map((occurrence): Finding => ({ id, severity: usual, ...occurrence })),
    )
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** A request that repeats in the chain (a loop) is reported once, not once for each lap. */
function withoutLaps(chain: Chain, occurrences: readonly Occurrence[]): readonly Occurrence[] {
  // Almost always; a log has tens of thousands of chains.
  if (occurrences.length < 2) return occurrences;
  const seen = new Set<string>();
  return occurrences.filter(({ hop: index }) => {
    const hop = index === undefined ? undefined : chain.hops[index];
    const request = `${hop?.method} ${hop?.url}`;
    return !seen.has(request) && seen.add(request);
  });
}
