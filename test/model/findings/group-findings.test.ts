/** Tests that a cause groups its effects, and nothing else. */
import { expect, test } from "vitest";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import { groupFindings } from "../../../src/model/findings/group-findings.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answered, chainOf, served } from "../hops.ts";
import { done, post, shop } from "./rows/row.ts";

test.each([
  [
    "a form that is rejected without its body",
    chainOf(post(302), answered(done, 405)),
    ["method-not-allowed-after-redirect: body-lost, redirect-to-error, method-changed", "login-over-http: "],
  ],
  [
    "a lost body",
    chainOf(post(301), answered(done)),
    ["body-lost: method-changed", "permanent-on-post: ", "login-over-http: "],
  ],
  ["an error without a form", chainOf(served(shop, 302, done), answered(done, 404)), ["redirect-to-error: "]],
] satisfies [string, Chain, string[]][])("%s", (_, chain, expected) => {
  const groups = groupFindings(findFindings(chain));
  const lines = groups.map(({ cause, effects }) => `${cause.id}: ${effects.map(({ id }) => id).join(", ")}`);
  expect(lines.filter((line) => !line.startsWith("cacheable"))).toEqual(expected);
});

test("findings of different hops have different causes", () => {
  const groups = groupFindings([
    { id: "body-lost", severity: "warning", hop: 0 },
    { id: "method-changed", severity: "warning", hop: 0 },
    { id: "method-changed", severity: "warning", hop: 2 },
  ]);
  expect(groups.map(({ cause, effects }) => [cause.hop, effects.length])).toEqual([
    [0, 1],
    [2, 0],
  ]);
});
