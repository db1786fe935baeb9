/** Tests the form verdict: what arrived, where it was lost, the outcome, and when there's no verdict. */
import { expect, test } from "vitest";
import { formVerdict } from "../../../src/model/meaning/form-verdict.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { clientRedirect } from "../export/exported.ts";
import { done, got, gotPost, other, post, posted, shop } from "../findings/rows/row.ts";
import { answered, chainOf, failed, internal, pending, served, unknownBody } from "../hops.ts";

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
    "a PATCH whose body isn't reported",
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
    "kept, unknown whether it was sent",
    chainOf(post(307), failed(done, "net::ERR_FAILED", posted)),
    "bad unconfirmed 0, failed net::ERR_FAILED other",
  ],
  [
    "kept, never sent: unknown host",
    chainOf(post(307), failed(done, "net::ERR_NAME_NOT_RESOLVED", posted)),
    "bad not-sent 0, failed net::ERR_NAME_NOT_RESOLVED dns",
  ],
  [
    "kept and sent, no response",
    chainOf(post(308), failed(done, "net::ERR_EMPTY_RESPONSE", posted)),
    "bad arrived kept, failed net::ERR_EMPTY_RESPONSE closed",
  ],
  [
    "lost, no response",
    chainOf(post(301), failed(done, "NS_ERROR_UNKNOWN_HOST")),
    "bad body-lost 0 GET, failed NS_ERROR_UNKNOWN_HOST dns",
  ],
  [
    "a 307 that wasn't followed",
    chainOf(served(shop, 307, done, { ...posted, stoppedBy: "net::ERR_ABORTED" })),
    "bad not-sent 0, failed net::ERR_ABORTED other",
  ],
  [
    "a 302 that wasn't followed",
    chainOf(served(shop, 302, done, { ...posted, stoppedBy: "net::ERR_ABORTED" })),
    "open not-followed 0 302, failed net::ERR_ABORTED other",
  ],
  [
    "handed to an app",
    chainOf(served(shop, 302, "myapp://done", { ...posted, stoppedBy: "net::ERR_ABORTED" })),
    "good handed-over 0, handed-to-app myapp://done",
  ],
  [
    "kept, to a sign-in page",
    chainOf(post(307, "http://shop.test/login"), answered("http://shop.test/login", 200, posted)),
    "open arrived kept, answered 200",
  ],
  ["303", chainOf(post(303), got), "good see-other 0, answered 200"],
  ["303 to another site", chainOf(post(303, other), answered(other)), "good see-other 0, answered 200"],
  ["Post/Redirect/Get", chainOf(post(302), got), "good post-redirect-get 0, answered 200"],
  [
    "302 to another site with a code",
    chainOf(post(302, `${other}?code=a&state=b`), answered(`${other}?code=a&state=b`)),
    "good handed-over 0, answered 200",
  ],
  ["302 to another site", chainOf(post(302, other), answered(other)), "open undecided 0, answered 200"],
  [
    "redirected to sign in",
    chainOf(post(302, "http://shop.test/login?next=/pay"), answered("http://shop.test/login?next=/pay")),
    "bad sent-to-sign-in 0 http://shop.test/login?next=/pay, answered 200",
  ],
  [
    "back from the sign-in, to a POST-only URL",
    chainOf(post(302, shop, "http://shop.test/login?next=/pay"), answered(shop, 405)),
    "bad returned-from-sign-in 0, not-allowed GET",
  ],
  [
    "a beacon",
    { ...chainOf(post(302), answered(done, 204)), resourceType: "beacon" },
    "bad unread 0, without-data 204",
  ],
  [
    "JSON of a script, answered with 302",
    {
      ...chainOf(served(shop, 302, done, { method: "POST", body: { presence: "present", kind: "bytes" } }), got),
      resourceType: "xmlhttprequest",
    },
    "open undecided 0, answered 200",
  ],
  [
    "a DELETE answered with 303",
    chainOf(served(shop, 303, done, { method: "DELETE" }), got),
    "good see-other 0, answered 200",
  ],
  ["303 to a page that fails", chainOf(post(303), answered(done, 404)), "bad see-other 0, error 404"],
  [
    "303 to the same page on https",
    chainOf(post(303, secure), answered(secure)),
    "bad body-lost 0 GET, without-data 200",
  ],
  ["lost, but the outcome is a success", chainOf(post(301), got), "bad body-lost 0 GET, without-data 200"],
  [
    "lost, and not allowed",
    chainOf(post(302), served(done, 301, other), answered(other, 405)),
    "bad body-lost 0 GET, not-allowed GET",
  ],
  [
    "lost at the second hop",
    chainOf(post(307), post(301, other, done), answered(other, 500)),
    "bad body-lost 1 GET, error 500",
  ],
  ["changed without a body", chainOf(served(shop, 301, done, bare), got), "bad method-changed 0 GET, answered 200"],
  [
    "kept by HSTS",
    chainOf(internal(shop, "hsts", secure, posted), answered(secure, 200, posted)),
    "good arrived kept, answered 200, browser 0",
  ],
  [
    "answered with a client redirect",
    chainOf({ ...clientRedirect("script"), ...posted }, got),
    "good arrived kept, answered 200",
  ],
  [
    "two forms: the last one counts",
    chainOf({ ...clientRedirect("script"), ...posted }, post(302), got),
    "good post-redirect-get 1, answered 200, forms 2",
  ],
  [
    "a form submitted by a script",
    chainOf(clientRedirect("script"), post(302), answered(done, 405)),
    "bad body-lost 1 GET, not-allowed GET",
  ],
] satisfies [string, Chain, string][])("%s", (_, chain, expected) => {
  expect(inWords(chain)).toBe(expected);
});

test.each([
  ["only GET", chainOf(served(shop, 301, done), got)],
  ["HEAD", chainOf(served(shop, 301, done, { method: "HEAD" }), answered(done, 200, { method: "HEAD" }))],
  ["a GET with an unknown body", chainOf(served(shop, 301, done, { body: unknownBody }), got)],
  ["pending", chainOf(post(302), pending(done))],
  ["not followed yet", chainOf(post(302))],
] satisfies [string, Chain][])("no verdict: %s", (_, chain) => {
  expect(formVerdict(chain)).toBeUndefined();
});

function inWords(chain: Chain): string {
  const verdict = formVerdict(chain);
  if (verdict === undefined) return "none";
  const { arrival, end, tone, formCount, browserHop } = verdict;
  const parts = [arrival, end].map((part) => Object.values(part).join(" "));
  return [
    `${tone} ${parts.join(", ")}`,
    ...(browserHop === undefined ? [] : [`browser ${browserHop}`]),
    ...(formCount === 1 ? [] : [`forms ${formCount}`]),
  ].join(", ");
}
