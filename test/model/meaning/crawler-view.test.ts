/** Tests what a crawler would see: server and client redirects unchanged, internal ones as unknown. */
import { expect, test } from "vitest";
import { crawlerView } from "../../../src/model/meaning/crawler-view.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { clientRedirect } from "../export/exported.ts";
import { done, got, post, shop, pointing } from "../findings/rows/row.ts";
import { answer, answered, chainOf, failed, internal, pending, served } from "../hops.ts";

const secure = "https://shop.test/pay";
const cached = served(shop, 301, done, { answer: { ...answer(301, { Location: done }), fromCache: true } });

test.each([
  ["unchanged", chainOf(served(shop, 301, done), got), ["redirect server 301", "end 200"]],
  [
    "hidden by HSTS",
    chainOf(internal(shop, "hsts", secure), served(secure, 302, done), got),
    ["hidden hsts", "redirect server 302", "end 200"],
  ],
  ["hidden by the cache", chainOf(cached, got), ["hidden cache", "end 200"]],
  [
    "a missed redirect",
    chainOf(internal(shop, "browser", done, { inferred: true }), got),
    ["hidden unknown", "end 200"],
  ],
  [
    "an upgrade without an event",
    chainOf(internal(shop, "upgrade", secure, { inferred: true }), answered(secure)),
    ["hidden upgrade", "end 200"],
  ],
  [
    "a refresh",
    chainOf(clientRedirect("meta-refresh", 0), answered("http://b.test/")),
    ["redirect meta-refresh 200", "end 200"],
  ],
  ["not followed, reported as a response", chainOf(answered(shop, 301, pointing(done, 301))), ["redirect server 301"]],
  [
    "not followed, reported as a redirect",
    chainOf(served(shop, 301, done, { stoppedBy: "x" })),
    ["redirect server 301"],
  ],
  ["no response", chainOf(served(shop, 301, done), failed(done, "x")), ["redirect server 301", "end"]],
] satisfies [string, Chain, string[]][])("%s", (_, chain, expected) => {
  const steps = crawlerView(chain) ?? [];
  const inWords = steps.map((step) =>
    [step.kind, "by" in step ? step.by : [], "status" in step ? step.status : []].flat().join(" "),
  );
  expect(inWords).toEqual(expected);
  expect(steps.map(({ hop, url }) => [hop, url])).toEqual(chain.hops.map(({ url }, hop) => [hop, url]));
});

test.each([
  ["a form, which crawlers don't submit", chainOf(post(302), got)],
  ["a page", chainOf(got)],
  ["pending", chainOf(served(shop, 301, done), pending(done))],
] satisfies [string, Chain][])("nothing to show: %s", (_, chain) => {
  expect(crawlerView(chain)).toBeUndefined();
});
