/**
 * Repeated redirects: `/loop` to itself, `/ping-pong` between two URLs, `/countdown` a given number of times, which
 * shows the longest chain that a browser follows.
 */
import { redirectReply, redirectStatus } from "../reply.ts";
import type { LabRequest, Reply } from "../route.ts";

export function loop({ url, query }: LabRequest): Reply {
  return redirectReply(query, redirectStatus(query), url);
}

export function pingPong({ path, query }: LabRequest): Reply {
  const next = query.choice("at", ["a", "b"]) === "a" ? "b" : "a";
  return redirectReply(query, redirectStatus(query), `${path}?${query.with("at", next).toString()}`);
}

export function countdown({ path, query }: LabRequest): Reply {
  const left = query.integer("n", { min: 1, max: 1000, absent: 20 });
  const next = left === 1 ? (query.bytes("to") ?? "/page") : `${path}?${query.with("n", String(left - 1)).toString()}`;
  return redirectReply(query, redirectStatus(query), next);
}
