/** Tests the search verdict: its kind, its URL, and the notes that qualify it. */
import { expect, test } from "vitest";
import { unknownMethod, type Chain } from "../../../src/model/chain/redirect-chain.ts";
import { searchVerdict, type SearchVerdict } from "../../../src/model/meaning/search-verdict.ts";
import { clientRedirect } from "../export/exported.ts";
import { done, got, other, post, shop, pointing } from "../findings/rows/row.ts";
import { answered, chainOf, failed, internal, pending, served } from "../hops.ts";

const hsts = internal(shop, "hsts", done);
const permanentElsewhere = { kind: "others-permanent" } as const;
const refreshed = answered("http://b.test/");
const eleven = Array.from({ length: 10 }, (_, i) => served(`${shop}/${i}`, 308, `${shop}/${i + 1}`));
const laps = Array.from({ length: 19 }, () => served(shop, 301, shop));
const first = served(shop, 301, shop);

const verdicts: readonly (readonly [string, Chain, SearchVerdict])[] = [
  ["301", chainOf(served(shop, 301, done), got), { kind: "permanent", targetUrl: done, notes: [permanentElsewhere] }],
  [
    "not followed",
    chainOf(answered(shop, 301, pointing(done, 301))),
    { kind: "permanent", targetUrl: done, notes: [permanentElsewhere] },
  ],
  [
    "not followed, reported as a redirect",
    chainOf(served(shop, 308, done, { stoppedBy: "net::ERR_ABORTED" })),
    { kind: "permanent", targetUrl: done, notes: [permanentElsewhere] },
  ],
  [
    "307",
    chainOf(served(shop, 307, done), got),
    { kind: "temporary", sourceUrl: shop, notes: [{ kind: "disputed" }, { kind: "others-temporary" }] },
  ],
  [
    "307 after HSTS: the URL that redirects",
    chainOf(internal(other, "hsts", shop), served(shop, 307, done), got),
    { kind: "temporary", sourceUrl: shop, notes: [{ kind: "disputed" }, { kind: "others-temporary" }] },
  ],
  [
    "301, 302",
    chainOf(served(other, 301, shop), served(shop, 302, done), got),
    { kind: "mixed", sourceUrl: shop, temporaryHop: 1, notes: [{ kind: "disputed" }] },
  ],
  ["HSTS alone", chainOf(hsts, got), { kind: "browser", notes: [] }],
  [
    "a missed redirect",
    chainOf(internal(shop, "browser", done, { inferred: true }), got),
    { kind: "unknown", notes: [] },
  ],
  [
    "a missed redirect after HSTS",
    chainOf(hsts, internal(shop, "browser", done, { inferred: true }), got),
    { kind: "unknown", notes: [] },
  ],
  [
    "refresh of 0 s",
    chainOf(clientRedirect("meta-refresh", 0), refreshed),
    { kind: "permanent", targetUrl: "http://b.test/", notes: [{ kind: "others-refresh" }] },
  ],
  [
    "refresh of 5 s: not disputed",
    chainOf(clientRedirect("meta-refresh", 5), refreshed),
    { kind: "temporary", sourceUrl: "http://a.test/", notes: [{ kind: "others-refresh" }] },
  ],
  [
    "script",
    chainOf(clientRedirect("script"), refreshed),
    { kind: "permanent", targetUrl: "http://b.test/", notes: [] },
  ],
  [
    "a form",
    chainOf(post(301), got),
    { kind: "permanent", targetUrl: done, notes: [{ kind: "asked-with-get" }, permanentElsewhere] },
  ],
  [
    "a redirect after an unknown service worker response",
    chainOf(internal(other, "service-worker", shop, { method: unknownMethod }), served(shop, 301, done), got),
    { kind: "permanent", targetUrl: done, notes: [permanentElsewhere] },
  ],
  [
    "11 redirects",
    chainOf(served(shop, 301, `${shop}/0`), ...eleven, answered(`${shop}/10`)),
    {
      kind: "permanent",
      targetUrl: `${shop}/10`,
      notes: [{ kind: "beyond-googlebot", redirectCount: 11 }, permanentElsewhere],
    },
  ],
  [
    "404",
    chainOf(served(shop, 301, done), answered(done, 404)),
    { kind: "permanent", targetUrl: done, notes: [{ kind: "no-page", end: "404" }, permanentElsewhere] },
  ],
  [
    "no server",
    chainOf(served(shop, 301, done), failed(done, "net::ERR_NAME_NOT_RESOLVED")),
    {
      kind: "permanent",
      targetUrl: done,
      notes: [{ kind: "no-page", end: "net::ERR_NAME_NOT_RESOLVED" }, permanentElsewhere],
    },
  ],
  [
    "a loop",
    chainOf(first, ...laps, failed(shop, "NS_ERROR_REDIRECT_LOOP")),
    { kind: "permanent", targetUrl: shop, notes: [{ kind: "no-end" }, permanentElsewhere] },
  ],
];

test.each(verdicts)("%s", (_, chain, expected) => {
  expect(searchVerdict(chain)).toEqual(expected);
});

test.each([
  ["a page", chainOf(got)],
  ["300 with a Location", chainOf(answered(shop, 300, pointing(done, 300)))],
  ["302 without a Location", chainOf(answered(shop, 302))],
  ["pending", chainOf(served(shop, 301, done), pending(done))],
] satisfies [string, Chain][])("no verdict: %s", (_, chain) => {
  expect(searchVerdict(chain)).toBeUndefined();
});
