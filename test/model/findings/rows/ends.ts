/** Findings about targets and outcomes: reported and not reported. */
import { answer, answered, chainOf, failed, internal, pending, served } from "../../hops.ts";
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
  pointing,
  type ReportedRow,
  type NotReportedRow,
} from "./row.ts";

const secure = "https://shop.test/pay";
const again = (count: number) => Array.from({ length: count }, () => served(shop, 302, shop));
const first = served(shop, 302, shop);
const stopped = served(shop, 302, shop, { stoppedBy: "net::ERR_ABORTED" });
const tracked = `${shop}?utm_source=a&q=1`;
const preflight = {
  method: "OPTIONS",
  requestHeaders: [{ name: "Access-Control-Request-Method", value: "PUT" }],
};
const fetched = (...hops: Parameters<typeof chainOf>) => ofType("xmlhttprequest", chainOf(...hops));

const crossFetched = (...hops: Parameters<typeof chainOf>) => ({ ...fetched(...hops), initiator: "http://page.test" });
const refused = (allowed?: string) => {
  const cors = allowed === undefined ? {} : { "Access-Control-Allow-Origin": allowed };
  const sent = answer(302, { Location: other, ...cors });
  return served(shop, 302, other, { answer: sent, stoppedBy: "NS_ERROR_NET_ON_RECEIVING_FROM" });
};

export const reported: readonly ReportedRow[] = [
  ["not-followed", 'redirect: "manual", reported as a redirect', chainOf(stopped), "info", 0],
  [
    "not-followed",
    'redirect: "manual", reported as a response',
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
  ["missing-location", "302 without", chainOf(answered(shop, 302)), "error", 0],
  ["missing-location", "at the end of a chain", chainOf(served(shop, 301, done), answered(done, 307)), "error", 1],
  [
    "invalid-location",
    "an empty host",
    chainOf(failed(shop, "net::ERR_INVALID_REDIRECT", pointing("http://"))),
    "error",
    0,
    ["http://"],
  ],
  [
    "invalid-location",
    "data:",
    chainOf(served(other, 301, shop), failed(shop, "NS_ERROR_CORRUPTED_CONTENT", pointing("data:,x"))),
    "error",
    1,
    ["data:,x"],
  ],
  [
    "invalid-location",
    "an invalid URL, not followed",
    chainOf(answered(shop, 302, pointing("http://"))),
    "error",
    0,
    ["http://"],
  ],
  [
    "invalid-location",
    "javascript:, not followed",
    chainOf(answered(shop, 302, pointing(" JavaScript:x"))),
    "error",
    0,
    [" JavaScript:x"],
  ],
  [
    "invalid-location",
    "only the error is reported",
    chainOf(failed(shop, "net::ERR_UNSAFE_REDIRECT")),
    "error",
    0,
    ["net::ERR_UNSAFE_REDIRECT"],
  ],
  [
    "invalid-location",
    "javascript:, reported as a redirect",
    chainOf(served(shop, 302, "javascript:x", { stoppedBy: "net::ERR_ABORTED" })),
    "error",
    0,
    ["javascript:x"],
  ],
  ["redirect-to-error", "400", chainOf(served(shop, 301, done), answered(done, 400)), "error", 1, ["400", done]],
  [
    "redirect-to-error",
    "a client redirect to 503",
    chainOf(clientRedirect("script"), answered(other, 503)),
    "error",
    1,
    ["503", other],
  ],
  ["fragment-lost", "Location has its own", chainOf(served(`${shop}#a`, 301, `${done}#b`), got), "info", 0],
  [
    "fragment-lost",
    "at the second hop, pending",
    chainOf(served(`${shop}#a`, 301, other), served(`${other}#a`, 302, `${done}#`), pending(done)),
    "info",
    1,
  ],
  ["query-lost", "all of it", chainOf(served(tracked, 301, done), got), "info", 0, ["utm_source, q"]],
  [
    "query-lost",
    "one, at the second hop",
    chainOf(
      served(tracked, 301, `${done}?q=1&utm_source=a`),
      served(`${done}?q=1&utm_source=a`, 302, `${other}?q=1`),
      answered(`${other}?q=1`),
    ),
    "info",
    1,
    ["utm_source"],
  ],
  ["cors-redirect", "without the headers", crossFetched(refused()), "error", 0, [other]],
  [
    "cors-redirect",
    "a redirected preflight",
    fetched(served(shop, 301, done, preflight), failed(done, "x", preflight)),
    "error",
    0,
    [done],
  ],
];

export const notReported: readonly NotReportedRow[] = [
  ["not-followed", "it was followed", chainOf(served(shop, 301, done), got)],
  ["not-followed", "it may still be followed", chainOf(served(shop, 301, done))],
  ["not-followed", "201 with a Location", chainOf(answered(shop, 201, { answer: answer(201, { location: done }) }))],
  ["not-followed", "302 without a Location", chainOf(answered(shop, 302))],
  ["not-followed", "the limit, which has its own findings", chainOf(first, ...again(18), stopped)],
  ["missing-location", "302 with one", chainOf(answered(shop, 302, pointing(done)))],
  ["missing-location", "304 needs none", chainOf(answered(shop, 304))],
  ["missing-location", "a page needs none", chainOf(got)],
  ["invalid-location", "a path", chainOf(answered(shop, 302, pointing("/done")))],
  ["invalid-location", "an app's own scheme", chainOf(answered(shop, 302, pointing("app://open")))],
  [
    "invalid-location",
    "201 is no redirect",
    chainOf(answered(shop, 201, { answer: answer(201, { Location: "http://" }) })),
  ],
  ["invalid-location", "still pending", chainOf(pending(shop, pointing("http://")))],
  ["redirect-to-error", "no redirect", chainOf(answered(done, 404))],
  ["redirect-to-error", "only an internal redirect", chainOf(internal(shop, "hsts", secure), answered(secure, 404))],
  ["redirect-to-error", "a page", chainOf(served(shop, 301, done), got)],
  ["redirect-to-error", "failed", chainOf(served(shop, 301, done), failed(done, "net::ERR_FAILED"))],
  ["fragment-lost", "inherited", chainOf(served(`${shop}#a`, 301, `${done}#a`, pointing(done)), got)],
  ["fragment-lost", "no fragment", chainOf(served(shop, 301, `${done}#b`), got)],
  ["fragment-lost", "the same", chainOf(served(`${shop}#a`, 301, `${done}#a`), got)],
  ["fragment-lost", "the beginning was missed", missed(chainOf(served(`${shop}#a`, 301, `${done}#b`), got))],
  [
    "query-lost",
    "kept, in another order",
    chainOf(served(tracked, 301, `${done}?q=2&utm_source=b`), answered(`${done}?q=2&utm_source=b`)),
  ],
  [
    "query-lost",
    "it's back after a login",
    chainOf(served(tracked, 302, other), served(other, 302, tracked), answered(tracked)),
  ],
  [
    "query-lost",
    "removed by the browser",
    chainOf(servedWith(tracked, 301, `${done}?utm_source=a&q=1`, {}), answered(`${done}?q=1`)),
  ],
  ["query-lost", "a form", chainOf(post(303, done, tracked), got)],
  ["query-lost", "pending", chainOf(served(tracked, 301, done), pending(done))],
  ["cors-redirect", "an error without a cause", crossFetched(failed(other, "net::ERR_FAILED"))],
  ["cors-redirect", "a page, not a script", ofType("main_frame", crossFetched(refused()))],
  ["cors-redirect", "the page's own origin", { ...crossFetched(refused()), initiator: "http://shop.test" }],
  ["cors-redirect", "with the headers", crossFetched(refused("*"))],
  ["cors-redirect", "stopped for another reason", crossFetched(stopped)],
  ["cors-redirect", "OPTIONS that isn't a preflight", fetched(served(shop, 302, done, { method: "OPTIONS" }), got)],
];
