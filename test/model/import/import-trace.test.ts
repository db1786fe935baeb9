/** Tests that importing and exporting a JSON export again results in the same file and the same chains. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportJson } from "../../../src/model/export/json-export.ts";
import type { ExportOptions } from "../../../src/model/url/url-masking.ts";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import { importLog } from "../../../src/model/import/import-log.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { recordedChains } from "../../replay/recorded-chains.ts";
import { browserNames } from "../../replay/traces.ts";
import { arbitraryHops } from "../arbitrary-hops.ts";
import * as ends from "../findings/rows/ends.ts";
import * as forms from "../findings/rows/forms.ts";
import * as recording from "../findings/rows/recording.ts";
import * as search from "../findings/rows/search.ts";
import * as security from "../findings/rows/security.ts";
import { exported, kinds, origin, type ExportedTrace } from "../export/exported.ts";
import { hostileChain } from "../export/hostile.ts";
import { chainOf } from "../hops.ts";
import { imported } from "./imported.ts";

const findingGroups = [ends, forms, recording, search, security];

function expectRoundTrip(chains: readonly Chain[], options?: ExportOptions): void {
  const json = exportJson(chains, origin, options);
  expect(exportJson(imported(json), origin, options)).toBe(json);
}

describe.each(browserNames)("recorded in %s", (browserName) => {
  test.each(recordedChains(browserName))("%s", (_, chains) => {
    expectRoundTrip(chains);
    // Unmasked, the import results in equal chains (except for the precision of times).
    const states = (list: readonly Chain[]) =>
      list.map(({ hops }) => hops.map(({ state, url, method }) => [state, url, method]));
    expect(states(imported(exportJson(chains, origin, { unmaskUrls: true })))).toEqual(states(chains));
  });
});

test.each(Object.entries(kinds))("%s", (_, chain) => {
  expectRoundTrip([chain]);
  const [{ requestId: _request, ...again } = chain] = imported(exportJson([chain], origin));
  const { requestId: __, ...before } = chain;
  expect(again).toEqual(before);
});

test("an arbitrary chain", () => {
  fc.assert(
    fc.property(arbitraryHops("a.test"), ([first, ...rest]) => {
      if (first !== undefined) expectRoundTrip([chainOf(first, ...rest)]);
    }),
  );
});

test("an arbitrary untrusted chain", () => {
  fc.assert(fc.property(hostileChain, (chain) => expectRoundTrip([chain], { unmaskUrls: true })));
});

test("an arbitrary untrusted chain, masked: equal except for findings that compare masked values, which are stable", () => {
  const withoutFindings = (json: string) =>
    (JSON.parse(json) as ExportedTrace).chains.map((chain) => ({ ...chain, findings: [] }));
  fc.assert(
    fc.property(hostileChain, (chain) => {
      const json = exportJson([chain], origin);
      const again = exportJson(imported(json), origin);
      expect(withoutFindings(again)).toEqual(withoutFindings(json));
      expect(exportJson(imported(again), origin)).toBe(again);
    }),
  );
});

test("findings are the same after masking", () => {
  const chains = findingGroups.flatMap(({ reported, notReported }) =>
    [...reported, ...notReported].map(([, , chain]) => chain),
  );
  expect(chains.length).toBeGreaterThan(100);
  for (const chain of chains) {
    const [again] = imported(exportJson([chain], origin));
    const found = (of: Chain | undefined) =>
      of === undefined ? [] : findFindings(of).map(({ id, severity, hop }) => ({ id, severity, hop }));
    expect(found(again)).toEqual(found(chain));
  }
});

test("unmasked secrets survive a round trip", () => {
  const [chain] = [kinds["a redirect"]];
  const secret = { ...chain, hops: [{ ...chain.hops[0], url: "https://u:p@a.test/?token=1" }, ...chain.hops.slice(1)] };
  const json = exportJson([secret as unknown as Chain], origin, { unmaskUrls: true });
  expect(imported(json)[0]?.hops[0].url).toBe("https://u:p@a.test/?token=1");
});

test("unknown fields of newer versions are ignored", () => {
  const file = exported([kinds["a redirect"]]);
  const added = { ...file, more: 1, chains: file.chains.map((chain) => ({ ...chain, more: 1 })) };
  expect(imported(JSON.stringify(added))).toEqual(imported(JSON.stringify(file)));
});

test("credentials are masked on import", () => {
  const headers = [{ name: "Cookie", value: "s3cret" }];
  const file = exported([kinds["a redirect"]]);
  const chains = file.chains.map((chain) => ({
    ...chain,
    hops: chain.hops.map((hop) => ({ ...hop, requestHeaders: headers })),
  }));
  expect(JSON.stringify(importLog(JSON.stringify({ ...file, chains })))).not.toContain("s3cret");
});
