/** Which finding is explained first for a chain or hop, and which follow. */
import type { Finding } from "../../src/model/findings/finding.ts";
import { groupFindings, type FindingGroup } from "../../src/model/findings/group-findings.ts";
import { headline } from "../../src/model/meaning/headline.ts";

export interface ChosenFindings {
  /** Undefined if nothing deserves a change. */
  readonly main?: FindingGroup;
  /** Causes, most severe first. */
  readonly others: readonly Finding[];
}

/** `hopIndex`: absent for the whole chain. `revealed`: the finding whose badge was clicked. */
export function chosenFindings(
  findings: readonly Finding[],
  hopIndex: number | undefined,
  revealed: Finding | undefined,
): ChosenFindings {
  const groups = groupFindings(findings);
  const wanted = revealed ?? (hopIndex === undefined ? headline(findings)?.finding : undefined);
  const isAtHop = ({ hop, shownAt }: Finding) => hop === hopIndex || shownAt === hopIndex;
  const main =
    groups.find(({ cause, effects }) => cause === wanted || effects.some((effect) => effect === wanted)) ??
    (hopIndex === undefined ? undefined : groups.find(({ cause, effects }) => isAtHop(cause) || effects.some(isAtHop)));
  const others = groups
    .filter((group) => group !== main && (hopIndex === undefined || isAtHop(group.cause)))
    .map(({ cause }) => cause);
  return main === undefined ? { others } : { main, others };
}
