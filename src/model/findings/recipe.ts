/** The available recipes (their code is in stacks.ts). A finding lists the recipes that fix it. */

/**
 * `permanent`: a 301; `keep-method`: a 307, and how to make it a 308; both keep the query. `see-other`: a form answered
 * with 303; `one-host`: http to https and one host name, in a single redirect if the stack supports it; `behind-proxy`:
 * the proxy forwards the public address, and the application uses it.
 */
export const recipeIds = ["permanent", "keep-method", "see-other", "one-host", "behind-proxy"] as const;
export type RecipeId = (typeof recipeIds)[number];

export type StackRecipes = Readonly<Record<RecipeId, string>>;
