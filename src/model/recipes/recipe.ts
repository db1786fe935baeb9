/** What can be had as a recipe (the code is in stacks.ts), and for which findings: those that a line of it puts right. */
import type { FindingId } from "../findings/finding.ts";

/**
 * `permanent`: a 301; `keep-method`: a 307, and what makes it a 308; both keep the query. `see-other`: a form answered with
 * 303; `one-host`: http to https and every host name to one, in a single redirect where the stack can.
 */
export const recipeIds = ["permanent", "keep-method", "see-other", "one-host"] as const;
export type RecipeId = (typeof recipeIds)[number];

export type StackRecipes = Readonly<Record<RecipeId, string>>;

/** The findings whose advice is a line of configuration. */
export const recipesFor: Partial<Record<FindingId, readonly RecipeId[]>> = {
  "method-changed": ["keep-method"],
  "body-lost": ["keep-method"],
  "method-not-allowed-after-redirect": ["keep-method", "see-other"],
  "resubmission-risk": ["see-other"],
  "unsafe-method-kept": ["see-other"],
  "permanent-on-post": ["keep-method", "see-other"],
  "https-downgrade": ["one-host"],
  "long-chain": ["permanent", "one-host"],
  "mixed-permanence": ["permanent"],
  "temporary-for-canonical": ["one-host"],
  "client-redirect": ["permanent"],
  "redirect-to-home": ["permanent"],
  "query-lost": ["permanent", "keep-method"],
};
