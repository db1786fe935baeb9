/** Tests which of a chain's paths and hosts a recipe names, and that no URL can change the meaning of a configuration. */
import { describe, expect, test } from "vitest";
import { recipeCode, stacks } from "../../../panel/reference/recipes/stacks.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import type { Finding, FindingId } from "../../../src/model/findings/finding.ts";
import { filledRecipe } from "../../../src/model/findings/recipe-places.ts";
import { recipeIds } from "../../../src/model/findings/recipe.ts";
import { answered, chainOf, served } from "../hops.ts";
import { posted } from "./rows/row.ts";

const origin = "http://shop.test";
const finding = (id: FindingId, hop?: number): Finding => ({
  id,
  severity: "error",
  ...(hop !== undefined && { hop }),
});
const redirect = (from: string, to: string) => chainOf(served(from, 301, to, posted), answered(to, 405));

describe("the redirect of the finding's hop", () => {
  test.each([
    ["/checkout", "/checkout/", { from: "/checkout", to: "/checkout/" }],
    ["/a?x=1", "/b?x=1", { from: "/a", to: "/b" }],
    ["/a?x=1", "/b", { from: "/a", to: "/b" }],
    ["/a", "/b?x=1", undefined],
    ["/a", "/a?x=1", undefined],
    ["/a", "https://www.shop.test:8443/b", { from: "/a", to: "https://www.shop.test:8443/b" }],
    ["/a", "https://[::1]/b", undefined],
    ["/a", "/", { from: "/a", to: "/" }],
  ])("%s to %s", (from, to, places) => {
    const chain = redirect(origin + from, new URL(to, origin).href);
    expect(filledRecipe(chain, finding("body-lost", 0))).toEqual({ recipe: "keep-method", ...(places && { places }) });
  });

  test("a target that is itself the fault is not named", () => {
    const chain = redirect(`${origin}/a`, `${origin}/`);
    expect(filledRecipe(chain, finding("redirect-to-home", 0))?.places).toEqual({ from: "/a" });
  });

  test("no redirect, no recipe", () => {
    expect(filledRecipe(chainOf(answered(origin)), finding("body-lost", 0))).toEqual({ recipe: "keep-method" });
    expect(filledRecipe(redirect(`${origin}/a`, origin), finding("loop", 0))).toBeUndefined();
  });
});

describe("a finding about the whole chain", () => {
  const through = (...urls: string[]): Chain => {
    const [first = "", ...rest] = urls;
    const hops = rest.map((url, index) => {
      const next = rest[index + 1];
      return next === undefined ? answered(url) : served(url, 301, next);
    });
    return chainOf(served(first, 301, rest[0] ?? ""), ...hops);
  };

  test("names the first URL's path and the last URL", () => {
    const chain = through(`${origin}/a`, "https://shop.test/a", "https://www.shop.test/a", "https://www.shop.test/a/");
    const places = { from: "/a", to: "https://www.shop.test/a/" };
    expect(filledRecipe(chain, finding("long-chain"))).toEqual({ recipe: "permanent", places });
  });

  test("that only changes scheme and host names the hosts", () => {
    const places = { host: "www.shop.test", otherHost: "shop.test" };
    const chain = through(`${origin}/a`, "https://shop.test/a", "https://www.shop.test/a");
    expect(filledRecipe(chain, finding("long-chain"))).toEqual({ recipe: "one-host", places });
    const bare = through("http://www.shop.test/a", "https://www.shop.test/a", "https://shop.test/a");
    expect(filledRecipe(bare, finding("long-chain"))?.places).toEqual({
      host: "shop.test",
      otherHost: "www.shop.test",
    });
    const elsewhere = through(`${origin}/a`, "https://b.test/a", "https://c.test/a");
    expect(filledRecipe(elsewhere, finding("long-chain"))).toEqual({ recipe: "one-host" });
  });
});

const hostile = [
  `/a"b`,
  "/a'b",
  "/a`b",
  "/a$request_uri",
  "/a;return",
  "/a{b}",
  "/a%0Ab",
  "/a\nb",
  "/(a|b)*",
  "/a+b",
  "/a\\b",
  "/:id",
  "/<b>",
  "/a#{b}",
  "//evil.test",
  "/a b",
  "/ü",
  `/${"a".repeat(300)}`,
];

describe.each(hostile)("a path such as %s", (path) => {
  const raw = (from: string, to: string) => filledRecipe(redirect(origin + from, origin + to), finding("body-lost", 0));

  test("is not named, as source or as target", () => {
    for (const found of [raw(path, "/new-page"), raw("/old-page", path)]) {
      const named = JSON.stringify(found?.places ?? {});
      expect(named).toMatch(/^\{("from":"[\w/.~-]+","to":"[\w/.~-]+")?\}$/);
      expect(named).not.toContain(path.slice(1, 300));
    }
  });
});

test("every stack's code names the chain's paths and hosts; Apache escapes its regular expressions", () => {
  const places = { from: "/shop/pay.php", to: "/shop/paid", host: "www.shop.test", otherHost: "shop.test" };
  for (const stack of stacks) {
    for (const recipe of recipeIds.filter((id) => id !== "behind-proxy")) {
      const code = recipeCode(stack, recipe, places);
      expect(code, `${stack} ${recipe}`).not.toMatch(/\/(?:old|new|form|thanks)\b(?!\/route)|example\.com(?!")/);
      expect(code).toContain(recipe === "one-host" ? "www.shop.test" : "/shop/paid");
    }
  }
  expect(recipeCode("Apache", "permanent", places)).toBe(String.raw`RedirectMatch 301 "^/shop/pay\.php$" "/shop/paid"`);
  expect(recipeCode("Rails", "permanent", { from: "/a", to: "https://www.shop.test/b" })).toContain(
    'redirect(protocol: "https", host: "www.shop.test", path: "/b", status: 301)',
  );
});
