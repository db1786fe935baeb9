/** A finding: a notable fact about a hop or a chain. Its texts are in `_locales`, named by the id. */
import { findingRules } from "./all-findings.ts";
import type { RecipeId } from "./recipe.ts";
import type { FindingRule, Occurrence, Severity } from "./rule.ts";

export { severities, type Severity } from "./rule.ts";

export type FindingId = (typeof findingRules)[number]["id"];

export interface Finding extends Occurrence {
  readonly id: FindingId;
  readonly severity: Severity;
}

const rulesById: ReadonlyMap<string, FindingRule> = new Map(findingRules.map((rule) => [rule.id, rule]));

export const findingIds: readonly FindingId[] = findingRules.map(({ id }) => id);

export function isFindingId(id: string): id is FindingId {
  return rulesById.has(id);
}

export function ruleOf({ id }: Pick<Finding, "id">): FindingRule {
  const rule = rulesById.get(id);
  if (rule === undefined) throw new Error(`No finding has the id ${id}`);
  return rule;
}

/** The server configurations that match the finding's `_fix` text. */
export function recipesOf(finding: Pick<Finding, "id" | "fix">): readonly RecipeId[] {
  const { recipes = [], fixVariants = {} } = ruleOf(finding);
  return finding.fix === undefined ? recipes : (fixVariants[finding.fix] ?? []);
}
