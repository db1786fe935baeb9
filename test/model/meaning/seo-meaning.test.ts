/** Tests how search engines interpret a hop, by its source and status, and a whole chain. */
import { expect, test } from "vitest";
import type { ClientRedirect, Hop } from "../../../src/model/chain/redirect-chain.ts";
import {
  chainSeoMeaning,
  hopSeoMeaning,
  knownSeoMeaning,
  seoReason,
  type ChainSeoMeaning,
  type HopSeoMeaning,
} from "../../../src/model/meaning/seo-meaning.ts";
import { answer, answered, chainOf, failed, internal, pending, served } from "../hops.ts";

const a = "http://a.test/";
const b = "http://b.test/";
const end = answered(b);

test.each([
  [301, "permanent"],
  [302, "temporary"],
  [303, "temporary"],
  [307, "temporary"],
  [308, "permanent"],
] satisfies [number, HopSeoMeaning][])("a server redirect with %i: %s", (status, meaning) => {
  expect(hopSeoMeaning(served(a, status, b))).toBe(meaning);
});

test.each(["hsts", "upgrade", "extension", "service-worker", "browser"] as const)("%s: none", (source) => {
  expect(hopSeoMeaning(internal(a, source, b, { reportedStatus: 307 }))).toBe("none");
});

test.each([
  ["script", undefined, "permanent"],
  ["meta-refresh", 0, "permanent"],
  ["meta-refresh", 1, "temporary"],
  ["meta-refresh", undefined, "permanent"],
  ["refresh-header", 0, "permanent"],
  ["refresh-header", 0.5, "temporary"],
] satisfies [ClientRedirect["source"], number | undefined, HopSeoMeaning][])(
  "%s after %s seconds: %s",
  (source, delaySeconds, meaning) => {
    expect(hopSeoMeaning(clientRedirect(source, delaySeconds))).toBe(meaning);
  },
);

test.each([
  ["a response", end],
  ["a failure", failed(b, "net::ERR_FAILED")],
  ["a pending request", pending(b)],
] satisfies [string, Hop][])("%s has no meaning yet", (_, hop) => {
  expect(hopSeoMeaning(hop)).toBeUndefined();
  expect(chainSeoMeaning(chainOf(hop))).toBe("none");
  expect(seoReason(chainOf(hop))).toBe("no redirect");
});

const permanent = served(a, 301, b);
const temporary = served(a, 302, b);
const hsts = internal(a, "hsts", b);
const missed = internal(a, "browser", b, { inferred: true });

test.each([
  ["permanent", "301 permanent, 308 permanent", [permanent, served(a, 308, b)]],
  ["temporary", "302 temporary, 307 temporary", [temporary, served(a, 307, b)]],
  ["mixed", "301 permanent, 302 temporary", [permanent, temporary]],
  ["none", "hsts none", [hsts]],
  ["none", "browser unknown", [missed]],
  ["none", "hsts none, browser unknown", [hsts, missed]],
  ["permanent", "301 permanent, browser unknown", [permanent, missed]],
  ["permanent", "hsts none, 301 permanent", [hsts, permanent]],
  ["temporary", "302 temporary, hsts none", [temporary, hsts]],
  ["mixed", "script permanent, 303 temporary", [clientRedirect("script"), served(a, 303, b)]],
] satisfies [ChainSeoMeaning, string, [Hop, ...Hop[]]][])("a chain is %s: %s", (meaning, reason, redirects) => {
  const [first, ...rest] = redirects;
  expect(chainSeoMeaning(chainOf(first, ...rest, end))).toBe(meaning);
  expect(seoReason(chainOf(first, ...rest, end))).toBe(reason);
  // The UI shows "unknown"; the export formats have no such value.
  expect(knownSeoMeaning(chainOf(first, ...rest, end))).toBe(
    meaning === "none" && reason.includes("unknown") ? "unknown" : meaning,
  );
});

function clientRedirect(source: ClientRedirect["source"], delaySeconds?: number): Hop {
  const hop = { ...pending(a), state: "redirected", source, redirectUrl: b, endedAt: 0, answer: answer(200) } as const;
  return delaySeconds === undefined ? hop : { ...hop, delaySeconds };
}

test("the meaning of an inferred redirect without a known cause is unknown", () => {
  expect(hopSeoMeaning(internal(a, "browser", b, { inferred: true }))).toBeUndefined();
  expect(hopSeoMeaning(internal(a, "browser", b))).toBe("none");
  expect(hopSeoMeaning(internal(a, "upgrade", b, { inferred: true }))).toBe("none");
});
