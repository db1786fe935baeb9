/** Tests that a file of any size and shape is cut or refused before anything stands still over it. */
import { expect, test } from "vitest";
import { exportParts } from "../../../src/model/export/export-formats.ts";
import { importLimits } from "../../../src/model/import/import-limits.ts";
import { importLog } from "../../../src/model/import/import-log.ts";
import { exported, kinds, origin } from "../export/exported.ts";
import { entry, harOf } from "./har-entries.ts";

const from = "https://shop.example/a";
const to = "https://shop.example/b";
const long = (count: number) => "x".repeat(count);
const redirect = (redirectURL: string, more: object = {}) =>
  entry(from, 0, { response: { status: 302, redirectURL, ...more } });

function opened(file: string) {
  const result = importLog(file);
  if ("problem" in result) throw new Error(JSON.stringify(result.problem));
  return result;
}

test("a URL of 30 MB is cut, with a sign, and still joined", () => {
  const url = `${to}?q=${long(30_000_000)}`;
  const { chains, notes } = opened(harOf(redirect(url), entry(url, 5, {})));
  expect(notes).toEqual([{ kind: "urls-cut", count: 2, firstAt: 1 }]);
  expect(chains.map(({ hops }) => hops.map((hop) => [hop.url.length, hop.url.at(-1)]))).toEqual([
    [
      [from.length, "a"],
      [importLimits.urlLength + 1, "…"],
    ],
  ]);
  expect(JSON.stringify(chains).length).toBeLessThan(5 * importLimits.urlLength);
  for (const format of ["text", "markdown", "csv", "json", "har", "curl"] as const) {
    expect([...exportParts(format, chains, origin)].join("")).not.toBe("");
  }
});

test("what is cut of a request that is not listed is not worth a word", () => {
  const { notes } = opened(harOf(redirect(to), entry(to, 5, {}), entry(`${to}?${long(99_999)}`, 6, {})));
  expect(notes).toEqual([]);
});

test("a picture in a data: URL is no request", () => {
  const { notes } = opened(
    harOf(redirect(to), entry(to, 5, {}), entry(`data:image/png;base64,${long(99_999)}`, 6, {})),
  );
  expect(notes).toEqual([]);
});

test("two long URLs that differ at their ends are two places", () => {
  const [a, b] = [`${to}?${long(99_999)}a`, `${to}?${long(99_999)}b`];
  const { chains } = opened(harOf(redirect(a), entry(b, 5, {})));
  expect(chains.map(({ hops }) => hops.length)).toEqual([1]);
});

test.each(["request", "response"])(
  "50,000 headers of a %s are cut, and what is left out is not taken for missing",
  (side) => {
    const headers = Array.from({ length: 50_000 }, (_, at) => ({ name: `X-${at}`, value: String(at) }));
    const located = [...headers, { name: "Location", value: to }];
    const first =
      side === "request"
        ? { ...redirect(to), request: { method: "GET", url: from, headers } }
        : redirect("", { headers: located });
    const { chains, notes } = opened(harOf(first, entry(to, 5, {})));
    expect(notes).toEqual([{ kind: "headers-cut", count: 1, firstAt: 1 }]);
    expect(chains[0]?.hops).toMatchObject([{ redirectUrl: to }, { url: to }]);
    const counts = chains[0]?.hops.map((hop) => [
      hop.requestHeaders?.length,
      "answer" in hop ? hop.answer?.headers.length : 0,
    ]);
    expect(Math.max(...(counts ?? []).flat().map((count) => count ?? 0))).toBeLessThanOrEqual(
      importLimits.headerLines + 1,
    );
    expect(chains[0]?.hops[0]).toMatchObject(
      side === "response"
        ? { answer: { headersIncomplete: true } }
        : { requestHeaders: { length: importLimits.headerLines } },
    );
  },
);

test("long words of all kinds are cut", () => {
  const word = long(2_000_000);
  const odd = entry(from, 0, {
    request: { method: word, headers: [{ name: word, value: word }] },
    response: { status: 302, statusText: word, httpVersion: word, redirectURL: to, _error: word },
    serverIPAddress: word,
    _initiatorOrigin: word,
    _resourceType: word,
  });
  expect(JSON.stringify(opened(harOf(odd)).chains).length).toBeLessThan(200_000);
});

test("our own format is cut, too", () => {
  const file = exported([kinds["a redirect"]]);
  const url = `https://a.test/${long(1_000_000)}`;
  const headers = Array.from({ length: 5_000 }, () => ({ name: "a", value: "b" }));
  const chains = file.chains.map((chain) => ({
    ...chain,
    hops: chain.hops.map((hop) => ({ ...hop, url, responseHeaders: headers })),
  }));
  const result = opened(JSON.stringify({ ...file, chains }));
  expect(result.notes).toEqual([
    { kind: "urls-cut", count: 1, firstAt: 1 },
    { kind: "headers-cut", count: 1, firstAt: 1 },
  ]);
  expect(JSON.stringify(result.chains).length).toBeLessThan(200_000);
});

test.each([
  ["lists", "[".repeat(20_000_000)],
  ["objects", '{"a":'.repeat(4_000_000)],
  ["closed again", "[".repeat(1_001) + "]".repeat(1_001)],
  ["in an entry", harOf(redirect(to)).replace('"cache":{}', `"cache":${"[".repeat(9_999)}${"]".repeat(9_999)}`)],
])("lists within lists: %s", (_, file) => {
  expect(importLog(file)).toEqual({ problem: { kind: "too-deep", max: importLimits.nesting } });
});

test.each([
  ["in text", `${"[".repeat(5_000)}\\"${"{".repeat(5_000)}\\\\`],
  ["beside backslashes", `\\\\\\"${"[".repeat(5_000)}`],
])("brackets %s nest nothing", (_, comment) => {
  const file = harOf(redirect(to), entry(to, 5, { comment: "COMMENT" })).replace("COMMENT", comment);
  expect(opened(file).chains.length).toBe(1);
});
