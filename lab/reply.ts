/**
 * Builders for the two usual responses, a page and a redirect, with the query parameters that all routes support:
 * `reason`, `delay` and `body`.
 */
import { STATUS_CODES } from "node:http";
import { type PageParts, document, html } from "./html.ts";
import type { Query } from "./query.ts";
import type { Header, Reply } from "./route.ts";

const longestDelayMs = 10_000;

export const htmlType: Header = ["Content-Type", "text/html; charset=utf-8"];

export function pageReply(parts: PageParts, status = 200): Reply {
  return { status, headers: [htmlType], body: Buffer.from(document(parts)) };
}

/** A response with exactly this status and Location; without a Location when it is undefined. */
export function redirectReply(query: Query, status: number, location: string | undefined): Reply {
  return {
    status,
    reason: query.bytes("reason"),
    delayMs: answerDelayMs(query),
    headers: location === undefined ? [htmlType] : [["Location", location], htmlType],
    body: redirectBody(query, status),
  };
}

/** The delay of the response, from the query. */
export function answerDelayMs(query: Query): number {
  return query.integer("delay", { min: 0, max: longestDelayMs, absent: 0 });
}

/** Any 3xx status, because those that do *not* redirect are tested too. */
export function redirectStatus(query: Query): number {
  return query.integer("status", { min: 300, max: 399, absent: 302 });
}

function redirectBody(query: Query, status: number): Buffer {
  const body = query.bytes("body");
  if (body !== undefined) return Buffer.from(body, "latin1");
  // A page: a browser that does not follow shows it, and would request an icon.
  const title = `${status} ${STATUS_CODES[status] ?? ""}`.trim();
  return Buffer.from(document({ title, main: html`<h1>${title}</h1>` }));
}
