/** Titles of the reference's pages and recipes, for links from the rest of the panel. */
import type { RecipeId } from "../../src/model/findings/recipe.ts";
import { statusFacts, type RedirectionStatus } from "../../src/model/meaning/redirect-status.ts";
import { text, type TextName } from "../ui/texts.ts";

export type PageId = RedirectionStatus | "any" | "browser" | "page" | "recipes";

export interface ReferencePlace {
  readonly page: PageId;
  readonly recipe?: RecipeId;
}

export function pageTitle(page: PageId): string {
  return typeof page === "number" ? `${page} ${statusFacts[page].reasonPhrase}` : text(pageTexts[page]);
}

const pageTexts = {
  any: "refPageAny",
  browser: "refPageBrowser",
  page: "refPagePage",
  recipes: "refPageRecipes",
} as const satisfies Record<Exclude<PageId, number>, TextName>;

export const recipeTexts = {
  permanent: "recipePermanent",
  "keep-method": "recipeKeepMethod",
  "see-other": "recipeSeeOther",
  "one-host": "recipeOneHost",
  "behind-proxy": "recipeBehindProxy",
} as const satisfies Record<RecipeId, TextName>;
