/** Tests the HAR against har-schema (HAR 1.2 as JSON Schema) and the types of @types/har-format, and its masking. */
import { Ajv } from "ajv";
import draft06 from "ajv/dist/refs/json-schema-draft-06.json" with { type: "json" };
import * as fc from "fast-check";
import type { Entry, Har } from "har-format";
import harSchemas from "har-schema";
import { expect, test } from "vitest";
import { harEntry, harParts } from "../../../src/model/export/har-export.ts";
import { urlMasking } from "../../../src/model/url/url-masking.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answer, answered, chainOf, formBody, served } from "../hops.ts";
import { kinds, origin } from "./exported.ts";
import { hostileChain } from "./hostile.ts";

const ajv = new Ajv({
  strict: false,
  formats: { uri: true, "date-time": true, ipv4: /^\d+(\.\d+){3}$/, ipv6: /:/ },
});
ajv.addMetaSchema(draft06);
for (const schema of Object.values(harSchemas)) ajv.addSchema(schema);

function harOf(chains: readonly Chain[]): Har {
  return JSON.parse([...harParts(chains, origin)].join("")) as Har;
}

function expectValid(har: Har): void {
  expect(ajv.validate("har.json", har), ajv.errorsText()).toBe(true);
  for (const { time, timings } of har.log.entries) {
    const known = Object.values(timings).filter((value) => typeof value === "number" && value > 0) as number[];
    expect(known.reduce((sum, value) => sum + value, 0)).toBe(time);
  }
}

test.each(Object.entries(kinds))("%s is valid", (_, chain) => {
  expectValid(harOf([chain]));
});

test("no chains, and many", () => {
  expectValid(harOf([]));
  const har = harOf(Object.values(kinds));
  expectValid(har);
  expect(har.log.pages).toEqual([]);
  expect(har.log.entries.length).toBe(Object.values(kinds).reduce((sum, { hops }) => sum + hops.length, 0));
});

test("any chain is valid", () => {
  fc.assert(fc.property(fc.array(hostileChain), (chains) => expectValid(harOf(chains))));
});

test("an entry has the HAR types", () => {
  const [chain] = [kinds["a redirect"]];
  const entry: Entry = harEntry(chain, chain.hops[0], 0, urlMasking());
  expect(entry.response.redirectURL).toBe("http://b.test/");
});

test("a redirect made by the browser has its source and no status", () => {
  const [entry] = harOf([kinds["an internal redirect (Chromium)"]]).log.entries;
  expect(entry).toMatchObject({
    _source: "hsts",
    _reportedStatus: 307,
    response: { status: 0, redirectURL: "https://a.test/" },
  });
});

test("secrets are masked, also in the query list; those of URLs are shown on request", () => {
  const headers = [
    { name: "Cookie", value: "s3cret" },
    { name: "Referer", value: "https://a.test/?code=s3cret" },
  ];
  const url = "https://me:s3cret@a.test/?token=s3cret";
  const first = served(url, 302, url, {
    method: "POST",
    body: formBody,
    requestHeaders: headers,
    answer: answer(302, { Location: url }),
  });
  const chains = [chainOf(first, answered(url))];
  expect(JSON.stringify(harOf(chains))).not.toContain("s3cret");
  const shown = JSON.parse([...harParts(chains, origin, { unmaskUrls: true })].join("")) as Har;
  expect(shown.log.entries[0]?.request.url).toBe(url);
  expect(shown.log.entries[0]?.request.headers[0]).toEqual({ name: "Cookie", value: "***" });
  expect(shown.log.entries[0]?.request.postData?.params).toEqual([{ name: "user" }, { name: "password" }]);
});
