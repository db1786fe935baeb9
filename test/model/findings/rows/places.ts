/** Findings on the places that redirects point to: shown here, silent there. */
import { answer, answered, chainOf, failed, internal, served } from "../../hops.ts";
import { clientRedirect } from "../../export/exported.ts";
import {
  answeredWith,
  done,
  got,
  ofType,
  other,
  pointing,
  post,
  servedWith,
  shop,
  type ShownRow,
  type SilentRow,
} from "./row.ts";

const publicPage = "https://www.example.com/app";
const dns = "net::ERR_NAME_NOT_RESOLVED";
const down = "NS_ERROR_CONNECTION_REFUSED";
const leading = (to: string, error: string, from = publicPage, location = to) =>
  chainOf(served(from, 302, to, pointing(location)), failed(to, error));
const limit = "NS_ERROR_REDIRECT_LOOP";
const secure = "https://shop.test/pay";
const selves = (url: string) => Array.from({ length: 20 }, () => served(url, 301, url));
const page = (url: string, to: string) => ({ ...clientRedirect("script"), url, redirectUrl: to });
const app = "http://shop.test/app";
const signIn = (state: number) => `http://id.test/login?state=${state}`;
const back = (code: number) => `${app}?code=${code}`;
const laps = [1, 2, 3].flatMap((n) => [page(n === 1 ? app : back(n), signIn(n)), page(signIn(n), back(n + 1))]);
const empty = { answer: answer(302, { Location: "" }) };
const fetched = (...hops: Parameters<typeof chainOf>) => ({
  ...ofType("xmlhttprequest", chainOf(...hops)),
  initiator: "http://shop.test",
});
const crossing = { requestHeaders: [{ name: "Origin", value: "http://shop.test" }] };
const apiLogin = "http://other.test/login";

export const shown: readonly ShownRow[] = [
  [
    "leads-nowhere",
    "an internal name",
    leading("http://backend.internal:3000/app", dns),
    "error",
    0,
    ["http://backend.internal:3000/app", dns],
  ],
  [
    "leads-nowhere",
    "this machine",
    leading("http://localhost:3000/", "net::ERR_CONNECTION_REFUSED"),
    "error",
    0,
    ["http://localhost:3000/", "net::ERR_CONNECTION_REFUSED"],
  ],
  [
    "leads-nowhere",
    "the same host on another port",
    leading("https://www.example.com:8080/app", down),
    "error",
    0,
    ["https://www.example.com:8080/app", down],
  ],
  [
    "leads-nowhere",
    "two slashes",
    leading("https://reports/", dns, publicPage, "//reports/"),
    "error",
    0,
    ["https://reports/", dns],
  ],
  [
    "leads-nowhere",
    "a private address",
    leading("http://10.0.0.5/", "net::ERR_ADDRESS_UNREACHABLE"),
    "error",
    0,
    ["http://10.0.0.5/", "net::ERR_ADDRESS_UNREACHABLE"],
  ],
  [
    "leads-nowhere",
    "no answer in time",
    leading(other, "net::ERR_TIMED_OUT"),
    "error",
    0,
    [other, "net::ERR_TIMED_OUT"],
  ],
  [
    "leads-nowhere",
    "a certificate",
    leading("https://old.example.com/", "net::ERR_CERT_DATE_INVALID"),
    "error",
    0,
    ["https://old.example.com/", "net::ERR_CERT_DATE_INVALID"],
  ],
  [
    "leads-nowhere",
    "hung up",
    leading(other, "net::ERR_EMPTY_RESPONSE"),
    "error",
    0,
    [other, "net::ERR_EMPTY_RESPONSE"],
  ],
  [
    "leads-nowhere",
    "a blocked port, which is never asked",
    chainOf(served(publicPage, 302, "http://localhost:1/", { stoppedBy: "NS_ERROR_PORT_ACCESS_NOT_ALLOWED" })),
    "error",
    0,
    ["http://localhost:1/", "NS_ERROR_PORT_ACCESS_NOT_ALLOWED"],
  ],
  ["empty-location", "shown as a page", chainOf(answered(shop, 302, empty)), "error", 0],
  [
    "empty-location",
    "taken for the same URL",
    chainOf(served(shop, 302, shop, empty), answered(shop, 302, empty)),
    "error",
    0,
  ],
  [
    "location-without-scheme",
    "www.",
    chainOf(
      served(shop, 302, "http://shop.test/www.shop.test/new", pointing("www.shop.test/new")),
      answered("http://shop.test/www.shop.test/new", 404),
    ),
    "error",
    0,
    ["www.shop.test/new"],
  ],
  [
    "location-without-scheme",
    "a host with a port",
    chainOf(answered(shop, 302, pointing("localhost:3000/new"))),
    "error",
    0,
    ["localhost:3000/new"],
  ],
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
    "to http, and HSTS back",
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
    "pages, with other codes each time",
    chainOf(laps[0] ?? page(app, app), ...laps.slice(1), answered(back(4))),
    "error",
    0,
    [app],
  ],
  [
    "handed-to-app",
    "a page",
    chainOf(served(shop, 302, "myapp://open", { ...pointing("myapp://open"), stoppedBy: "net::ERR_ABORTED" })),
    "info",
    0,
    ["myapp://open"],
  ],
  ["handed-to-app", "shown as an answer", chainOf(answered(shop, 302, pointing("tel:+123"))), "info", 0, ["tel:+123"]],
  [
    "login-over-http",
    "a public host",
    chainOf(post(302, done, "http://www.example.com/pay"), got),
    "error",
    0,
    ["http://www.example.com", "password, user"],
  ],
  [
    "redirect-to-home",
    "index.html",
    chainOf(served(`${shop}/old`, 301, "http://shop.test/index.html"), answered("http://shop.test/index.html")),
    "warning",
    0,
    [`${shop}/old`],
  ],
  [
    "redirect-to-home",
    "a language",
    chainOf(served(`${shop}/old`, 302, "http://shop.test/en/"), answered("http://shop.test/en/")),
    "warning",
    0,
    [`${shop}/old`],
  ],
  [
    "redirect-to-home",
    "with an error",
    chainOf(
      served(`${shop}/old`, 302, "http://shop.test/?error=not-found"),
      answered("http://shop.test/?error=not-found"),
    ),
    "warning",
    0,
    [`${shop}/old`],
  ],
  [
    "redirect-to-home",
    "of the new site",
    chainOf(served(`${shop}/old`, 301, "http://new.test/"), answered("http://new.test/")),
    "warning",
    0,
    [`${shop}/old`],
  ],
  [
    "robots-on-redirect",
    "noindex",
    chainOf(servedWith(shop, 301, done, { "X-Robots-Tag": "noindex" }), got),
    "info",
    0,
    ["noindex"],
  ],
  [
    "robots-on-redirect",
    "at the second hop",
    chainOf(served(other, 301, shop), servedWith(shop, 302, done, { "x-robots-tag": "none" }), got),
    "info",
    1,
    ["none"],
  ],
  [
    "language-without-vary",
    "in the path",
    chainOf(served("http://shop.test/", 302, "http://shop.test/de/"), answered("http://shop.test/de/")),
    "info",
    0,
    ["de"],
  ],
  [
    "language-without-vary",
    "in the host",
    chainOf(served("http://www.shop.test/a", 302, "http://pt-br.shop.test/a"), answered("http://pt-br.shop.test/a")),
    "info",
    0,
    ["pt-br"],
  ],
  [
    "language-without-vary",
    "in the query",
    chainOf(servedWith(shop, 307, `${shop}?lang=fr`, { Vary: "Cookie" }), answered(`${shop}?lang=fr`)),
    "info",
    0,
    ["fr"],
  ],
  [
    "cors-redirect",
    "the target answered without permission",
    fetched(served(shop, 302, apiLogin), { ...answeredWith(apiLogin, { "Content-Type": "text/html" }), ...crossing }),
    "error",
    1,
    [apiLogin],
  ],
  [
    "cors-redirect",
    "most likely",
    fetched(served(shop, 302, other), failed(other, "net::ERR_FAILED")),
    "error",
    0,
    [other],
  ],
];

export const silent: readonly SilentRow[] = [
  [
    "leads-nowhere",
    "it answered",
    chainOf(served(publicPage, 302, "http://backend.internal/"), answered("http://backend.internal/", 500)),
  ],
  ["leads-nowhere", "aborted", leading(other, "net::ERR_ABORTED")],
  ["leads-nowhere", "blocked by another extension", leading(other, "net::ERR_BLOCKED_BY_CLIENT")],
  ["leads-nowhere", "the browser's own redirect", chainOf(internal(shop, "hsts", secure), failed(secure, down))],
  ["empty-location", "there is none", chainOf(answered(shop, 302))],
  ["empty-location", "a fragment", chainOf(answered(shop, 302, pointing("#top")))],
  ["missing-location", "it is empty", chainOf(answered(shop, 302, empty))],
  ["not-followed", "it is empty", chainOf(answered(shop, 302, empty))],
  ["not-followed", "an app's URL", chainOf(answered(shop, 302, pointing("myapp://open")))],
  [
    "location-without-scheme",
    "a file",
    chainOf(served(shop, 302, "http://shop.test/index.html", pointing("index.html")), got),
  ],
  [
    "location-without-scheme",
    "a file in a folder",
    chainOf(served(shop, 302, "http://shop.test/v1.2/a", pointing("v1.2/a")), got),
  ],
  [
    "location-without-scheme",
    "a path",
    chainOf(served(shop, 302, "http://shop.test/www.shop.test", pointing("/www.shop.test")), got),
  ],
  ["location-without-scheme", "a whole URL", chainOf(served(shop, 302, done), got)],
  ["points-to-itself", "once, for a cookie", chainOf(served(shop, 302, shop), answered(shop))],
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
    "a redirect to itself has its own",
    chainOf(served(shop, 301, shop), ...selves(shop).slice(1), failed(shop, limit)),
  ],
  ["loop", "a sign-in, back once", chainOf(page(app, signIn(1)), page(signIn(1), back(2)), answered(back(2)))],
  [
    "handed-to-app",
    "a fetch",
    ofType("xmlhttprequest", chainOf(served(shop, 302, "myapp://open", { stoppedBy: "not-http" }))),
  ],
  ["handed-to-app", "a web page", chainOf(served(shop, 302, done), got)],
  [
    "redirect-to-home",
    "another site, for now",
    chainOf(served(`${shop}/old`, 302, "http://new.test/"), answered("http://new.test/")),
  ],
  [
    "redirect-to-home",
    "over a third site",
    chainOf(served(`${shop}/old`, 301, other), served(other, 301, "http://new.test/"), answered("http://new.test/")),
  ],
  [
    "redirect-to-home",
    "a page",
    chainOf(served(`${shop}/old`, 301, "http://new.test/old"), answered("http://new.test/old")),
  ],
  [
    "robots-on-redirect",
    "on the page",
    chainOf(served(shop, 301, done), answeredWith(done, { "X-Robots-Tag": "noindex" })),
  ],
  ["robots-on-redirect", "a form", chainOf(post(302), got)],
  [
    "language-without-vary",
    "with it",
    chainOf(
      servedWith("http://shop.test/", 302, "http://shop.test/de/", { Vary: "Accept-Encoding, accept-language" }),
      answered("http://shop.test/de/"),
    ),
  ],
  [
    "language-without-vary",
    "another page",
    chainOf(served("http://shop.test/a", 302, "http://shop.test/de/b"), answered("http://shop.test/de/b")),
  ],
  [
    "cors-redirect",
    "with permission",
    fetched(served(shop, 302, other), answeredWith(other, { "Access-Control-Allow-Origin": "*" })),
  ],
  [
    "cors-redirect",
    "an image",
    { ...fetched(served(shop, 302, other), failed(other, "net::ERR_FAILED")), resourceType: "image" },
  ],
];
