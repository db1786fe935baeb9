/** Findings about the source of a redirect and how it was recorded: reported and not reported. */
import { answer, answered, chainOf, internal, pending, served } from "../../hops.ts";
import { notHttp } from "../../../../src/model/chain/redirect-chain.ts";
import { clientRedirect } from "../../export/exported.ts";
import {
  done,
  got,
  missed,
  ofType,
  other,
  post,
  servedWith,
  shop,
  type ReportedRow,
  type NotReportedRow,
} from "./row.ts";

const secure = "https://shop.test/pay";
const cached = (url: string, to: string, ip?: string) => {
  const sent = { ...answer(301, { Location: to }), fromCache: true };
  return served(url, 301, to, { answer: ip === undefined ? sent : { ...sent, ip } });
};
const page = { ...clientRedirect("script"), answer: { ...answer(200), fromCache: true } };
/** The second hop also has the cache mark of the first, but an IP address if it came from a server. */
const sticky = (ip?: string) => chainOf(page, cached(done, other, ip), answered(other));
const timed = (endedAt: number) => served(shop, 301, done, { startedAt: 1_000, endedAt });
const kept = (value: string, status = 301) => chainOf(servedWith(shop, status, done, { "cache-control": value }), got);
const last = answered("http://b.test/");
/** A redirect to an app's scheme, after which nothing is reported. */
const toApp = (resourceType: string) =>
  ofType(resourceType, chainOf(served(shop, 302, "app:open", { stoppedBy: notHttp })));

export const reported: readonly ReportedRow[] = [
  ["invalid-location", "a fetch to an app's scheme", toApp("xmlhttprequest"), "error", 0, ["app:open"]],
  ["internal-redirect", "HSTS", chainOf(internal(shop, "hsts", secure), answered(secure)), "info", 0],
  ["internal-redirect", "pending", chainOf(internal(shop, "extension", other)), "info", 0],
  ["inferred-hop", "a silent upgrade", chainOf(internal(shop, "upgrade", done, { inferred: true }), got), "info", 0],
  [
    "inferred-hop",
    "in the middle",
    chainOf(served(shop, 301, other), internal(other, "browser", done, { inferred: true }), got),
    "info",
    1,
  ],
  ["beginning-missed", "the first events", missed(chainOf(served(shop, 301, done), got)), "info", 0],
  ["cached-redirect", "the first hop", chainOf(cached(shop, done), got), "info", 0],
  ["cached-redirect", "with an IP address", chainOf(cached(shop, done, "192.0.2.1"), got), "info", 0],
  ["cached-redirect", "inherited mark, without an IP address", sticky(), "info", 1],
  ["cached-redirect", "after another hop", chainOf(served(shop, 302, other), cached(other, done), got), "info", 1],
  ["cacheable-without-expiry", "301", chainOf(served(shop, 301, done), got), "info", 0, ["301"]],
  ["cacheable-without-expiry", "308, only for shared caches", kept("public, s-maxage=60", 308), "info", 0, ["308"]],
  ["cacheable-without-expiry", "a name within quotes", kept('private="a, max-age"'), "info", 0, ["301"]],
  ["client-redirect", "a script", chainOf(clientRedirect("script"), last), "warning", 0, ["<script>"]],
  [
    "client-redirect",
    "meta refresh",
    chainOf(clientRedirect("meta-refresh", 0), last),
    "info",
    0,
    ['<meta http-equiv="refresh" content="0">'],
  ],
  [
    "client-redirect",
    "a Refresh header",
    chainOf(clientRedirect("refresh-header", 2.5), last),
    "info",
    0,
    ["Refresh: 2.5"],
  ],
  ["slow-hop", "601 ms", chainOf(timed(1_601), got), "info", 0, ["601"]],
  ["slow-hop", "pending", chainOf(timed(2_000.4), pending(done)), "info", 0, ["1000"]],
];

export const notReported: readonly NotReportedRow[] = [
  ["invalid-location", "a frame to an app's scheme", toApp("sub_frame")],
  ["not-followed", "no web address", toApp("image")],
  ["internal-redirect", "a server's 307", chainOf(served(shop, 307, done), got)],
  ["internal-redirect", "a client redirect", chainOf(clientRedirect("script"), last)],
  ["inferred-hop", "a hop with events", chainOf(internal(shop, "upgrade", done), got)],
  ["inferred-hop", "a server's", chainOf(served(shop, 301, done), got)],
  ["beginning-missed", "all events were recorded", chainOf(served(shop, 301, done), got)],
  ["beginning-missed", "a page", chainOf(got)],
  ["cached-redirect", "from the server", chainOf(served(shop, 301, done), got)],
  ["cached-redirect", "inherited mark, with an IP address", sticky("192.0.2.1")],
  [
    "cached-redirect",
    "a page",
    chainOf(served(shop, 301, done), answered(done, 200, { answer: { ...answer(200), fromCache: true } })),
  ],
  ["cacheable-without-expiry", "max-age", kept("public, Max-Age=60")],
  ["cacheable-without-expiry", "no-store", kept("no-store", 308)],
  ["cacheable-without-expiry", "no-cache", kept('private, no-cache="set-cookie"')],
  ["cacheable-without-expiry", "Expires, in the past", chainOf(servedWith(shop, 301, done, { Expires: "0" }), got)],
  ["cacheable-without-expiry", "302, which isn't cached by default", chainOf(served(shop, 302, done), got)],
  ["cacheable-without-expiry", "a POST", chainOf(post(301), got)],
  ["cacheable-without-expiry", "unknown headers", chainOf(served(shop, 301, done, { answer: answer(301) }), got)],
  ["client-redirect", "a server's", chainOf(served(shop, 301, done), got)],
  ["client-redirect", "the browser's", chainOf(internal(shop, "extension", done), got)],
  ["slow-hop", "600 ms", chainOf(timed(1_600), got)],
  ["slow-hop", "a missed beginning", missed(chainOf(timed(9_000), got))],
  ["slow-hop", "inferred", chainOf(served(shop, 301, done, { endedAt: 9_000, inferred: true }), got)],
  ["slow-hop", "a page that waits", chainOf({ ...clientRedirect("meta-refresh", 5), endedAt: 5_000 }, last)],
  ["slow-hop", "the page itself", chainOf(answered(done, 200, { endedAt: 9_000 }))],
];
