/** Tests that missing HAR data stays unknown: headers, next requests, resource types. */
import { describe, expect, test } from "vitest";
import { exportParts } from "../../../src/model/export/export-formats.ts";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import { formVerdict } from "../../../src/model/meaning/form-verdict.ts";
import { hopSeoMeaning } from "../../../src/model/meaning/seo-meaning.ts";
import { isEndMissing, type Chain } from "../../../src/model/chain/redirect-chain.ts";
import { exported, origin, schemaErrors } from "../export/exported.ts";
import { entry, harOf } from "./har-entries.ts";
import { imported } from "./imported.ts";

const from = "https://shop.example/a";
const to = "https://other.example/filtered-out";

const only = (file: string): Chain => {
  const [chain, ...others] = imported(file);
  if (chain === undefined || others.length > 0) throw new Error("one chain was expected");
  return chain;
};
const findings = (chain: Chain) => findFindings(chain).map(({ id }) => id);
const located = { status: 302, headers: [{ name: "Location", value: to }] };

describe("a redirect without a next request in the file", () => {
  const chain = only(harOf(entry(from, 0, { response: located })));

  test("isn't reported as not followed", () => {
    expect(isEndMissing(chain)).toBe(true);
    expect(findings(chain)).toEqual([]);
  });

  test("leaves the outcome of a form open", () => {
    const post = { method: "POST", bodySize: 3, postData: { mimeType: "text/plain", text: "abc" } };
    const form = only(harOf(entry(from, 0, { request: post, response: located })));
    expect(formVerdict(form)).toBeUndefined();
  });

  test("survives exports", () => {
    const json = exported([chain]);
    expect(schemaErrors(json)).toEqual([]);
    const formats = [JSON.stringify(json), [...exportParts("har", [chain], origin)].join("")];
    for (const again of formats.map(only)) {
      expect([again.fromFile, isEndMissing(again), findings(again)]).toEqual([true, true, []]);
    }
  });

  test.each(["csv", "text", "markdown", "json", "har"] as const)("has its target in %s", (format) => {
    expect([...exportParts(format, [chain], origin)].join("").replaceAll("\\", "")).toContain(to);
  });

  test("with an error in the file wasn't followed", () => {
    const stopped = entry(from, 0, { response: { ...located, redirectURL: to, _error: "net::ERR_UNSAFE_REDIRECT" } });
    expect(findings(only(harOf(stopped)))).toContain("not-followed");
  });
});

describe("headers that are not in the file", () => {
  test.each([
    ["an empty list", []],
    ["none", undefined],
    ["null", null],
  ])("%s: no finding about Location", (_, headers) => {
    const chain = only(harOf(entry("http://shop.example/old", 0, { response: { status: 301, headers } })));
    expect(findings(chain)).toEqual([]);
    expect(chain.hops.map(hopSeoMeaning)).toEqual([undefined]);
    expect(findings(only(JSON.stringify(exported([chain]))))).toEqual([]);
    expect(findings(only([...exportParts("har", [chain], origin)].join("")))).toEqual([]);
    expect(schemaErrors(exported([chain]))).toEqual([]);
  });

  test("only a target: no finding about caching", () => {
    const redirect = entry(from, 0, { response: { status: 301, redirectURL: "https://shop.example/b" } });
    const chain = only(harOf(redirect, entry("https://shop.example/b", 5, {})));
    expect(findings(chain)).toEqual([]);
    expect(findings(only([...exportParts("har", [chain], origin)].join("")))).toEqual([]);
  });

  test("a redirect to a language: a finding about Vary only with headers", () => {
    const led = (headers: readonly object[]) => {
      const response = { status: 302, redirectURL: "https://shop.example/en/a", headers };
      const redirect = entry(from, 0, { response, _resourceType: "document" });
      return findings(only(harOf(redirect, entry("https://shop.example/en/a", 5, { _resourceType: "document" }))));
    };
    expect(led([])).not.toContain("language-without-vary");
    expect(led([{ name: "Date", value: "Sat, 31 Jan 2026 00:00:00 GMT" }])).toContain("language-without-vary");
  });

  test("with headers, both are reported", () => {
    const headers = [{ name: "Date", value: "Sat, 31 Jan 2026 00:00:00 GMT" }];
    const chain = only(harOf(entry(from, 0, { response: { status: 301, headers } })));
    expect(findings(chain)).toEqual(["missing-location"]);
    const redirect = entry(from, 0, { response: { status: 301, redirectURL: to, headers } });
    expect(findings(only(harOf(redirect, entry(to, 5, {}))))).toContain("cacheable-without-expiry");
  });
});

describe("the resource type", () => {
  const headers = (destination: string) => ({ headers: [{ name: "Sec-Fetch-Dest", value: destination }] });
  const typeOf = (first: Readonly<Record<string, unknown>>, last: Readonly<Record<string, unknown>> = {}) =>
    only(harOf(entry(from, 0, { ...first, response: { status: 302, redirectURL: to } }), entry(to, 5, last)))
      .resourceType;

  test.each([
    ["iframe", "document", "sub_frame"],
    ["frame", "document", "sub_frame"],
    ["frame", "Document", "sub_frame"],
    ["document", "document", "main_frame"],
    ["object", "document", "object"],
    ["embed", "document", "object"],
    ["iframe", undefined, "sub_frame"],
    ["empty", "fetch", "xmlhttprequest"],
    ["iframe", "script", "script"],
  ])("Sec-Fetch-Dest: %s, %s", (destination, _resourceType, expected) => {
    expect(typeOf({ request: headers(destination), _resourceType })).toBe(expected);
  });

  test("a redirect without headers has the type of its next request", () => {
    const document = { _resourceType: "document" };
    expect(typeOf(document, { ...document, request: headers("iframe") })).toBe("sub_frame");
    expect(typeOf(document, document)).toBe("main_frame");
  });
});
