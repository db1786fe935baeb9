/**
 * Findings by cause. One wrong redirect of a form is a refusal, a lost body, a changed method and an error at the end: four
 * true facts with one thing to change. Exports list all of them; where there is room for few, the cause speaks for its effects.
 */
import { ruleOf, type Finding, type FindingId } from "./finding.ts";

export interface FindingGroup {
  readonly cause: Finding;
  readonly effects: readonly Finding[];
}

/** In the order given, in which a cause comes before its effects (see all-findings.ts). */
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
  // What is about the end, or about the whole chain, follows from any of its hops.
  return finding.hop === cause.hop || finding.hop === undefined || endFindings.has(finding.id);
}
