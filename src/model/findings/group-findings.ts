/**
 * Groups findings by cause. One wrong redirect of a form can cause a rejected request, a lost body, a changed method
 * and a final error: four findings with one fix. Exports list all of them; where space is limited, only the cause is
 * shown (decision D106).
 */
import { ruleOf, type Finding, type FindingId } from "./finding.ts";

export interface FindingGroup {
  readonly cause: Finding;
  readonly effects: readonly Finding[];
}

/** Keeps the order of `findings`, in which a cause comes before its effects (see all-findings.ts). */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups: { cause: Finding; effects: Finding[] }[] = [];
  for (const finding of findings) {
    const known = groups.find(({ cause }) => isEffect(finding, cause));
    if (known === undefined) groups.push({ cause: finding, effects: [] });
    else known.effects.push(finding);
  }
  return groups;
}

const endFindings: ReadonlySet<FindingId> = new Set(["redirect-to-error", "loop"]);

function isEffect(finding: Finding, cause: Finding): boolean {
  if (ruleOf(cause).effects?.includes(finding.id) !== true) return false;
  // A finding about the end or about the whole chain can be the effect of any hop.
  return finding.hop === cause.hop || finding.hop === undefined || endFindings.has(finding.id);
}
