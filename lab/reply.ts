/**
 * Builders for the two answers most routes give, a page and a redirect, and the query parameters that shape them alike
 * everywhere: `reason`, `delay` and `body`.
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

/** A status with a Location, each exactly as asked for; without a Location when it is absent. */
export function redirectReply(query: Query, status: number, location: string | undefined): Reply {
  return {
    status,
    reason: query.bytes("reason"),
    delayMs: answerDelayMs(query),
    headers: location === undefined ? [htmlType] : [["Location", location], htmlType],
    body: redirectBody(query, status),
  };
}

/** How long the query asks to wait before answering. */
export function answerDelayMs(query: Query): number {
  return query.integer("delay", { min: 0, max: longestDelayMs, absent: 0 });
}

/** Any status of the class, since what is *not* a redirect among them must be servable too. */
export function redirectStatus(query: Query): number {
  return query.integer("status", { min: 300, max: 399, absent: 302 });
}

function redirectBody(query: Query, status: number): Buffer {
  const body = query.bytes("body");
  if (body !== undefined) return Buffer.from(body, "latin1");
  // A page, as a browser shows it when it does not follow, and would then ask for an icon.
  const title = `${status} ${STATUS_CODES[status] ?? ""}`.trim();
  return Buffer.from(document({ title, main: html`<h1>${title}</h1>` }));
}
