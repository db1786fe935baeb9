/** All findings of a chain, worst first; within a severity in the order of all-findings.ts, then of the hops. */
import { isEndless } from "../meaning/loops.ts";
import type { Chain } from "../redirect-chain.ts";
import { findingRules } from "./all-findings.ts";
import { severities, type Finding, type Severity } from "./finding.ts";
import type { Occurrence } from "./rule.ts";

export function findFindings(chain: Chain): Finding[] {
  return findingRules
    .flatMap(({ id, severities: [usual], find }) =>
      withoutRepetition(chain, find(chain), usual).map((occurrence): Finding => ({
        id,
        severity: usual,
        ...occurrence,
      })),
    )
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/**
 * A request that repeats in the chain (a loop) is reported once, not once for each lap; and a note once for the whole chain
 * when the chain never ends.
 */
function withoutRepetition(chain: Chain, occurrences: readonly Occurrence[], usual: Severity): readonly Occurrence[] {
  // Almost always; a log has tens of thousands of chains.
  if (occurrences.length < 2) return occurrences;
  if (isEndless(chain) && occurrences.every(({ severity = usual }) => severity === "info"))
    return occurrences.slice(0, 1);
  const seen = new Set<string>();
  return occurrences.filter(({ hop: index }) => {
    const hop = index === undefined ? undefined : chain.hops[index];
    const request = `${hop?.method} ${hop?.url}`;
    return !seen.has(request) && seen.add(request);
  });
}
