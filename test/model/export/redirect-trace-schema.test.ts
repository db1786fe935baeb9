/** Tests that every export is valid by `docs/redirect-trace.schema.json`, and that the schema rejects violations. */
import { describe, expect, test } from "vitest";
import { allScenarios } from "../../../lab/scenarios/all-scenarios.ts";
import { browserNames, eventsOf, listedIn, readTrace, replay } from "../../replay/traces.ts";
import { exported, kinds, schemaErrors } from "./exported.ts";

describe.each(browserNames)("recorded in %s", (browserName) => {
  test.each(allScenarios.map(({ name }) => name))("%s", (name) => {
    const trace = exported(listedIn(replay(eventsOf(browserName, readTrace(browserName, name)))));
    expect(schemaErrors(trace)).toEqual([]);
    expect(new Set(trace.chains.map(({ id }) => id)).size).toBe(trace.chains.length);
  });
});

test.each(Object.entries(kinds))("%s", (_, chain) => {
  expect(schemaErrors(exported([chain]))).toEqual([]);
});

test("no chains", () => {
  expect(schemaErrors(exported([]))).toEqual([]);
});

test("additions within the version are allowed", () => {
  const trace = exported([kinds["a redirect"]]);
  expect(schemaErrors({ ...trace, addedLater: 1 })).toEqual([]);
});

type Wrong = readonly [what: string, chain: keyof typeof kinds, hop: object, trace?: object];

test.each([
  ["a status on an internal redirect", "an internal redirect (Chromium)", { status: 307 }],
  ["an SEO meaning of an internal redirect", "an internal redirect (Chromium)", { seo: "temporary" }],
  [
    "a 3xx with Location that does not say if it was followed",
    "a redirect not followed (Firefox)",
    { followed: undefined },
  ],
  ["a followed method of what was not followed", "a redirect not followed (Firefox)", { followedMethod: "GET" }],
  ["a followed body of what was not followed", "a redirect not followed (Chromium)", { followedBody: "lost" }],
  ["a followed redirect without its method", "a redirect", { followedMethod: undefined }],
  ["a followed redirect without its target", "a redirect", { redirectUrl: undefined }],
  ["an expected method of a page", "a page", { expectedMethod: "GET" }],
  ["an expected method of a 300", "300 with a Location", { expectedMethod: "GET" }],
  ["an SEO meaning of a final answer", "a page", { seo: "none" }],
  ["a delay of a server's redirect", "a redirect", { delaySeconds: 0 }],
  ["a meta refresh without delay", "a meta refresh", { delaySeconds: undefined }],
  ["a client redirect without its exchange's status", "a script", { status: undefined }],
  ["inferred: false", "a redirect", { inferred: false }],
  ["null", "a page", { ip: null }],
  ["a number as text", "a page", { status: "200" }],
  ["a status that is none", "a page", { status: 0 }],
  ["an unknown source", "a page", { source: "hstS" }],
  ["no url", "a page", { url: undefined }],
  ["a body without presence", "a page", { body: {} }],
  ["a kind of no body", "a page", { body: { presence: "absent", kind: "form" } }],
  ["a body without kind", "a page", { body: { presence: "present" } }],
  ["a header without value", "a page", { responseHeaders: [{ name: "X" }] }],
  ["an error of what did not fail", "a page", {}, { error: "net::ERR_FAILED" }],
  ["a failure without error", "a failure", {}, { error: undefined }],
  ["an unknown outcome", "a page", {}, { outcome: "done" }],
  ["no hops", "a page", {}, { hops: [] }],
  ["an unknown meaning", "a page", {}, { seo: { meaning: "good", reason: "x" } }],
  ["a finding without severity", "a page", {}, { findings: [{ id: "loop" }] }],
  ["a time without zone", "a page", {}, { startedAt: "2026-01-31T12:00:00.000" }],
] satisfies Wrong[])("rejected: %s", (_, name, hop, chain: object = {}) => {
  const trace = exported([kinds[name]]);
  const [first, ...rest] = trace.chains;
  const hops = (first?.hops ?? []).map((each, index) => (index === 0 ? { ...each, ...hop } : each));
  const changed: unknown = JSON.parse(JSON.stringify({ ...trace, chains: [{ ...first, hops, ...chain }, ...rest] }));
  expect(schemaErrors(trace)).toEqual([]);
  expect(schemaErrors(changed)).not.toEqual([]);
});

test.each([
  ["another format", { format: "har" }],
  ["another version", { version: 2 }],
  ["no generator", { generator: {} }],
  ["no list", { chains: {} }],
])("rejected: %s", (_, change) => {
  expect(schemaErrors({ ...exported([]), ...change })).not.toEqual([]);
});
