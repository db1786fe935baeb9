/** Tests which parts of a URL are marked as changed against the URL before. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { urlDifference } from "../../../src/model/url/url-difference.ts";

/** Changed parts in brackets. */
function marked(before: string | undefined, url: string): string {
  return urlDifference(before, url)
    .map(({ text, isChanged }) => (isChanged ? `[${text}]` : text))
    .join("");
}

test.each([
  ["nothing before", undefined, "http://a.test/x", "http://a.test/x"],
  ["the same URL", "http://a.test/x", "http://a.test/x", "http://a.test/x"],
  ["the scheme", "http://a.test/x?y=1", "https://a.test/x?y=1", "[https]://a.test/x?y=1"],
  ["www added", "https://a.test/x", "https://www.a.test/x", "https://[www.]a.test/x"],
  ["www removed: nothing is there to mark", "https://www.a.test/x", "https://a.test/x", "https://a.test/x"],
  ["another host", "https://old.test/x", "https://new.test/x", "https://[new].test/x"],
  ["a port", "http://a.test/x", "http://a.test:8080/x", "http://a.test[:8080]/x"],
  ["a trailing slash", "http://a.test/de", "http://a.test/de/", "http://a.test/de[/]"],
  ["a path segment added", "http://a.test/shoes", "http://a.test/en/shoes", "http://a.test/[en/]shoes"],
  ["a path segment replaced", "http://a.test/old/shoes", "http://a.test/new/shoes", "http://a.test/[new]/shoes"],
  ["a parameter added", "http://a.test/x?a=1", "http://a.test/x?a=1&b=2", "http://a.test/x?a=1[&b=2]"],
  ["a first parameter", "http://a.test/x", "http://a.test/x?next=%2Fy", "http://a.test/x[?next=%2Fy]"],
  ["a fragment", "http://a.test/x", "http://a.test/x#top", "http://a.test/x[#top]"],
  ["capitals", "http://a.test/Shoes", "http://a.test/shoes", "http://a.test/[shoes]"],
  ["no URL before", "foo:bar", "http://a.test/", "[http://a.test/]"],
])("%s", (_, before, url, expected) => {
  expect(marked(before, url)).toBe(expected);
});

test("the parts of any URL make up the URL", () => {
  fc.assert(
    fc.property(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true }), (before, url) => {
      for (const text of [url, before]) {
        const parts = urlDifference(`${before}x`, text);
        expect(parts.map((part) => part.text).join("")).toBe(text);
      }
    }),
  );
});

test("two long URLs are compared in an instant", () => {
  const long = (part: string) => `http://a.test/${part.repeat(30_000)}?${part.repeat(30_000)}`;
  expect(urlDifference(long("a/"), long("b/")).some(({ isChanged }) => isChanged)).toBe(true);
});
