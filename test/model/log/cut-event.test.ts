/** Tests that long values are visibly truncated when they enter the log, and that truncated URLs are still matched. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyLog, listedChains } from "../../../src/model/log/chain-log.ts";
import { cutText, cutUrl, isCut, maxTextLength } from "../../../src/model/url/cut-text.ts";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import { isHttpsUpgrade, isSameRequestUrl, isSameResource } from "../../../src/model/url/location-url.ts";
import { chainSizeBytes } from "../../../src/model/log/log-size.ts";
import { answerOf, chainOutcome, type Chain } from "../../../src/model/chain/redirect-chain.ts";
import type { ClientNavigated } from "../../../src/model/log/log-event.ts";
import { requestEvents, watchedLog } from "../request-events.ts";

const filler = "x".repeat(200_000);
const url = (end: string, start = "http://a.test/") => `${start}?${filler}${end}`;

describe("a long URL", () => {
  test("is truncated visibly, only once, and remains a URL", () => {
    const cut = cutUrl(url("end"));
    expect(cut.length).toBeLessThan(maxTextLength + 200);
    expect(cut).toMatch(/%E2%80%A6cut-200005-[0-9a-z]+$/);
    expect(cutUrl(cut)).toBe(cut);
    expect(new URL(cut).href).toBe(cut);
    expect(isCut(cut)).toBe(true);
  });

  test("a short URL is not changed", () => {
    const short = "http://a.test/cut-1?x=%E2%80%A6";
    expect(cutUrl(short)).toBe(short);
    expect(isCut(short)).toBe(false);
  });

  test.each([
    ["path", `http://a.test/${filler}`],
    ["fragment", `http://a.test/#${filler}`],
    ["query before a fragment", `http://a.test/?${filler}#there`],
    ["user name before a long path", `http://${filler}@a.test/${"p".repeat(30_000)}`],
    ["host", `http://${filler}/${"p".repeat(30_000)}`],
  ])("cut in its %s: known as cut", (_, long) => {
    expect(isCut(cutUrl(long))).toBe(true);
  });

  test.each([
    "http://a.test/?q=%E2%80%A6cut-200013-abc",
    "http://a.test/…cut-5/x",
    `http://a.test/${"x".repeat(5_000)}`,
  ])("that only looks as if: %s is whole", (whole) => {
    expect(isCut(whole)).toBe(false);
  });

  test("comparisons of URLs have the same result before and after truncation", () => {
    const part = fc.constantFrom("", "a", "b", `${filler}a`, `${filler}b`, "%E2%80%A6", "%".repeat(70_000));
    const any = fc
      .tuple(
        fc.constantFrom("http://", "https://"),
        fc.constantFrom("", "u@", "u:p@", `${filler}@`),
        fc.constantFrom("/", `/${filler}`),
        part,
        fc.constantFrom("", "#f", `#${filler}`),
      )
      .map(([scheme, user, path, query, fragment]) => `${scheme}${user}a.test${path}?${query}${fragment}`);
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [cutA, cutB] = [cutUrl(a), cutUrl(b)];
        expect(cutA.length).toBeLessThan(maxTextLength * 1.5);
        expect(isSameRequestUrl(cutA, cutB)).toBe(isSameRequestUrl(a, b));
        expect(isHttpsUpgrade(cutA, cutB)).toBe(isHttpsUpgrade(a, b));
        if (!a.includes("@") && !b.includes("@")) expect(isSameResource(cutA, cutB)).toBe(isSameResource(a, b));
      }),
    );
  });

  test("redirects through long URLs that differ only at their end are joined, and are not a loop", () => {
    const request = requestEvents();
    const events = [
      request.started(url("1")),
      request.redirected(url("1"), 302, url("2")),
      request.started(url("2")),
      request.redirected(url("2"), 302, url("3")),
      request.started(url("3")),
      request.completed(url("3")),
    ];
    const chain = onlyChain(watchedLog(events));
    expect(chain.hops.map(({ state }) => state)).toEqual(["redirected", "redirected", "answered"]);
    expect(chain.hops.every((hop) => hop.inferred === undefined)).toBe(true);
    expect(findFindings(chain).map(({ id }) => id)).not.toContain("loop");
  });

  test("a parameter that may be in the truncated part is not reported as lost", () => {
    const request = requestEvents();
    const target = `http://a.test/to?${filler}&keep=1`;
    const chain = onlyChain(watchedLog(request.redirectedOnce("http://a.test/?keep=1", target)));
    expect(findFindings(chain).map(({ id }) => id)).not.toContain("query-lost");
  });

  test.each(["meta", "header"])("a page's refresh (%s) with a long URL is recognized as the cause", (where) => {
    const [from, to] = ["http://a.test/page", url("to", "http://a.test/next")];
    const refresh = `0; url=/next?${filler}to`;
    const request = requestEvents();
    const leaving: ClientNavigated = {
      kind: "client-navigated",
      tabId: 1,
      at: 10,
      url: to,
      documentUrl: from,
      baseUrl: from,
      isUserActive: false,
      ...(where === "meta" && { metaRefreshes: [refresh] }),
    };
    const next = requestEvents({ requestId: "2", startAt: 20 });
    const log = watchedLog([
      request.started(from),
      request.completed(from, 200, where === "header" ? { Refresh: refresh } : {}),
      leaving,
      next.started(to),
      next.completed(to),
    ]);
    const [first] = onlyChain(log).hops;
    expect(first).toMatchObject({ source: where === "meta" ? "meta-refresh" : "refresh-header", delaySeconds: 0 });
  });
});

describe("headers and names", () => {
  const request = requestEvents();

  test("50,000 headers: the first ones and those that the model reads are kept, with the number of omitted ones", () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`X-${at}`, "v"]));
    const headers = { ...many, Location: "http://b.test/", "Cache-Control": "no-store" };
    const completed = request.completed("http://a.test/", 301, headers);
    const kept = answerOf(onlyChain(watchedLog([request.started("http://a.test/"), completed])).hops[0])?.headers ?? [];
    expect(kept.length).toBeLessThan(2_100);
    expect(kept.map(({ name }) => name)).toEqual(expect.arrayContaining(["X-0", "Location", "Cache-Control"]));
    expect(kept.at(-1)).toEqual({ name: "…", value: `+${50_002 - kept.length + 1}` });
  });

  test("long values, methods and field names are visibly truncated", () => {
    const method = "M".repeat(500_000);
    const facts = { requestId: "9", tabId: 1, frameId: 0, resourceType: "main_frame", url: "http://a.test/", method };
    const fieldNames = Array.from({ length: 5_000 }, () => "f".repeat(5_000));
    const headers = Array.from({ length: 1_000 }, (_, at) => ({ name: `X-${at}`, value: "v".repeat(5_000) }));
    const answer = { status: 302, statusText: "s".repeat(500_000), headers, fromCache: false };
    const log = watchedLog([
      { ...facts, kind: "started", at: 1, body: { presence: "present", kind: "form", fieldNames } },
      { ...facts, kind: "headers-sent", at: 1, headers },
      { ...facts, kind: "redirected", at: 2, source: "server", redirectUrl: "http://b.test/", answer },
    ]);
    const chain = onlyChain(log);
    expect(chainSizeBytes(chain)).toBeLessThan(2_000_000);
    const [hop] = chain.hops;
    expect(isCut(hop.method)).toBe(true);
    expect(isCut(answerOf(hop)?.statusText ?? "")).toBe(true);
    expect(hop.body).toMatchObject({ fieldNames: expect.arrayContaining(["… +4000"]) as unknown });
    expect(answerOf(hop)?.headers.at(-1)?.name).toBe("…");
  });

  test("a truncated text includes its original length, and no character is split", () => {
    expect(cutText("😀".repeat(100), 100)).toMatch(/^(?:😀)+…cut-200$/u);
  });
});

function onlyChain(log: ReturnType<typeof emptyLog>): Chain {
  const [chain, ...others] = listedChains(log, 1);
  if (chain === undefined || others.length > 0) throw new Error(`${others.length + 1} chains, not one`);
  expect(chainOutcome(chain)).toBeDefined();
  return chain;
}
