/** Findings about redirect targets: reported and not reported. */
import { answer, answered, chainOf, failed, internal, served } from "../../hops.ts";
import {
  answeredWith,
  done,
  got,
  ofType,
  other,
  pointing,
  post,
  shop,
  type ReportedRow,
  type NotReportedRow,
} from "./row.ts";

const publicPage = "https://www.example.com/app";
const dns = "net::ERR_NAME_NOT_RESOLVED";
const down = "NS_ERROR_CONNECTION_REFUSED";
const leading = (to: string, error: string, from = publicPage, location = to) =>
  chainOf(served(from, 302, to, pointing(location)), failed(to, error));
const secure = "https://shop.test/pay";
const empty = { answer: answer(302, { Location: "" }) };
const fetched = (...hops: Parameters<typeof chainOf>) => ({
  ...ofType("xmlhttprequest", chainOf(...hops)),
  initiator: "http://shop.test",
});
const crossing = { requestHeaders: [{ name: "Origin", value: "http://shop.test" }] };
const apiLogin = "http://other.test/login";

const forbidden = served(shop, 302, other, { stoppedBy: "net::ERR_ABORTED", forbiddenBy: "form-action 'self'" });

export const reported: readonly ReportedRow[] = [
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
  ["leads-nowhere", "a timeout", leading(other, "net::ERR_TIMED_OUT"), "error", 0, [other, "net::ERR_TIMED_OUT"]],
  [
    "leads-nowhere",
    "an invalid certificate",
    leading("https://old.example.com/", "net::ERR_CERT_DATE_INVALID"),
    "error",
    0,
    ["https://old.example.com/", "net::ERR_CERT_DATE_INVALID"],
  ],
  [
    "leads-nowhere",
    "a closed connection",
    leading(other, "net::ERR_EMPTY_RESPONSE"),
    "error",
    0,
    [other, "net::ERR_EMPTY_RESPONSE"],
  ],
  [
    "leads-nowhere",
    "a blocked port",
    chainOf(served(publicPage, 302, "http://localhost:1/", { stoppedBy: "NS_ERROR_PORT_ACCESS_NOT_ALLOWED" })),
    "error",
    0,
    ["http://localhost:1/", "NS_ERROR_PORT_ACCESS_NOT_ALLOWED"],
  ],
  ["empty-location", "shown as a page", chainOf(answered(shop, 302, empty)), "error", 0],
  [
    "empty-location",
    "followed to the same URL",
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
    "handed-to-app",
    "a page",
    chainOf(served(shop, 302, "myapp://open", { ...pointing("myapp://open"), stoppedBy: "net::ERR_ABORTED" })),
    "info",
    0,
    ["myapp://open"],
  ],
  [
    "handed-to-app",
    "reported as a response",
    chainOf(answered(shop, 302, pointing("tel:+123"))),
    "info",
    0,
    ["tel:+123"],
  ],
  [
    "login-over-http",
    "a public host",
    chainOf(post(302, done, "http://www.example.com/pay"), got),
    "error",
    0,
    ["http://www.example.com", "password, user"],
  ],
  [
    "cors-redirect",
    "the target doesn't grant permission",
    fetched(served(shop, 302, apiLogin), { ...answeredWith(apiLogin, { "Content-Type": "text/html" }), ...crossing }),
    "error",
    1,
    [apiLogin],
  ],
  ["blocked-by-policy", "a form", chainOf(forbidden), "error", 0, [other, "form-action 'self'"]],
  [
    "cors-redirect",
    "the target allows only another origin",
    fetched(served(shop, 302, other), {
      ...answeredWith(other, { "Access-Control-Allow-Origin": "https://shop.test" }),
      ...crossing,
    }),
    "error",
    1,
    [other],
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

export const notReported: readonly NotReportedRow[] = [
  [
    "blocked-by-policy",
    "stopped for another reason",
    chainOf(served(shop, 302, other, { stoppedBy: "net::ERR_ABORTED" })),
  ],
  ["blocked-by-policy", "followed", chainOf(served(shop, 302, done), got)],
  [
    "leads-nowhere",
    "a response arrived",
    chainOf(served(publicPage, 302, "http://backend.internal/"), answered("http://backend.internal/", 500)),
  ],
  ["leads-nowhere", "aborted", leading(other, "net::ERR_ABORTED")],
  ["leads-nowhere", "blocked by another extension", leading(other, "net::ERR_BLOCKED_BY_CLIENT")],
  ["leads-nowhere", "an internal redirect", chainOf(internal(shop, "hsts", secure), failed(secure, down))],
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
  [
    "handed-to-app",
    "a fetch",
    ofType("xmlhttprequest", chainOf(served(shop, 302, "myapp://open", { stoppedBy: "not-http" }))),
  ],
  ["handed-to-app", "a web page", chainOf(served(shop, 302, done), got)],
  [
    "cors-redirect",
    "with permission",
    fetched(served(shop, 302, other), answeredWith(other, { "Access-Control-Allow-Origin": "*" })),
  ],
  [
    "cors-redirect",
    "the target allows this origin",
    fetched(served(shop, 302, other), {
      ...answeredWith(other, { "Access-Control-Allow-Origin": "http://shop.test" }),
      ...crossing,
    }),
  ],
  [
    "cors-redirect",
    "a navigation",
    { ...fetched(served(shop, 307, other), { ...answered(other), ...crossing }), resourceType: "main_frame" },
  ],
  [
    "cors-redirect",
    "an image",
    { ...fetched(served(shop, 302, other), failed(other, "net::ERR_FAILED")), resourceType: "image" },
  ],
];
