/** Tests that the sample chain, which decides the column widths, has every text that a cell can have. */
import { expect, test } from "vitest";
import { sampleChain } from "../../../panel/list/sample-chain.ts";
import { sourceTexts } from "../../../panel/list/source-texts.ts";
import { followedBodies, followedBody } from "../../../src/model/chain/followed-body.ts";
import { hopSeoMeaning } from "../../../src/model/meaning/seo-meaning.ts";

const { hops } = sampleChain;

test("every source and every state", () => {
  const sources = hops.flatMap((hop) => (hop.state === "redirected" ? hop.source : []));
  expect(new Set(sources)).toEqual(new Set(["server", ...Object.keys(sourceTexts)]));
  expect(new Set(hops.map(({ state }) => state))).toEqual(new Set(["redirected", "failed", "pending"]));
  expect(hops.some(({ inferred }) => inferred)).toBe(true);
});

test("every result for a body, and a body that was sent last", () => {
  const fates = hops.flatMap((hop, at) => {
    const next = hops[at + 1];
    return next === undefined ? [] : followedBody(hop, next);
  });
  expect(new Set(fates)).toEqual(new Set(followedBodies));
  expect(hops.at(-1)?.body.presence).toBe("present");
});

test("every SEO meaning, and none", () => {
  expect(new Set(hops.map(hopSeoMeaning))).toEqual(new Set(["permanent", "temporary", "none", undefined]));
});
