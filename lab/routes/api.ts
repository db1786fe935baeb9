/**
 * What happens to the requests of scripts on real sites: APIs that send to a sign-in page, move to another origin, lose
 * the Authorization header, or answer with a web page where JSON was wanted.
 */
import { htmlType } from "../reply.ts";
import type { Route } from "../route.ts";
import { byMethod, endsWith, json, redirectTo, type RouteEntries } from "./route-builders.ts";

const withoutBody: Route = () => ({ status: 204, headers: [], body: Buffer.alloc(0) });
const me: Route = () => json(200, { name: "Ada" });

/** `cors=no`: the lab leaves out the headers that allow other origins. */
const signInElsewhere = redirectTo(302, ({ url }) => url("other.test", "/sso/login?cors=no&client_id=shop"));

const orderRefused: Route = () => json(422, { errors: { quantity: ["must be at least 1"] } });

/** An API that knows its users by a token. */
const withToken: Route = (request, context) =>
  request.header("authorization") === undefined
    ? json(401, { error: "token missing" }, [["WWW-Authenticate", "Bearer"]])
    : me(request, context);

export const apiRoutes: RouteEntries = [
  // Responses that nobody reads.
  ["/collect", redirectTo(302, "/v2/collect")],
  ["/v2/collect", withoutBody],
  ["/csp-report", redirectTo(302, "/reports/csp")],
  ["/reports/csp", withoutBody],
  // A POST that is read again as JSON.
  ["/api/jobs", redirectTo(302, "/api/jobs/17")],
  ["/api/jobs/17", () => json(200, { state: "running" })],
  // The API's own validation, behind a slash.
  ["/api/orders", redirectTo(307, "/api/orders/")],
  ["/api/orders/", orderRefused],
  // An API that sends who is not signed in to a page: the method is kept, and the page takes only GET.
  ["/api/profile", redirectTo(307, "/signin")],
  ["/signin", byMethod({ GET: endsWith(200), others: endsWith(405, [["Allow", "GET, HEAD"]]) })],
  // The same with 302: a script gets the page.
  ["/api/me", redirectTo(302, "/signin?next=%2Fapi%2Fme")],
  // The sign-in page is on another origin, which allows none.
  ["/api/cart", signInElsewhere],
  ["/sso/login", endsWith(200)],
  // A feed that moved to another origin, which forgot to allow the old one.
  ["/feed.json", redirectTo(301, ({ url }) => url("api.test", "/v2/feed.json?cors=no"))],
  // The same, where all origins are allowed.
  ["/news.json", redirectTo(301, ({ url }) => url("api.test", "/v2/feed.json"))],
  ["/v2/feed.json", () => json(200, { items: [] })],
  // What needs CORS although no script asks for it.
  ["/app.mjs", redirectTo(302, ({ url }) => url("api.test", "/cdn/app.mjs?cors=no"))],
  ["/cdn/app.mjs", () => ({ status: 200, headers: [["Content-Type", "text/javascript"]], body: Buffer.from("") })],
  ["/brand.woff2", redirectTo(302, ({ url }) => url("api.test", "/cdn/brand.woff2?cors=no"))],
  ["/cdn/brand.woff2", () => ({ status: 200, headers: [["Content-Type", "font/woff2"]], body: Buffer.from("") })],
  ["/events", redirectTo(302, ({ url }) => url("api.test", "/v2/events?cors=no"))],
  ["/v2/events", () => ({ status: 200, headers: [["Content-Type", "text/event-stream"]], body: Buffer.from("") })],
  // A POST that keeps its method to another origin: its preflight is refused.
  ["/api/payments", redirectTo(308, ({ url }) => url("api.test", "/v2/payments?cors=no&preflight=route"))],
  ["/v2/payments", () => json(403, { error: "origin not allowed" })],
  // The token is for this origin only.
  ["/api/account", redirectTo(302, ({ url }) => url("api.test", "/v2/account"))],
  ["/api/invoices", redirectTo(302, "/v2/account")],
  ["/v2/account", withToken],
  // Parts of a page that end in the site's page for guests.
  ["/assets/app.js", redirectTo(302, "/guests")],
  ["/assets/site.css", redirectTo(302, "/guests")],
  ["/assets/icons.woff2", redirectTo(302, "/guests")],
  ["/guests", endsWith(200)],
  // Empty: of a page that is no image Chromium may break off the rest, and then the request fails.
  ["/assets/photo.jpg", redirectTo(302, "/guests/photo")],
  ["/guests/photo", () => ({ status: 200, headers: [htmlType], body: Buffer.alloc(0) })],
  // Handed to an app.
  ["/app/callback", redirectTo(302, "myapp://callback?code=SplxlOBe")],
];
