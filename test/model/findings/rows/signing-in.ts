/** Findings about sign-in redirects and unexpected responses: reported and not reported. */
import { answer, answered, chainOf, formBody, served } from "../../hops.ts";
import {
  answeredWith,
  done,
  got,
  ofType,
  other,
  post,
  posted,
  shop,
  type ReportedRow,
  type NotReportedRow,
} from "./row.ts";

const signIn = "http://shop.test/login?next=%2Fpay";
const nested = "http://shop.test/login?next=http%253A%252F%252Fshop.test%252Fpay";
const elsewhere = "http://auth.other.test/?rd=http%3A%2F%2Fshop.test%2Fpay%3Fa%3D1";
const plainLogin = "http://shop.test/login";
const page = { "Content-Type": "text/html; charset=utf-8" };
const wantsJson = { requestHeaders: [{ name: "Accept", value: "application/json, text/plain, */*" }] };
const asked = (accept: string) => ({ requestHeaders: [{ name: "accept", value: accept }] });
const fetched = (...hops: Parameters<typeof chainOf>) => ofType("xmlhttprequest", chainOf(...hops));
const authorized = { requestHeaders: [{ name: "Authorization", value: "***" }] };
const framed = (...hops: Parameters<typeof chainOf>) => ({
  ...ofType("sub_frame", chainOf(...hops)),
  initiator: "https://page.test",
});
const widget = "https://widget.test/";
const json = { method: "POST", body: { presence: "present", kind: "bytes", sizeBytes: 4 } } as const;

export const reported: readonly ReportedRow[] = [
  ["sent-to-sign-in", "302", chainOf(post(302, signIn), answered(signIn)), "error", 0, ["POST", signIn]],
  ["sent-to-sign-in", "encoded twice", chainOf(post(302, nested), answered(nested)), "error", 0, ["POST", nested]],
  ["sent-to-sign-in", "303", chainOf(post(303, signIn), answered(signIn)), "error", 0, ["POST", signIn]],
  [
    "sent-to-sign-in",
    "another site",
    chainOf(post(302, elsewhere), answered(elsewhere)),
    "error",
    0,
    ["POST", elsewhere],
  ],
  [
    "sent-to-sign-in",
    "back to the posted URL",
    chainOf(post(302, plainLogin), served(plainLogin, 302, shop), answered(shop, 405)),
    "error",
    0,
    ["POST", plainLogin],
  ],
  [
    "sign-in-returns-to-form",
    "a sign-in form, and a POST-only page",
    chainOf(post(302, shop, signIn), answered(shop, 405)),
    "error",
    0,
    [shop],
  ],
  [
    "sign-in-returns-to-form",
    "303, recognized by the URL",
    chainOf(post(303, shop, "http://shop.test/users/sign_in"), answered(shop, 405)),
    "error",
    0,
    [shop],
  ],
  [
    "unexpected-type",
    "JSON",
    fetched(served(shop, 302, done, wantsJson), answeredWith(done, page)),
    "error",
    1,
    ["application/json", done],
  ],
  [
    "unexpected-type",
    "a script",
    ofType("script", chainOf(served(shop, 302, done), answeredWith(done, page))),
    "error",
    1,
    ["text/javascript", done],
  ],
  [
    "authorization-dropped",
    "401 at another origin",
    fetched(served(shop, 302, other, authorized), answered(other, 401)),
    "error",
    0,
    ["http://other.test", "401"],
  ],
  [
    "authorization-dropped",
    "403, one redirect later",
    fetched(served(shop, 301, other, authorized), served(other, 302, `${other}a`), answered(`${other}a`, 403)),
    "error",
    0,
    ["http://other.test", "403"],
  ],
  [
    "frame-blocked",
    "X-Frame-Options",
    framed(served(shop, 302, widget), answeredWith(widget, { "X-Frame-Options": "deny" })),
    "error",
    1,
    [widget, "X-Frame-Options: DENY"],
  ],
  [
    "frame-blocked",
    "SAMEORIGIN, of another origin",
    framed(served(shop, 302, widget), answeredWith(widget, { "x-frame-options": "SameOrigin" })),
    "error",
    1,
    [widget, "X-Frame-Options: SAMEORIGIN"],
  ],
  [
    "frame-blocked",
    "frame-ancestors with other sites",
    framed(
      served(shop, 302, widget),
      answeredWith(widget, {
        "Content-Security-Policy": "default-src *; frame-ancestors 'self' https://*.partner.test",
      }),
    ),
    "error",
    1,
    [widget, "frame-ancestors 'self' https://*.partner.test"],
  ],
  ["body-lost", "a beacon", ofType("ping", chainOf(post(302), answered(done, 204))), "warning", 0],
  [
    "body-lost",
    "303 to https",
    chainOf(post(303, "https://shop.test/pay"), answered("https://shop.test/pay")),
    "warning",
    0,
  ],
  ["body-lost", "JSON sent by a script: undecided", fetched(served(shop, 302, done, json), got), "warning", 0],
  [
    "body-lost",
    "a sign-in, and the page after it fails",
    chainOf(post(302, done, plainLogin), answered(done, 500)),
    "warning",
    0,
  ],
  [
    "method-changed",
    "a sign-in, and the page after it fails",
    chainOf(post(302, done, plainLogin), answered(done, 500)),
    "warning",
    0,
    ["POST", "GET"],
  ],
  ["body-lost", "303 to a missing page", chainOf(post(303), answered(done, 404)), "info", 0],
  ["body-lost", "303 to another site", chainOf(post(303, other), answered(other)), "info", 0],
  [
    "method-changed",
    "303 to https",
    chainOf(post(303, "https://shop.test/pay"), answered("https://shop.test/pay")),
    "warning",
    0,
    ["POST", "GET"],
  ],
  ["redirect-to-error", "invalid data", fetched(post(307), answered(done, 422, posted)), "error", 1, ["422", done]],
  [
    "redirect-to-error",
    "no permission",
    chainOf(served(shop, 302, done), answered(done, 403)),
    "error",
    1,
    ["403", done],
  ],
];

export const notReported: readonly NotReportedRow[] = [
  [
    "sent-to-sign-in",
    "a page named in an unrelated parameter",
    chainOf(post(302, `${done}?from=%2Fpay`), answered(`${done}?from=%2Fpay`)),
  ],
  [
    "sent-to-sign-in",
    "a second factor",
    chainOf(
      post(302, "http://shop.test/2fa?return_to=%2Flogin", plainLogin),
      answered("http://shop.test/2fa?return_to=%2Flogin"),
    ),
  ],
  [
    "method-not-allowed-after-redirect",
    "a sign-in, and the target needs more data",
    chainOf(post(302, done, plainLogin), answered(done, 400)),
  ],
  ["sent-to-sign-in", "a form's own page", chainOf(post(302, shop), answered(shop))],
  ["sent-to-sign-in", "to the sign-in after registration", chainOf(post(302, plainLogin), answered(plainLogin))],
  ["sent-to-sign-in", "the sign-in form itself", chainOf(post(302, done, signIn), got)],
  ["sent-to-sign-in", "a GET", chainOf(served(shop, 302, signIn), answered(signIn))],
  ["sign-in-returns-to-form", "to a page", chainOf(post(302, done, signIn), got)],
  ["sign-in-returns-to-form", "no sign-in", chainOf(postedName(302), answered(done, 405))],
  ["method-not-allowed-after-redirect", "after a sign-in", chainOf(post(302, shop, signIn), answered(shop, 405))],
  ["method-not-allowed-after-redirect", "after 303", chainOf(post(303), answered(done, 405))],
  ["method-not-allowed-after-redirect", "kept, but invalid", chainOf(post(307), answered(done, 422, posted))],
  [
    "unexpected-type",
    "JSON was returned",
    fetched(served(shop, 302, done, wantsJson), answeredWith(done, { "Content-Type": "application/json" })),
  ],
  ["unexpected-type", "any type is accepted", fetched(served(shop, 302, done, asked("*/*")), answeredWith(done, page))],
  [
    "unexpected-type",
    "HTML is also accepted",
    fetched(served(shop, 302, done, asked("application/json, text/html")), answeredWith(done, page)),
  ],
  ["unexpected-type", "no redirect", fetched(answeredWith(done, page))],
  ["authorization-dropped", "the same origin", fetched(served(shop, 302, done, authorized), answered(done, 401))],
  ["authorization-dropped", "there was none", fetched(served(shop, 302, other), answered(other, 401))],
  ["authorization-dropped", "the request was accepted", fetched(served(shop, 302, other, authorized), answered(other))],
  ["frame-blocked", "a tab", chainOf(served(shop, 302, widget), answeredWith(widget, { "X-Frame-Options": "DENY" }))],
  [
    "frame-blocked",
    "SAMEORIGIN, of the same origin",
    framed(
      served(shop, 302, "https://page.test/w"),
      answeredWith("https://page.test/w", { "X-Frame-Options": "SAMEORIGIN" }),
    ),
  ],
  [
    "frame-blocked",
    "frame-ancestors replaces X-Frame-Options",
    framed(
      served(shop, 302, widget),
      answeredWith(widget, {
        "X-Frame-Options": "DENY",
        "Content-Security-Policy": "frame-ancestors https://page.test",
      }),
    ),
  ],
];

function postedName(status: number) {
  return served(shop, status, done, {
    method: "POST",
    body: { ...formBody, fieldNames: ["name"] },
    answer: answer(status, { Location: done }),
  });
}
