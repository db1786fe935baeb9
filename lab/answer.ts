/**
 * Turns a request into its answer: finds the route and adds the headers that every answer has (CORS, caching, HSTS, and
 * whatever `header=` asks for). An invalid query becomes a 400.
 */
import { validateHeaderName, validateHeaderValue } from "node:http";
import { BadQuery } from "./bad-query.ts";
import { hstsHeaderValue, hstsHost } from "./hosts.ts";
import { html } from "./html.ts";
import { type Query, quote } from "./query.ts";
import { pageReply } from "./reply.ts";
import type { Header, LabRequest, Reply, RouteContext } from "./route.ts";
import { routes } from "./routes.ts";

export function answer(request: LabRequest, context: RouteContext): Reply {
  try {
    return checked(withCommonHeaders(request, replyTo(request, context)));
  } catch (error) {
    if (!(error instanceof BadQuery)) throw error;
    const main = html`<h1>400</h1>
      <p>${error.message}.</p>`;
    return withHeaders(pageReply({ title: "400", main }, 400), [
      ["Cache-Control", "no-store"],
      ...corsHeaders(request),
    ]);
  }
}

function replyTo(request: LabRequest, context: RouteContext): Reply {
  // `preflight=route` passes a preflight to the route, to test redirected preflights.
  if (isPreflight(request) && request.query.bytes("preflight") !== "route") {
    return { status: 204, headers: [], body: Buffer.alloc(0) };
  }
  const route = routes.get(request.path) ?? routes.get(catchAllOf(request.path));
  if (route !== undefined) return route(request, context);
  const main = html`<h1>404</h1>
    <p>The lab has no ${request.path}. See the <a href="/">start page</a>.</p>`;
  return pageReply({ title: "404", main }, 404);
}

/** `/first/*` for any path below `/first/`. */
function catchAllOf(path: string): string {
  return path.replace(/^(\/[^/]+\/).*/, "$1*");
}

/** https://fetch.spec.whatwg.org/#cors-preflight-request */
function isPreflight(request: LabRequest): boolean {
  return request.method === "OPTIONS" && request.header("access-control-request-method") !== undefined;
}

function withCommonHeaders(request: LabRequest, reply: Reply): Reply {
  const common = [...cacheHeaders(request.query), ...corsHeaders(request), ...hstsHeaders(request)];
  return withHeaders(withHeaders(reply, common), request.query.allBytes("header").map(headerFromQuery));
}

function cacheHeaders(query: Query): Header[] {
  const cache = query.bytes("cache") ?? "no-store";
  return cache === "none" ? [] : [["Cache-Control", cache]];
}

function corsHeaders(request: LabRequest): Header[] {
  if (request.query.bytes("cors") === "no") return [];
  const origin = request.header("origin");
  const headers: Header[] = [
    ["Access-Control-Allow-Origin", origin ?? "*"],
    ["Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE"],
    ["Access-Control-Allow-Headers", request.header("access-control-request-headers") ?? "*"],
    ["Vary", "Origin"],
  ];
  if (origin !== undefined) headers.push(["Access-Control-Allow-Credentials", "true"]);
  return headers;
}

/** https://www.rfc-editor.org/rfc/rfc6797#section-7.2: never over http */
function hstsHeaders(request: LabRequest): Header[] {
  const isSent = request.scheme === "https" && request.host === hstsHost;
  return isSent ? [["Strict-Transport-Security", hstsHeaderValue]] : [];
}

function headerFromQuery(line: string): Header {
  const colon = line.indexOf(":");
  if (colon < 0) throw new BadQuery(`header must look like Name:Value, not ${quote(line)}`);
  return [line.slice(0, colon), line.slice(colon + 1)];
}

/** Later headers replace those before of the same name, except Location and Vary: several may be sent. */
function withHeaders(reply: Reply, later: readonly Header[]): Reply {
  const laterNames = new Set(later.map(([name]) => name.toLowerCase()));
  laterNames.delete("location");
  laterNames.delete("vary");
  const own = reply.headers.filter(([name]) => !laterNames.has(name.toLowerCase()));
  return { ...reply, headers: [...own, ...later] };
}

/** These frame the response; a wrong one would break the connection instead of testing a redirect. */
const framingHeaders = new Set(["content-length", "transfer-encoding", "trailer", "upgrade"]);

function checked(reply: Reply): Reply {
  for (const [name, value] of [...reply.headers, ["Reason", reply.reason ?? ""] as const]) {
    if (framingHeaders.has(name.toLowerCase())) {
      throw new BadQuery(`the lab sets ${name} itself`);
    }
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      throw new BadQuery(`${quote(`${name}: ${value}`)} cannot be sent as a header`);
    }
  }
  return reply;
}
