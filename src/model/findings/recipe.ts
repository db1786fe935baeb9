/** What can be had as a recipe (the code is in stacks.ts). A finding names the recipes that fix it. */

/**
 * `permanent`: a 301; `keep-method`: a 307, and what makes it a 308; both keep the query. `see-other`: a form answered with
 * 303; `one-host`: http to https and every host name to one, in a single redirect where the stack can; `behind-proxy`: the
 * proxy passes on the public address, and the application uses it.
 */
export const recipeIds = ["permanent", "keep-method", "see-other", "one-host", "behind-proxy"] as const;
export type RecipeId = (typeof recipeIds)[number];

export type StackRecipes = Readonly<Record<RecipeId, string>>;
