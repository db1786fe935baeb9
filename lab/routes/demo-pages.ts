/**
 * Addresses as real sites have them, for the demo and the pictures: each redirects in a way that people come to the
 * panel for. The general routes can do all of it, too, but with addresses that say more of the lab than of the story.
 */
import { html } from "../html.ts";
import { pageReply, redirectReply } from "../reply.ts";
import type { LabRequest, Reply, Route, RouteContext } from "../route.ts";
import { ended, redirectTo, type RouteEntries } from "./route-builders.ts";

export const demoPageRoutes: RouteEntries = [
  // A form's POST meets a 302, arrives as an empty GET, and the end wants a POST.
  ["/checkout", redirectTo(302, "/done")],
  ["/done", redirectTo(301, "/thanks")],
  ["/thanks", (request) => (request.method === "POST" ? ended(request, 200) : ended(request, 405))],
  // An order moves to the new version of an API with its body.
  ["/v1/orders", redirectTo(307, "/v2/orders")],
  ["/v2/orders", (request) => ended(request, 200)],
  // A page that moved for good, twice.
  ["/old-guide", redirectTo(301, "/guide")],
  ["/guide", redirectTo(308, "/guide/")],
  ["/guide/", (request) => ended(request, 200)],
  // What HSTS hides: by http the server itself would answer with a redirect.
  ["/account", onHttps((request) => ended(request, 200))],
  // A form handled well.
  ["/subscribe", redirectTo(303, "/welcome")],
  ["/welcome", (request) => ended(request, 200)],
  // One page in four spellings, one redirect from each to the next.
  ["/sale", onHttps(sale)],
  ["/sale/", (request) => ended(request, 200)],
  // A shop that moved to another host, and said so in its page only.
  ["/old-shop", moved("/new-shop")],
  ["/new-shop", (request) => ended(request, 200)],
];

function onHttps(route: Route): Route {
  return (request, context) =>
    request.scheme === "https"
      ? route(request, context)
      : redirectReply(request.query, 301, `https://${request.host}:${context.port}${request.url}`);
}

function sale({ host, query }: LabRequest, { url }: RouteContext): Reply {
  return host === "www.shop.test"
    ? redirectReply(query, 301, "/sale/")
    : redirectReply(query, 302, url("www.shop.test", "/sale", { scheme: "https" }));
}

function moved(path: string): Route {
  return (_, { url }) => {
    const content = `0;url=${url("shop.test", path)}`;
    const head = html`<meta http-equiv="refresh" content="${content}" />`;
    return pageReply({ title: "Moved", head, main: html`<h1>This shop has moved.</h1>` });
  };
}
