/** Tests the form's verdict: what arrived, where it was lost, how the end fits, and where there is nothing to say. */
import { expect, test } from "vitest";
import { formVerdict } from "../../src/model/form-verdict.ts";
import type { Chain } from "../../src/model/redirect-chain.ts";
import { clientRedirect } from "./export/exported.ts";
import { done, got, gotPost, other, post, posted, shop } from "./findings/rows/row.ts";
import { answered, chainOf, failed, internal, pending, served, unknownBody } from "./hops.ts";

const secure = "https://shop.test/pay";
const bare = { method: "POST" };
const patch = { method: "PATCH", body: unknownBody };

test.each([
  ["kept by 307", chainOf(post(307), gotPost), "good arrived kept, answered 200"],
  [
    "without a body",
    chainOf(served(shop, 308, done, bare), answered(done, 204, bare)),
    "good arrived none, answered 204",
  ],
  [
    "Chromium tells no body of PATCH",
    chainOf(served(shop, 307, done, patch), answered(done, 200, patch)),
    "good arrived unknown, answered 200",
  ],
  [
    "kept, and not allowed there",
    chainOf(post(307), answered(done, 405, posted)),
    "bad arrived kept, not-allowed POST",
  ],
  ["kept, and refused", chainOf(post(308), answered(done, 422, posted)), "bad arrived kept, error 422"],
  [
    "kept, and no answer",
    chainOf(post(307), failed(done, "net::ERR_FAILED", posted)),
    "bad arrived kept, failed net::ERR_FAILED",
  ],
  [
    "not followed",
    chainOf(served(shop, 307, done, { ...posted, stoppedBy: "net::ERR_ABORTED" })),
    "bad arrived kept, failed net::ERR_ABORTED",
  ],
  ["Post/Redirect/Get", chainOf(post(303), got), "good answered 0, answered 200"],
  [
    "a DELETE answered with 303",
    chainOf(served(shop, 303, done, { method: "DELETE" }), got),
    "good answered 0, answered 200",
  ],
  ["303, and the page refuses", chainOf(post(303), answered(done, 404)), "bad answered 0, error 404"],
  [
    "303 to the same page on https is no answer",
    chainOf(post(303, secure), answered(secure)),
    "bad body-lost 0 GET, without-data 200",
  ],
  ["lost, and the end says yes", chainOf(post(301), got), "bad body-lost 0 GET, without-data 200"],
  [
    "lost, and not allowed",
    chainOf(post(302), served(done, 301, other), answered(other, 405)),
    "bad body-lost 0 GET, not-allowed GET",
  ],
  [
    "lost at the second hop",
    chainOf(post(307), post(302, other, done), answered(other, 500)),
    "bad body-lost 1 GET, error 500",
  ],
  ["changed without a body", chainOf(served(shop, 301, done, bare), got), "bad method-changed 0 GET, answered 200"],
  [
    "kept by HSTS",
    chainOf(internal(shop, "hsts", secure, posted), answered(secure, 200, posted)),
    "good arrived kept, answered 200, browser 0",
  ],
  [
    "answered with a page that redirects",
    chainOf({ ...clientRedirect("script"), ...posted }, got),
    "good arrived kept, answered 200",
  ],
  [
    "a form that a page sent",
    chainOf(clientRedirect("script"), post(302), answered(done, 405)),
    "bad body-lost 1 GET, not-allowed GET",
  ],
] satisfies [string, Chain, string][])("%s", (_, chain, expected) => {
  expect(inWords(chain)).toBe(expected);
});

test.each([
  ["only GET", chainOf(served(shop, 301, done), got)],
  ["HEAD", chainOf(served(shop, 301, done, { method: "HEAD" }), answered(done, 200, { method: "HEAD" }))],
  ["a GET whose body is not known", chainOf(served(shop, 301, done, { body: unknownBody }), got)],
  ["under way", chainOf(post(302), pending(done))],
  ["not followed yet", chainOf(post(302))],
] satisfies [string, Chain][])("nothing to say: %s", (_, chain) => {
  expect(formVerdict(chain)).toBeUndefined();
});

function inWords(chain: Chain): string {
  const { arrival, end, isGood, browserHop } = formVerdict(chain) ?? {};
  const parts = [arrival, end].map((part) => Object.values(part ?? {}).join(" "));
  return [
    `${isGood === true ? "good" : "bad"} ${parts.join(", ")}`,
    ...(browserHop === undefined ? [] : [`browser ${browserHop}`]),
  ].join(", ");
}
