/** Tests what a crawler would meet: servers' and pages' redirects as they are, the browser's own as a gap. */
import { expect, test } from "vitest";
import { crawlerView } from "../../../src/model/meaning/crawler-view.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { clientRedirect } from "../export/exported.ts";
import { done, got, post, shop, pointing } from "../findings/rows/row.ts";
import { answer, answered, chainOf, failed, internal, pending, served } from "../hops.ts";

const secure = "https://shop.test/pay";
const cached = served(shop, 301, done, { answer: { ...answer(301, { Location: done }), fromCache: true } });

test.each([
  ["as it was", chainOf(served(shop, 301, done), got), ["redirect server 301", "end 200"]],
  [
    "HSTS hides",
    chainOf(internal(shop, "hsts", secure), served(secure, 302, done), got),
    ["hidden hsts", "redirect server 302", "end 200"],
  ],
  ["the cache hides", chainOf(cached, got), ["hidden cache", "end 200"]],
  [
    "a redirect that was missed",
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
  ["not followed (Firefox)", chainOf(answered(shop, 301, pointing(done, 301))), ["redirect server 301"]],
  ["not followed (Chromium)", chainOf(served(shop, 301, done, { stoppedBy: "x" })), ["redirect server 301"]],
  ["no answer", chainOf(served(shop, 301, done), failed(done, "x")), ["redirect server 301", "end"]],
] satisfies [string, Chain, string[]][])("%s", (_, chain, expected) => {
  const steps = crawlerView(chain) ?? [];
  const inWords = steps.map((step) =>
    [step.kind, "by" in step ? step.by : [], "status" in step ? step.status : []].flat().join(" "),
  );
  expect(inWords).toEqual(expected);
  expect(steps.map(({ hop, url }) => [hop, url])).toEqual(chain.hops.map(({ url }, hop) => [hop, url]));
});

test.each([
  ["a form: crawlers send none", chainOf(post(302), got)],
  ["a page", chainOf(got)],
  ["under way", chainOf(served(shop, 301, done), pending(done))],
] satisfies [string, Chain][])("nothing to show: %s", (_, chain) => {
  expect(crawlerView(chain)).toBeUndefined();
});
