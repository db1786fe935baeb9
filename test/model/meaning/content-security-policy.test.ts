/** Tests source lists against the rules of CSP 3 §6.7.2. */
import { expect, test } from "vitest";
import { directivesOf, matchesSources } from "../../../src/model/meaning/content-security-policy.ts";

const self = "https://page.test/";

test.each([
  ["'self'", "https://page.test/a", true],
  ["'self'", "https://other.test/", false],
  ["'self'", "http://page.test/", false],
  ["'none'", "https://page.test/", false],
  ["*", "https://other.test/", true],
  ["*", "data:,x", false],
  ["https:", "https://other.test/", true],
  ["https:", "http://other.test/", false],
  ["http:", "https://other.test/", true],
  ["other.test", "https://other.test/a", true],
  ["other.test", "https://a.other.test/", false],
  ["*.other.test", "https://a.other.test/", true],
  ["*.other.test", "https://other.test/", false],
  ["https://other.test:8443", "https://other.test:8443/", true],
  ["https://other.test", "https://other.test:8443/", false],
  ["other.test:*", "https://other.test:8443/", true],
  ["other.test/a/", "https://other.test/a/b", true],
  ["other.test/a", "https://other.test/a/b", false],
  ["'self' other.test", "https://other.test/", true],
])("%s allows %s: %s", (sources, url, isAllowed) => {
  expect(matchesSources(sources.split(" "), url, self)).toBe(isAllowed);
});

test("the first directive of each policy counts", () => {
  const lines = ["default-src *; Form-Action 'self' a.test; form-action b.test, form-action 'none'", "img-src *"];
  expect(directivesOf(lines, "form-action")).toEqual([["'self'", "a.test"], ["'none'"]]);
});
