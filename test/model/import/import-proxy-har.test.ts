/** Tests chains imported from HARs as proxies write them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rowsOf } from "../../replay/expected-rows.ts";
import { entry, harOf } from "./har-entries.ts";
import { imported } from "./imported.ts";

const from = "http://a.test/form";
const to = "http://a.test/done";

test("proxy quirks: a tunnel without a URL, a request without a time, null headers, non-text values", () => {
  const headers = [
    { name: "Location", value: to },
    { name: "Age", value: 5 },
    { name: "X-Empty", value: null },
  ];
  const [chain] = imported(
    harOf(
      entry("", 0, { request: { method: "CONNECT" } }),
      entry(to, 1, { startedDateTime: "" }),
      entry(to, 1, { startedDateTime: null }),
      entry("", 1, { request: { url: null } }),
      entry(from, 2, { request: { headers: null }, response: { status: 302, headers } }),
      entry(to, 5, { response: { headers: null } }),
    ),
  );
  expect(chain?.hops.map(({ url }) => url)).toEqual([from, to]);
  expect(chain?.hops[0]).toMatchObject({
    answer: { headers: [{ value: to }, { name: "Age", value: "5" }, { name: "X-Empty", value: "" }] },
  });
});

test("a mitmproxy 8.1 file with a form, an upload and an https page, without response bodies", () => {
  const file = readFileSync(join(import.meta.dirname, "../../fixtures/har/mitmproxy-8.1.har"), "utf8");
  const chains = imported(file);
  expect(
    chains.map(rowsOf).map((rows) => rows.map(({ status, method, body }) => `${status} ${method}, ${body}`)),
  ).toEqual([
    ["302 POST → GET, sent → lost", "301 GET → GET, none", "200 GET, none"],
    ["303 POST → GET, sent → lost", "200 GET, none"],
    ["302 GET → GET, none", "200 GET, none"],
  ]);
  expect(chains.map(({ resourceType }) => resourceType)).toEqual(["other", "other", "main_frame"]);
  expect(chains.map(({ hops: [{ body }] }) => (body.presence === "present" ? body.fieldNames : undefined))).toEqual([
    ["user", "password"],
    ["a", "f"],
    undefined,
  ]);
  expect(file).toContain("s3cret");
  expect(JSON.stringify(chains)).not.toContain("s3cret");
});
