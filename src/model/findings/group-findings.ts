/**
 * Findings by what caused them. One wrong redirect of a form is a refusal, a lost body, a changed method and an error at the
 * end: four true facts with one thing to change. Lists and exports have them all; where there is room for a few, or where
 * a person reads, the cause speaks for what follows from it.
 */
import type { Finding, FindingId } from "./finding.ts";

export interface FindingGroup {
  readonly cause: Finding;
  readonly effects: readonly Finding[];
}

const effectsOf: Partial<Record<FindingId, ReadonlySet<FindingId>>> = {
  "method-not-allowed-after-redirect": new Set(["body-lost", "method-changed", "redirect-to-error"]),
  "body-lost": new Set(["method-changed"]),
};

/** In the order given, in which a cause stands before its effects (see find-findings.ts). */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups: { cause: Finding; effects: Finding[] }[] = [];
  for (const finding of findings) {
    const known = groups.find(({ cause }) => isEffect(finding, cause));
    if (known === undefined) groups.push({ cause: finding, effects: [] });
    else known.effects.push(finding);
  }
  return groups;
}

function isEffect(finding: Finding, cause: Finding): boolean {
  if (effectsOf[cause.id]?.has(finding.id) !== true) return false;
  // The end of the chain is the end for all of its hops.
  return finding.hop === cause.hop || finding.id === "redirect-to-error";
}
