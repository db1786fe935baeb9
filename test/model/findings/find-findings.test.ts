/** Tests each finding twice: where it is shown, and where it is silent. */
import { expect, test } from "vitest";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import type { Finding, FindingId } from "../../../src/model/findings/finding.ts";
import type { Chain, Hop } from "../../../src/model/redirect-chain.ts";
import { answer, answered, chainOf, failed, formBody, internal, pending, served, unknownBody } from "../hops.ts";

const shop = "http://shop.test/pay";
const done = "http://shop.test/done";
const other = "http://other.test/";
const end = answered(done);

const postWithBody = (status: number, to = done) => served(shop, status, to, { method: "POST", body: formBody });
const toNowhere = { answer: answer(302, { location: "" }) };

type Shown = readonly [id: FindingId, what: string, chain: Chain, severity: Finding["severity"], hop?: number];

test.each([
  ["method-changed", "POST to GET through 301", chainOf(postWithBody(301), end), "warning", 0],
  [
    "method-changed",
    "DELETE to GET through 303",
    chainOf(served(shop, 303, done, { method: "DELETE" }), end),
    "warning",
    0,
  ],
  ["method-changed", "Post/Redirect/Get", chainOf(postWithBody(303), end), "info", 0],
  [
    "method-changed",
    "at the second hop",
    chainOf(postWithBody(307), served(done, 302, shop, { method: "POST" }), answered(shop, 404)),
    "warning",
    1,
  ],
  ["body-lost", "through 301", chainOf(postWithBody(301), end), "warning", 0],
  ["body-lost", "and refused", chainOf(postWithBody(302), answered(done, 405)), "error", 0],
  [
    "body-lost",
    "and refused later",
    chainOf(postWithBody(302), served(done, 301, other), answered(other, 500)),
    "error",
    0,
  ],
  ["body-lost", "Post/Redirect/Get", chainOf(postWithBody(302), end), "info", 0],
  [
    "internal-redirect",
    "HSTS",
    chainOf(internal(shop, "hsts", "https://shop.test/pay"), answered("https://shop.test/pay")),
    "info",
    0,
  ],
  ["internal-redirect", "not yet followed", chainOf(internal(shop, "extension", other)), "info", 0],
  [
    "too-many-redirects",
    "Chromium: the 20th was not followed",
    chainOf(served(shop, 302, shop), ...loop(18), stopped()),
    "error",
  ],
  [
    "too-many-redirects",
    "Firefox: the 21st request failed",
    chainOf(served(shop, 302, shop), ...loop(19), failed(shop, "NS_ERROR_REDIRECT_LOOP")),
    "error",
  ],
  ["missing-location", "302 without", chainOf(answered(shop, 302)), "error", 0],
  ["missing-location", "at the end of a chain", chainOf(served(shop, 301, done), answered(done, 307)), "error", 1],
  ["not-followed", 'Chromium: redirect: "manual"', chainOf(stopped()), "info", 0],
  [
    "not-followed",
    'Firefox: redirect: "manual"',
    chainOf(answered(shop, 302, { answer: answer(302, { LOCATION: done }) })),
    "info",
    0,
  ],
  [
    "not-followed",
    "300 with a Location",
    chainOf(answered(shop, 300, { answer: answer(300, { location: done }) })),
    "info",
    0,
  ],
  [
    "inferred-hop",
    "Chromium: a silent upgrade",
    chainOf(internal(shop, "upgrade", done, { inferred: true }), end),
    "info",
    0,
  ],
  [
    "inferred-hop",
    "in the middle",
    chainOf(served(shop, 301, other), internal(other, "browser", done, { inferred: true }), end),
    "info",
    1,
  ],
  [
    "beginning-missed",
    "the first events were missed",
    { ...chainOf(served(shop, 301, done), end), beginningMissed: true },
    "info",
    0,
  ],
] satisfies Shown[])("%s: %s", (id, _, chain, severity, hop?: number) => {
  expect(findFindings(chain).filter((finding) => finding.id === id)).toEqual([
    hop === undefined ? { id, severity } : { id, severity, hop },
  ]);
});

type Silent = readonly [id: FindingId, what: string, chain: Chain];

test.each([
  ["method-changed", "the method was kept", chainOf(served(shop, 301, done), end)],
  ["method-changed", "POST kept by 307", chainOf(postWithBody(307), answered(done, 200, { method: "POST" }))],
  ["method-changed", "the redirect is not followed yet", chainOf(postWithBody(302))],
  [
    "body-lost",
    "the body was kept",
    chainOf(postWithBody(308), answered(done, 200, { method: "POST", body: formBody })),
  ],
  ["body-lost", "there was none", chainOf(served(shop, 302, done, { method: "POST" }), end)],
  [
    "body-lost",
    "Chromium does not tell of a PATCH's body",
    chainOf(served(shop, 302, done, { method: "PATCH", body: unknownBody }), end),
  ],
  [
    "body-lost",
    "whether it arrived is not known",
    chainOf(postWithBody(302), answered(done, 200, { body: unknownBody })),
  ],
  ["internal-redirect", "a server's 307", chainOf(served(shop, 307, done), end)],
  [
    "too-many-redirects",
    "19 redirects, then a failure",
    chainOf(served(shop, 302, shop), ...loop(18), failed(shop, "net::ERR_FAILED")),
  ],
  ["too-many-redirects", "20 redirects, then a page", chainOf(served(shop, 302, shop), ...loop(19), answered(shop))],
  [
    "too-many-redirects",
    "20 redirects, then a request under way",
    chainOf(served(shop, 302, shop), ...loop(19), pending(shop)),
  ],
  [
    "too-many-redirects",
    "20 redirects, then a server that is down",
    chainOf(served(shop, 302, shop), ...loop(19), failed(shop, "net::ERR_CONNECTION_REFUSED")),
  ],
  ["missing-location", "302 with one", chainOf(answered(shop, 302, { answer: answer(302, { location: done }) }))],
  ["missing-location", "304 needs none", chainOf(answered(shop, 304))],
  ["missing-location", "a page needs none", chainOf(end)],
  ["not-followed", "a redirect that was followed", chainOf(served(shop, 301, done), end)],
  ["not-followed", "a redirect that may still be followed", chainOf(served(shop, 301, done))],
  ["not-followed", "201 with a Location", chainOf(answered(shop, 201, { answer: answer(201, { location: done }) }))],
  ["not-followed", "302 without a Location", chainOf(answered(shop, 302))],
  ["inferred-hop", "a hop with events", chainOf(internal(shop, "upgrade", done), end)],
  ["beginning-missed", "all of it was seen", chainOf(served(shop, 301, done), end)],
] satisfies Silent[])("%s is silent: %s", (id, _, chain) => {
  expect(findFindings(chain).map((finding) => finding.id)).not.toContain(id);
});

test("a page without redirects has no finding", () => {
  expect(findFindings(chainOf(end))).toEqual([]);
  expect(findFindings(chainOf(failed(done, "net::ERR_FAILED")))).toEqual([]);
  expect(findFindings(chainOf(pending(done, toNowhere)))).toEqual([]);
});

test("the worst comes first, then the order of the hops", () => {
  const chain = chainOf(
    internal(other, "hsts", shop),
    postWithBody(302),
    served(done, 302, other),
    answered(other, 404),
  );
  expect(findFindings(chain).map(({ id, severity, hop }) => `${severity} ${id} ${hop}`)).toEqual([
    "error body-lost 1",
    "warning method-changed 0",
    "warning method-changed 1",
    "info internal-redirect 0",
  ]);
});

function loop(count: number): Hop[] {
  return Array.from({ length: count }, () => served(shop, 302, shop));
}

function stopped(): Hop {
  return served(shop, 302, shop, { stoppedBy: "net::ERR_ABORTED" });
}
