/**
 * Tests that each stack's recipes use the status that their title names and keep the query, and that findings link to fitting
 * recipes.
 */
import { describe, expect, test } from "vitest";
import { ruleOf } from "../../../src/model/findings/finding.ts";
import { recipeIds, type RecipeId } from "../../../src/model/findings/recipe.ts";
import { isStack, recipes, stacks } from "../../../panel/reference/recipes/stacks.ts";

/** The status as a number or as the name that the stack uses. */
const promised: Readonly<Record<RecipeId, readonly RegExp[]>> = {
  permanent: [/\b301\b/],
  "keep-method": [/\b307\b/, /\b308\b/],
  "see-other": [/\b303\b|303SeeOther/],
  "one-host": [/\b301\b/, /example\.com/],
  "behind-proxy": [/forwarded|proxy/i],
};

test("the ten stacks", () => {
  expect(stacks).toEqual(
    "nginx Apache Express Next.js Django Flask Rails Laravel Spring ASP.NET_Core"
      .split(" ")
      .map((name) => name.replace("_", " ")),
  );
  expect([isStack("nginx"), isStack("toString"), isStack(null)]).toEqual([true, false, false]);
});

describe.each(stacks)("%s", (stack) => {
  test.each(recipeIds)("%s", (id) => {
    const code = recipes[stack][id];
    for (const status of promised[id]) expect(code).toMatch(status);
    expect(code).toBe(code.trim());
    expect(code).not.toMatch(/\t| $/m);
  });
});

/** They keep the query by default. */
const keepsQuery = new Set(["Apache", "Next.js"]);

test.each(stacks.filter((stack) => !keepsQuery.has(stack)))("%s: a moved page keeps the query", (stack) => {
  const carriesQuery = /query|search|\$args|redirect\(path:/i;
  expect(recipes[stack].permanent).toMatch(carriesQuery);
  expect(recipes[stack]["keep-method"]).toMatch(carriesQuery);
});

test("findings link to the recipes that their advice names", () => {
  expect(ruleOf({ id: "body-lost" }).recipes).toEqual(["keep-method"]);
  expect(ruleOf({ id: "resubmission-risk" }).recipes).toEqual(["see-other"]);
  expect(ruleOf({ id: "query-lost" }).recipes).toEqual(["permanent", "keep-method"]);
  expect(ruleOf({ id: "loop" }).recipes).toBeUndefined();
});
