/**
 * Pages of real sites: the address of the server behind a proxy leaks, a Location has no scheme, all old addresses lead
 * to the home page, a frame is blocked.
 */
import { closedPort } from "../hosts.ts";
import type { Header } from "../route.ts";
import { endsWith, redirectTo, type RouteEntries } from "./route-builders.ts";

const csp = (policy: string): Header => ["Content-Security-Policy", policy];
const frameOptions = (value: string): Header => ["X-Frame-Options", value];

export const siteMoveRoutes: RouteEntries = [
  // An address that only the proxy in front of the server can reach.
  ["/dashboard", redirectTo(302, "http://backend.internal:3000/dashboard/")],
  ["/wiki", redirectTo(301, "http://wiki:8080/wiki/")],
  ["/reports", redirectTo(302, "//reports/")],
  ["/admin", redirectTo(302, "http://localhost:1/admin/")],
  ["/status", redirectTo(302, `http://localhost:${closedPort}/status/`)],
  ["/grafana", redirectTo(302, (_, { host }) => `https://${host}:${closedPort}/grafana/`)],
  // Behind a proxy that terminates TLS, the server sees every request as http.
  ["/pricing", redirectTo(301, ({ port }, { host, url }) => `https://${host}:${port}${url}`)],
  // A Location without a scheme is a path.
  ["/old/catalog", redirectTo(301, "www.shop.test/new/catalog")],
  ["/archive/*", redirectTo(301, "www.shop.test/archive")],
  // All removed pages lead to the home page, or something similar.
  ["/old-product", redirectTo(301, "/index.html")],
  ["/index.html", endsWith(200)],
  ["/old-category", redirectTo(301, "/en/")],
  ["/en/", endsWith(200)],
  ["/old-offer", redirectTo(302, "/?error=not-found")],
  ["/catalog/blue-chair", redirectTo(301, ({ url }) => url("shop.test", "/"))],
  ["/catalog/red-chair", redirectTo(301, ({ url }) => url("shop.test", "/products/red-chair"))],
  ["/products/red-chair", endsWith(200)],
  // Hints for search engines.
  ["/old-manual", redirectTo(301, "/manual", [["X-Robots-Tag", "noindex"]])],
  ["/manual", endsWith(200)],
  // By the visitor's language (always the same one here).
  ["/shop", redirectTo(302, "/en/shop")],
  ["/store", redirectTo(302, "/en/shop", [["Vary", "Accept-Language"]])],
  ["/en/shop", endsWith(200)],
  // Frames that are blocked.
  ["/embed/map", redirectTo(302, "/map")],
  ["/map", endsWith(200, [frameOptions("DENY")])],
  ["/embed/player", redirectTo(301, "/player")],
  ["/player", endsWith(200, [csp("frame-ancestors 'none'")])],
  ["/embed/reviews", redirectTo(302, ({ url }) => url("other.test", "/reviews"))],
  ["/reviews", endsWith(200, [frameOptions("SAMEORIGIN")])],
  ["/embed/rating", redirectTo(302, "/reviews")],
];
