/** Tests what a server redirect means for its request. */
import { expect, test } from "vitest";
import { handlingOf } from "../../../src/model/meaning/request-handling.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answered, chainOf, failed, formBody, internal, pending, served } from "../hops.ts";

const form = "http://shop.test/pay";
const done = "http://shop.test/done";
const secure = "https://shop.test/pay";
const jsonBody = { presence: "present", kind: "bytes" } as const;

const post = (status: number, to = done) => served(form, status, to, { method: "POST", body: formBody });
const ofType = (resourceType: string, chain: Chain): Chain => ({ ...chain, resourceType });
const signIn = "http://shop.test/account/login?return_url=%2Fpay";

test.each([
  ["303, then a page", "see-other", chainOf(post(303), answered(done))],
  ["303 to a missing page", "see-other", chainOf(post(303), answered(done, 404))],
  ["303 to another site", "see-other", chainOf(post(303, "http://other.test/"), answered("http://other.test/"))],
  ["303 after a PUT", "see-other", chainOf(served(form, 303, done, { method: "PUT" }), answered(done))],
  ["303 to the same page on https", "lost", chainOf(post(303, secure), answered(secure))],
  ["302, then a page", "post-redirect-get", chainOf(post(302), answered(done, 204))],
  [
    "302, then a redirect",
    "post-redirect-get",
    chainOf(post(302), served(done, 301, `${done}/`), answered(`${done}/`)),
  ],
  ["302 to the same URL", "post-redirect-get", chainOf(post(302, form), answered(form))],
  ["302 with and without www.", "post-redirect-get", chainOf(post(302), answered("https://www.shop.test/done"))],
  ["302 that only adds a slash", "lost", chainOf(post(302, `${form}/`), answered(`${form}/`))],
  ["302 to a POST-only URL", "lost", chainOf(post(302), answered(done, 405))],
  ["302 to a page that needs the data", "lost", chainOf(post(302), answered(done, 422))],
  ["302 to a missing page", "undecided", chainOf(post(302), answered(done, 404))],
  ["302 to a page that failed", "undecided", chainOf(post(302), failed(done, "net::ERR_FAILED"))],
  ["302 to another site", "undecided", chainOf(post(302), answered("http://other.test/"))],
  [
    "302 for JSON sent by a script",
    "undecided",
    ofType("xmlhttprequest", chainOf(served(form, 302, done, { method: "POST", body: jsonBody }), answered(done))),
  ],
  [
    "302 for a form sent by a script",
    "post-redirect-get",
    ofType("xmlhttprequest", chainOf(post(302), answered(done))),
  ],
  ["302 for a beacon", "unread", ofType("beacon", chainOf(post(302), answered(done, 204)))],
  ["302 for a report", "unread", ofType("csp_report", chainOf(post(302), answered(done)))],
  ["301, which is permanent", "lost", chainOf(post(301), answered(done))],
  ["the session has expired", "sent-to-sign-in", chainOf(post(302, signIn), answered(signIn))],
  [
    "a sign-in, back to a page",
    "post-redirect-get",
    chainOf(served(signIn, 302, done, { method: "POST" }), answered(done)),
  ],
  [
    "a sign-in, back to a POST-only URL",
    "returned-from-sign-in",
    chainOf(served(signIn, 302, form, { method: "POST" }), answered(form, 405)),
  ],
  [
    "a consent, with the code a few redirects later",
    "handed-over",
    chainOf(
      post(302, "http://shop.test/resume"),
      served("http://shop.test/resume", 302, "http://app.test/cb?code=1&state=2"),
      answered("http://app.test/cb?code=1&state=2", 400),
    ),
  ],
  [
    "possibly a sign-in page without a return URL",
    "undecided",
    chainOf(post(302, "http://shop.test/login"), answered("http://shop.test/login")),
  ],
  ["302 to an unmodified page", "post-redirect-get", chainOf(post(302), answered(done, 304))],
  ["307 keeps the POST", undefined, chainOf(post(307), answered(done, 200, { method: "POST" }))],
  [
    "302 for a PUT, which browsers keep",
    undefined,
    chainOf(served(form, 302, done, { method: "PUT" }), answered(done, 200, { method: "PUT" })),
  ],
  ["the page is pending", undefined, chainOf(post(303), pending(done))],
  ["not followed yet", undefined, chainOf(post(303))],
  ["a GET", undefined, chainOf(served(form, 303, done), answered(done))],
  ["made by the browser", undefined, chainOf(internal(form, "hsts", done, { method: "POST" }), answered(done))],
] satisfies [string, string | undefined, Chain][])("%s: %s", (_, handling, chain) => {
  expect(handlingOf(chain, 0)).toBe(handling);
});

test("an index without a hop", () => {
  expect(handlingOf(chainOf(post(303), answered(done)), 1)).toBeUndefined();
  expect(handlingOf(chainOf(post(303), answered(done)), 7)).toBeUndefined();
});
