/** All findings of a chain, most severe first; within a severity in the order of all-findings.ts, then of the hops. */
import { isEndless } from "../meaning/loops.ts";
import type { Chain } from "../chain/redirect-chain.ts";
import { findingRules } from "./all-findings.ts";
import { severities, type Finding } from "./finding.ts";
import type { Occurrence } from "./rule.ts";

export function findFindings(chain: Chain): Finding[] {
  return findingRules
    .flatMap(({ id, severities: [usual], find }) =>
      withoutRepetition(chain, find(chain)).map((occurrence): Finding => ({
        id,
        severity: usual,
        ...occurrence,
      })),
    )
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** Removes repetitions: in an endless chain, a finding is reported once; in other chains, once per request. */
function withoutRepetition(chain: Chain, occurrences: readonly Occurrence[]): readonly Occurrence[] {
  // Fast path for almost all chains; a log has tens of thousands.
  if (occurrences.length < 2) return occurrences;
  if (isEndless(chain)) return occurrences.slice(0, 1);
  const seen = new Set<string>();
  return occurrences.filter(({ hop: index }) => {
    const hop = index === undefined ? undefined : chain.hops[index];
    const request = `${hop?.method} ${hop?.url}`;
    return !seen.has(request) && seen.add(request);
  });
}
