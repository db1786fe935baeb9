/** Tests the whole filter: text, resource group and findings must all match. */
import { expect, test } from "vitest";
import { chainTest } from "../../../src/model/filter/chain-test.ts";
import { noFilter, type FilterSettings } from "../../../src/model/filter/filter-settings.ts";
import { parseFilter } from "../../../src/model/filter/parse-filter.ts";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answered, chainOf, internal, served } from "../hops.ts";

const plain = chainOf(served("https://a.test/", 303, "https://a.test/b"), answered("https://a.test/b"));
const noted = chainOf(internal("http://a.test/", "hsts", "https://a.test/"), answered("https://a.test/"));
const chains: readonly Chain[] = [
  { ...plain, id: "page" },
  { ...plain, id: "frame", resourceType: "sub_frame" },
  { ...plain, id: "fetch", resourceType: "xmlhttprequest" },
  { ...plain, id: "image", resourceType: "image" },
  { ...plain, id: "odd", resourceType: "speculative" },
  { ...noted, id: "noted page" },
  { ...noted, id: "noted fetch", resourceType: "xmlhttprequest" },
];

test.each([
  [{ resourceGroup: "document" }, ["page", "frame", "noted page"]],
  [{ resourceGroup: "fetch" }, ["fetch", "noted fetch"]],
  [{ resourceGroup: "other" }, ["image", "odd"]],
  [{ onlyFindings: true }, ["noted page", "noted fetch"]],
  [{ resourceGroup: "fetch", onlyFindings: true }, ["noted fetch"]],
  [{ text: "-http:// type:image|fetch" }, ["fetch", "image"]],
  [{ text: "source:hsts", resourceGroup: "document", onlyFindings: true }, ["noted page"]],
] satisfies [Partial<FilterSettings>, string[]][])("%o", (settings, expected) => {
  expect(letThrough({ ...noFilter, ...settings })).toEqual(expected);
});

test("no predicate without settings, or if no term is valid", () => {
  for (const text of ["", "  ", "stauts:302", "status:"]) {
    expect(chainTest(parseFilter(text), noFilter, findFindings)).toBeUndefined();
  }
});

function letThrough(settings: FilterSettings): string[] {
  const isLetThrough = chainTest(parseFilter(settings.text), settings, findFindings);
  return chains.filter((chain) => isLetThrough?.(chain)).map(({ id }) => id);
}
