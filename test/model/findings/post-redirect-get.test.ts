/** Tests what counts as Post/Redirect/Get: a change of method that is meant. */
import { expect, test } from "vitest";
import { isPostRedirectGet } from "../../../src/model/findings/post-redirect-get.ts";
import type { Chain } from "../../../src/model/redirect-chain.ts";
import { answered, chainOf, failed, formBody, internal, pending, served } from "../hops.ts";

const form = "http://shop.test/pay";
const done = "http://shop.test/done";

const post = (status: number) => served(form, status, done, { method: "POST", body: formBody });

test.each([
  ["303, then a page", true, chainOf(post(303), answered(done))],
  ["302, then a page", true, chainOf(post(302), answered(done, 204))],
  ["301 is permanent: not meant for it", false, chainOf(post(301), answered(done))],
  ["307 keeps the POST", false, chainOf(post(307), answered(done, 200, { method: "POST" }))],
  ["the page is refused", false, chainOf(post(303), answered(done, 404))],
  ["the page is not there yet", false, chainOf(post(303), pending(done))],
  ["the page failed", false, chainOf(post(303), failed(done, "net::ERR_FAILED"))],
  ["not followed yet", false, chainOf(post(303))],
  ["a PUT, 303", true, chainOf(served(form, 303, done, { method: "PUT" }), answered(done))],
  ["a PUT, 302: no browser changes it", false, chainOf(served(form, 302, done, { method: "PUT" }), answered(done))],
  ["a GET", false, chainOf(served(form, 303, done), answered(done))],
  ["another site", false, chainOf(post(303), answered("http://other.test/"))],
  ["another site's subdomain of the same name", false, chainOf(post(303), answered("http://www.other.test/"))],
  ["with and without www.", true, chainOf(post(303), answered("https://www.shop.test/done"))],
  ["more redirects behind it", true, chainOf(post(303), served(done, 301, `${done}/`), answered(`${done}/`))],
  ["made by the browser", false, chainOf(internal(form, "hsts", done, { method: "POST" }), answered(done))],
] satisfies [string, boolean, Chain][])("%s: %s", (_, isOne, chain) => {
  expect(isPostRedirectGet(chain, 0)).toBe(isOne);
});

test("no such hop", () => {
  expect(isPostRedirectGet(chainOf(post(303), answered(done)), 1)).toBe(false);
  expect(isPostRedirectGet(chainOf(post(303), answered(done)), 7)).toBe(false);
});
