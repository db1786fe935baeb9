/**
 * Builds routes from redirects, pages and JSON responses, with optional extra headers.
 */
import { html } from "../html.ts";
import { pageReply, redirectReply } from "../reply.ts";
import type { Header, LabRequest, Reply, Route, RouteContext } from "../route.ts";

export type RouteEntries = readonly (readonly [path: string, route: Route])[];

/** As sent, or made from the request and the lab's URLs. */
type Location = string | ((context: RouteContext, request: LabRequest) => string);

export function redirectTo(status: number, location: Location, headers: readonly Header[] = []): Route {
  return (request, context) => {
    const target = typeof location === "string" ? location : location(context, request);
    const reply = redirectReply(request.query, status, target);
    return { ...reply, headers: [...reply.headers, ...headers] };
  };
}

export function ended({ path }: LabRequest, status: number, headers: readonly Header[] = []): Reply {
  const main = html`<h1>${path}: ${String(status)}</h1>`;
  const reply = pageReply({ title: `${path} ${status}`, main }, status);
  return { ...reply, headers: [...reply.headers, ...headers] };
}

export function endsWith(status: number, headers: readonly Header[] = []): Route {
  return (request) => ended(request, status, headers);
}

export function json(status: number, value: object, headers: readonly Header[] = []): Reply {
  return {
    status,
    headers: [["Content-Type", "application/json"], ...headers],
    body: Buffer.from(JSON.stringify(value)),
  };
}

/** One route for POST (or PUT and so on), another for GET. */
export function byMethod(routes: { readonly GET: Route; readonly others: Route }): Route {
  return (request, context) => (request.method === "GET" ? routes.GET : routes.others)(request, context);
}
