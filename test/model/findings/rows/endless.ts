/** Findings about endless chains: reported and not reported. */
import { clientRedirect } from "../../export/exported.ts";
import { answered, chainOf, failed, internal, pending, served } from "../../hops.ts";
import { done, missed, other, pointing, shop, type ReportedRow, type NotReportedRow } from "./row.ts";

const secure = "https://shop.test/pay";
const limit = "NS_ERROR_REDIRECT_LOOP";
const selves = (url: string) => Array.from({ length: 20 }, () => served(url, 301, url));
const again = (count: number) => Array.from({ length: count }, () => served(shop, 302, shop));
const first = served(shop, 302, shop);
const stopped = served(shop, 302, shop, { stoppedBy: "net::ERR_ABORTED" });
const start = served(shop, 302, `${shop}/0`);
const counting = Array.from({ length: 19 }, (_, i) => served(`${shop}/${i}`, 302, `${shop}/${i + 1}`));
const stoppedAt19 = served(`${shop}/19`, 302, `${shop}/20`, { stoppedBy: "net::ERR_ABORTED" });
const there = served(shop, 302, other);
const back = served(other, 301, shop);
/** From the second hop on: alternately back and there. */
const laps = (count: number) => Array.from({ length: count }, () => [back, there]).flat();
const page = (url: string, to: string) => ({ ...clientRedirect("script"), url, redirectUrl: to });
const app = "http://shop.test/app";
const signIn = (state: number) => `http://id.test/login?state=${state}`;
const signedIn = (code: number) => `${app}?code=${code}`;
const signIns = [1, 2, 3].flatMap((n) => [
  page(n === 1 ? app : signedIn(n), signIn(n)),
  page(signIn(n), signedIn(n + 1)),
]);

export const reported: readonly ReportedRow[] = [
  [
    "points-to-itself",
    "http",
    chainOf(served(other, 301, shop), ...selves(shop), failed(shop, limit)),
    "error",
    1,
    [shop],
  ],
  [
    "points-to-itself",
    "https",
    chainOf(selves(secure)[0] ?? served(secure, 301, secure), ...selves(secure).slice(1), failed(secure, limit)),
    "error",
    0,
    [secure],
  ],
  [
    "points-to-itself",
    "to http, and back by HSTS",
    chainOf(
      served(secure, 301, shop),
      ...Array.from({ length: 9 }, () => [internal(shop, "hsts", secure), served(secure, 301, shop)]).flat(),
      internal(shop, "hsts", secure),
      failed(secure, limit),
    ),
    "error",
    0,
    [secure],
  ],
  [
    "loop",
    "client redirects with changing codes",
    chainOf(signIns[0] ?? page(app, app), ...signIns.slice(1), answered(signedIn(4))),
    "error",
    0,
    [app],
  ],
  [
    "loop",
    "the 20th redirect wasn't followed",
    chainOf(there, ...laps(9), served(other, 301, shop, { stoppedBy: "net::ERR_ABORTED" })),
    "error",
    0,
    [shop],
  ],
  [
    "loop",
    "after another URL",
    chainOf(served(done, 301, shop), there, ...laps(9), back, failed(shop, limit)),
    "error",
    1,
    [shop],
  ],
  [
    "too-many-redirects",
    "the 20th redirect wasn't followed",
    chainOf(start, ...counting, stoppedAt19),
    "error",
    undefined,
  ],
  [
    "too-many-redirects",
    "the 21st request failed",
    chainOf(start, ...counting, failed(`${shop}/19`, limit)),
    "error",
    undefined,
  ],
  [
    "too-many-redirects",
    "the last response is another redirect",
    chainOf(start, ...counting, failed(`${shop}/19`, "net::ERR_ABORTED", pointing(shop))),
    "error",
    undefined,
  ],
  ["too-many-redirects", "with a missed beginning", missed(chainOf(first, failed(done, limit))), "error", undefined],
];

export const notReported: readonly NotReportedRow[] = [
  ["points-to-itself", "only once, for a cookie", chainOf(served(shop, 302, shop), answered(shop))],
  [
    "points-to-itself",
    "two URLs",
    chainOf(
      served(shop, 301, other),
      ...Array.from({ length: 9 }, () => [served(other, 301, shop), served(shop, 301, other)]).flat(),
      served(other, 301, shop),
      failed(shop, limit),
    ),
  ],
  [
    "loop",
    "a redirect to itself, which has its own finding",
    chainOf(served(shop, 301, shop), ...selves(shop).slice(1), failed(shop, limit)),
  ],
  ["loop", "a sign-in, back once", chainOf(page(app, signIn(1)), page(signIn(1), signedIn(2)), answered(signedIn(2)))],
  [
    "loop",
    "the URL repeats once, then succeeds",
    chainOf(served(shop, 302, other), served(other, 302, shop), answered(shop)),
  ],
  ["loop", "20 different URLs", chainOf(start, ...counting, failed(`${shop}/19`, limit))],
  ["loop", "stopped by the user", chainOf(served(shop, 302, other), served(other, 302, shop), stopped)],
  ["too-many-redirects", "a loop, which has its own finding", chainOf(first, ...again(18), stopped)],
  ["too-many-redirects", "19, then a failure", chainOf(first, ...again(18), failed(shop, "net::ERR_FAILED"))],
  ["too-many-redirects", "20, then a page", chainOf(first, ...again(19), answered(shop))],
  ["too-many-redirects", "20, then a pending request", chainOf(first, ...again(19), pending(shop))],
  [
    "too-many-redirects",
    "20, then a server that is down",
    chainOf(first, ...again(19), failed(shop, "net::ERR_CONNECTION_REFUSED")),
  ],
];
