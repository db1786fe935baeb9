/** The available recipes (their code is in stacks.ts). A finding lists the recipes that fix it. */

/**
 * `permanent`: a 301; `keep-method`: a 307, and how to make it a 308; both keep the query. `see-other`: a form answered
 * with 303; `one-host`: http to https and one host name, in a single redirect if the stack supports it; `behind-proxy`:
 * the proxy forwards the public address, and the application uses it.
 */
export const recipeIds = ["permanent", "keep-method", "see-other", "one-host", "behind-proxy"] as const;
export type RecipeId = (typeof recipeIds)[number];

/**
 * What a recipe names. None of it has a character with a meaning in any stack's syntax, except `.` in a regular
 * expression (see recipe-places.ts).
 */
export interface RecipePlaces {
  /** A path. */
  readonly from: string;
  /** A path, or a URL on another origin. */
  readonly to: string;
  /** The one host name to use. */
  readonly host: string;
  /** The host name to redirect from: with or without `www.`. */
  readonly otherHost: string;
}

export type StackRecipes = Readonly<Record<RecipeId, (places: RecipePlaces) => string>>;
