/**
 * `/chain?hops=301,302,308&to=/page`: one redirect per listed status, then `to`. Each answer points at this route with
 * the first status taken off; all other parameters travel along.
 */
import { BadQuery } from "../bad-query.ts";
import { quote } from "../query.ts";
import { redirectReply } from "../reply.ts";
import type { LabRequest, Reply } from "../route.ts";

const longestChain = 50;

export function chain({ path, query }: LabRequest): Reply {
  const hops = query.bytes("hops") ?? "302";
  const [status = "", ...rest] = hops.split(",");
  if (rest.length >= longestChain || ![status, ...rest].every((hop) => /^3\d\d$/.test(hop))) {
    throw new BadQuery(`hops must be up to ${longestChain} statuses like 301,302,308, not ${quote(hops)}`);
  }
  const next =
    rest.length === 0 ? (query.bytes("to") ?? "/page") : `${path}?${query.with("hops", rest.join(",")).toString()}`;
  return redirectReply(query, Number(status), next);
}
