/** Tests which chains are listed. */
import { expect, test } from "vitest";
import { isListed } from "../../../src/model/chain/listed-chain.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answer, answered, chainOf, failed, internal, pending, served } from "../hops.ts";

const a = "http://a.test/";
const b = "http://b.test/";

test.each([
  ["a redirect", true, chainOf(served(a, 301, b), answered(b))],
  ["a pending redirect", true, chainOf(served(a, 301, b))],
  ["an internal redirect", true, chainOf(internal(a, "hsts", b))],
  ["302 without Location", true, chainOf(answered(a, 302))],
  ["302 whose Location was refused", true, chainOf(failed(a, "net::ERR_INVALID_REDIRECT", { answer: answer(302) }))],
  ["300 with Location", true, chainOf(answered(a, 300, { answer: answer(300, { location: b }) }))],
  ["304 with Location", true, chainOf(answered(a, 304, { answer: answer(304, { location: b }) }))],
  ["300 without Location", false, chainOf(answered(a, 300))],
  ["304, everyday revalidation", false, chainOf(answered(a, 304))],
  ["201 with Location", false, chainOf(answered(a, 201, { answer: answer(201, { location: b }) }))],
  ["a page", false, chainOf(answered(a))],
  ["a failure", false, chainOf(failed(a, "net::ERR_FAILED"))],
  ["a pending request", false, chainOf(pending(a))],
  ["a 302 that may still be followed", false, chainOf(pending(a, { answer: answer(302, { location: b }) }))],
] satisfies [string, boolean, Chain][])("%s: %s", (_, isIt, chain) => {
  expect(isListed(chain)).toBe(isIt);
});
