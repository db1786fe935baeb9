/** Findings about data exposed to third parties: reported and not reported. */
import { answer, answered, chainOf, failed, internal, pending, served, unknownBody } from "../../hops.ts";
import { clientRedirect } from "../../export/exported.ts";
import {
  done,
  got,
  gotPost,
  other,
  post,
  posted,
  servedWith,
  shop,
  type ReportedRow,
  type NotReportedRow,
} from "./row.ts";

const secure = "https://shop.test/pay";
const publicShop = "http://shop.example.com/pay";
const publicSecure = "https://shop.example.com/pay";
const safe = "https://safe.test/";
const fields = "password, user";
const bytes = { method: "POST", body: { presence: "present", kind: "bytes", sizeBytes: 4 } } as const;
const many = ["a", "b", "c", "d", "e", "f", "token"];
const manyFields = { method: "POST", body: { presence: "present", kind: "form", fieldNames: many } } as const;
const code = (to: string) => `${to}cb?code=123&lang=en`;

export const reported: readonly ReportedRow[] = [
  [
    "body-sent-elsewhere",
    "307 to another host",
    chainOf(post(307, safe, secure), answered(safe, 200, posted)),
    "error",
    0,
    ["https://shop.test", "https://safe.test", fields],
  ],
  [
    "body-sent-elsewhere",
    "308 from https to http; secrets come first",
    chainOf(served(secure, 308, done, manyFields), answered(done, 200, manyFields)),
    "error",
    0,
    ["https://shop.test", "http://shop.test", "token, a, b, c, d, e, …"],
  ],
  [
    "body-sent-elsewhere",
    "another port",
    chainOf(post(307, "http://shop.test:8080/"), answered("http://shop.test:8080/", 200, posted)),
    "error",
    0,
    ["http://shop.test", "http://shop.test:8080", fields],
  ],
  ["login-over-http", "answered", chainOf(answered(shop, 200, posted)), "info", 0, ["http://shop.test", fields]],
  ["login-over-http", "redirected", chainOf(post(302), got), "info", 0, ["http://shop.test", fields]],
  [
    "login-over-http",
    "upgraded by HSTS",
    chainOf(internal(publicShop, "hsts", publicSecure, posted), answered(publicSecure, 200, posted)),
    "error",
    0,
    ["http://shop.example.com", fields],
  ],
  [
    "login-over-http",
    "this machine",
    chainOf(answered("http://app.localhost:3000/", 200, posted)),
    "info",
    0,
    ["http://app.localhost:3000", fields],
  ],
  [
    "login-over-http",
    "a private address",
    chainOf(answered("http://192.168.1.7/", 200, posted)),
    "info",
    0,
    ["http://192.168.1.7", fields],
  ],
  ["https-downgrade", "a server", chainOf(served(secure, 302, done), got), "error", 0, [done]],
  ["https-downgrade", "not followed", chainOf(servedAnswer(secure, done)), "error", 0, [done]],
  [
    "https-downgrade",
    "a page",
    chainOf({ ...clientRedirect("script"), url: secure }, answered("http://b.test/")),
    "error",
    0,
    ["http://b.test/"],
  ],
  [
    "credentials-in-url",
    "in the first URL",
    chainOf(served("https://me:s3cret@shop.test/", 302, done), got),
    "error",
    0,
    ["https://***@shop.test/"],
  ],
  [
    "credentials-in-url",
    "in Location, reported once",
    chainOf(
      served(shop, 301, other),
      served(other, 302, "http://me:pw@shop.test/"),
      answered("http://me:pw@shop.test/"),
    ),
    "error",
    1,
    ["http://***@shop.test/"],
  ],
  [
    "credentials-in-url",
    "in a Location that was not followed",
    chainOf(servedAnswer(shop, "//token@shop.test/")),
    "error",
    0,
    ["http://***@shop.test/"],
  ],
  [
    "secret-in-query",
    "to another host",
    chainOf(served(secure, 302, code(safe)), answered(code(safe))),
    "warning",
    0,
    ["code", "https://safe.test"],
  ],
  [
    "secret-in-query",
    "by a script, with an encoded name",
    chainOf(
      { ...clientRedirect("script"), redirectUrl: `${other}?user%5Bpassword%5D=x` },
      answered(`${other}?user%5Bpassword%5D=x`),
    ),
    "warning",
    0,
    ["user[password]", "http://other.test"],
  ],
];

export const notReported: readonly NotReportedRow[] = [
  ["body-sent-elsewhere", "the same origin", chainOf(post(307), gotPost)],
  ["body-sent-elsewhere", "302 dropped it", chainOf(post(302, safe), answered(safe))],
  [
    "body-sent-elsewhere",
    "from http to https of the same host",
    chainOf(post(307, secure), answered(secure, 200, posted)),
  ],
  ["body-sent-elsewhere", "unknown fields", chainOf(served(shop, 307, safe, bytes), answered(safe, 200, bytes))],
  [
    "body-sent-elsewhere",
    "unknown whether it was sent",
    chainOf(post(307, safe), pending(safe, { method: "POST", body: unknownBody })),
  ],
  ["body-sent-elsewhere", "pending", chainOf(post(307, safe), pending(safe, posted))],
  ["body-sent-elsewhere", "never sent", chainOf(post(307, safe), failed(safe, "net::ERR_NAME_NOT_RESOLVED", posted))],
  ["body-sent-elsewhere", "not followed", chainOf(post(307, safe))],
  ["body-sent-elsewhere", "the default port, written out", chainOf(post(307, "http://shop.test:80/done"), gotPost)],
  ["login-over-http", "https", chainOf(answered(secure, 200, posted))],
  ["login-over-http", "no form", chainOf(answered(shop, 200, bytes))],
  [
    "login-over-http",
    "an upgrade for everyone",
    chainOf(internal(shop, "upgrade", secure, posted), answered(secure, 200, posted)),
  ],
  ["login-over-http", "pending, HSTS can still apply", chainOf(pending(shop, posted))],
  ["login-over-http", "never sent", chainOf(failed(shop, "net::ERR_CONNECTION_REFUSED", posted))],
  ["https-downgrade", "always https", chainOf(served(secure, 302, safe), answered(safe))],
  ["https-downgrade", "from http", chainOf(served(shop, 302, done), got)],
  ["https-downgrade", "the browser reverted its upgrade", chainOf(internal(secure, "browser", shop), answered(shop))],
  ["credentials-in-url", "none", chainOf(served(shop, 302, done), got)],
  ["credentials-in-url", "an @ in the path", chainOf(served("http://shop.test/@me", 302, done), got)],
  ["credentials-in-url", "an @ in the query", chainOf(served("http://shop.test?u=a:b@c", 302, done), got)],
  [
    "secret-in-query",
    "the same origin",
    chainOf(served(shop, 302, code("http://shop.test/")), answered(code("http://shop.test/"))),
  ],
  [
    "secret-in-query",
    "from http to https",
    chainOf(served(`${shop}?token=1`, 301, `${secure}?token=1`), answered(`${secure}?token=1`)),
  ],
  ["secret-in-query", "no secret", chainOf(served(secure, 302, `${safe}?lang=en`), answered(`${safe}?lang=en`))],
  ["secret-in-query", "without a value", chainOf(served(secure, 302, `${safe}?token=`), answered(`${safe}?token=`))],
  ["secret-in-query", "not followed", chainOf(served(secure, 302, code(safe), { stoppedBy: "net::ERR_ABORTED" }))],
  [
    "secret-in-query",
    "redirected by another extension",
    chainOf(internal(secure, "extension", code(safe)), answered(code(safe))),
  ],
  [
    "secret-in-query",
    "the parameter is removed",
    chainOf(servedWith(`${secure}?token=1`, 302, safe, {}), answered(safe)),
  ],
];

function servedAnswer(url: string, location: string) {
  return answered(url, 302, { answer: answer(302, { Location: location }) });
}
