/**
 * Server configuration by stack. It is code, so it is not translated (decision D95). Each stack's file names the
 * documents that its lines follow. URLs are examples: /old and /new, /form and /thanks, example.com.
 */
import { expressRecipes, nextRecipes } from "./javascript.ts";
import { aspNetRecipes, springRecipes } from "./java-and-dotnet.ts";
import { laravelRecipes, railsRecipes } from "./php-and-ruby.ts";
import { djangoRecipes, flaskRecipes } from "./python.ts";
import type { StackRecipes } from "../../../src/model/findings/recipe.ts";
import { apacheRecipes, nginxRecipes } from "./web-servers.ts";

/** By the name that the stack gives itself. */
export const recipes = {
  nginx: nginxRecipes,
  Apache: apacheRecipes,
  Express: expressRecipes,
  "Next.js": nextRecipes,
  Django: djangoRecipes,
  Flask: flaskRecipes,
  Rails: railsRecipes,
  Laravel: laravelRecipes,
  Spring: springRecipes,
  "ASP.NET Core": aspNetRecipes,
} as const satisfies Record<string, StackRecipes>;

export type Stack = keyof typeof recipes;
export const stacks = Object.keys(recipes) as Stack[]; // Object.keys forgets the names

export function isStack(name: unknown): name is Stack {
  return typeof name === "string" && Object.hasOwn(recipes, name);
}
