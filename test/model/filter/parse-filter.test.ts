/** Tests which chains match a filter, and the problems of an invalid one. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterKeys } from "../../../src/model/filter/filter-keys.ts";
import { parseFilter } from "../../../src/model/filter/parse-filter.ts";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { hostileText, hostileChain } from "../export/hostile.ts";
import { answered, chainOf, failed, formBody, internal, pending, served, unknownBody } from "../hops.ts";

const shop = "https://shop.test";
const chains = {
  lost: chainOf(
    served(`${shop}/Checkout`, 302, `${shop}/thanks`, { method: "POST", body: formBody }),
    answered(`${shop}/thanks`),
  ),
  kept: chainOf(
    served(`${shop}/old`, 308, `${shop}/new`, { method: "POST", body: formBody }),
    answered(`${shop}/new`, 404, { method: "POST", body: formBody }),
  ),
  hsts: chainOf(internal("http://shop.test/", "hsts", `${shop}/`), answered(`${shop}/`)),
  mixed: {
    ...chainOf(
      served(`${shop}/a`, 301, "https://other.test:8443/b"),
      served("https://other.test:8443/b", 302, `${shop}/caf%C3%A9`),
      answered(`${shop}/caf%C3%A9`),
    ),
    resourceType: "xmlhttprequest",
  },
  refused: {
    ...chainOf(failed(`${shop}/odd`, "net::ERR_INVALID_REDIRECT", { body: unknownBody })),
    resourceType: "sub_frame",
  },
  open: chainOf(served(`${shop}/slow`, 303, `${shop}/later`, { method: "PUT" }), pending(`${shop}/later`)),
} satisfies Record<string, Chain>;
const all = Object.keys(chains);

function letThrough(text: string): string[] {
  const { matches } = parseFilter(text);
  return Object.entries(chains)
    .filter(([, chain]) => matches?.(chain, findFindings) ?? true)
    .map(([name]) => name);
}

test.each([
  ["", all],
  ["checkout", ["lost"]],
  ["CHECKOUT", ["lost"]],
  ["shop.test thanks", ["lost"]],
  ["café", ["mixed"]],
  ["-checkout -odd", ["kept", "hsts", "mixed", "open"]],
  ['"no such words"', []],
  ["status:302", ["lost", "mixed"]],
  ["status:3xx", ["lost", "kept", "mixed", "open"]],
  ["status:30x", ["lost", "kept", "mixed", "open"]],
  ["status:4", ["kept"]],
  ["status:404", ["kept"]],
  ["status:499", []],
  ["status:302 status:301", ["mixed"]],
  ["status:404|301", ["kept", "mixed"]],
  ["status:failed", ["refused"]],
  ["status:pend", ["open"]],
  ["-status:3xx", ["hsts", "refused"]],
  ["method:post", ["lost", "kept"]],
  ["method:p", ["lost", "kept", "open"]],
  ["method:PROPFIND", []],
  ["type:document", ["lost", "kept", "hsts", "refused", "open"]],
  ["type:fetch", ["mixed"]],
  ["type:xhr", ["mixed"]],
  ["type:sub_frame", ["refused"]],
  ["type:document|fetch", all],
  ["host:other", ["mixed"]],
  ["host:other.test:8443", ["mixed"]],
  ["host:Shop.test", all],
  ["seo:permanent", ["kept", "mixed"]],
  ["seo:mixed", ["mixed"]],
  ["seo:none", ["hsts", "refused"]],
  ["body:lost", ["lost"]],
  ["body:kept", ["kept"]],
  ["body:sent", ["lost", "kept"]],
  ["body:none", ["hsts", "mixed", "open"]],
  ["body:unknown", ["refused"]],
  ["finding:body-lost", ["lost"]],
  ["finding:redirect-to", ["kept"]],
  ["finding:internal-redirect", ["hsts"]],
  ["-finding:error -finding:warning -finding:info", ["open"]],
  ["source:hsts", ["hsts"]],
  ["source:server", ["lost", "kept", "mixed", "open"]],
  ["-source:server host:shop", ["hsts", "refused"]],
] as const)("%s", (text, expected) => {
  expect(letThrough(text)).toEqual(expected);
  expect(parseFilter(text).problems).toEqual([]);
});

describe("invalid terms are reported and ignored", () => {
  test.each([
    ["stauts:302", [{ kind: "unknown-key", key: "stauts", value: "302" }]],
    ["localhost:8080", [{ kind: "unknown-key", key: "localhost", value: "8080" }]],
    ["constructor:1", [{ kind: "unknown-key", key: "constructor", value: "1" }]],
    ["status:", [{ kind: "missing-value", key: "status" }]],
    ["status:|", [{ kind: "missing-value", key: "status" }]],
    ["status:abc", [{ kind: "wrong-value", key: "status", value: "abc" }]],
    ["status:3020", [{ kind: "wrong-value", key: "status", value: "3020" }]],
    ["status:302.", [{ kind: "wrong-value", key: "status", value: "302." }]],
    ["method:a/b", [{ kind: "wrong-value", key: "method", value: "a/b" }]],
    ["type:page", [{ kind: "wrong-value", key: "type", value: "page" }]],
    ["host:a/b", [{ kind: "wrong-value", key: "host", value: "a/b" }]],
    ["seo:good", [{ kind: "wrong-value", key: "seo", value: "good" }]],
    ["body:gone", [{ kind: "wrong-value", key: "body", value: "gone" }]],
    ["finding:bug", [{ kind: "wrong-value", key: "finding", value: "bug" }]],
    ["source:you", [{ kind: "wrong-value", key: "source", value: "you" }]],
  ] as const)("%s", (text, problems) => {
    expect(parseFilter(text)).toEqual({ problems });
    expect(letThrough(`${text} checkout`)).toEqual(["lost"]);
    expect(letThrough(`-${text} checkout`)).toEqual(["lost"]);
  });
});

test("every value of every key is valid, and so are its prefixes", () => {
  for (const [key, { values }] of Object.entries(filterKeys)) {
    for (const value of values) {
      for (const typed of [value, value.slice(0, -1), value.slice(0, 1)]) {
        expect(parseFilter(`${key}:${typed}`).problems).toEqual([]);
      }
    }
  }
});

test("any text is a filter for any chain; its negation matches the other chains", () => {
  const keys = fc.constantFrom(...Object.keys(filterKeys).map((key) => `${key}:`), "", "x:", "-");
  fc.assert(
    fc.property(hostileChain, fc.array(fc.tuple(keys, hostileText)), (chain, parts) => {
      const { matches } = parseFilter(parts.map(([key, text]) => key + text).join(" "));
      expect([true, false, undefined]).toContain(matches?.(chain, findFindings));
    }),
  );
});
