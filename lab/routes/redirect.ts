/**
 * `/redirect?status=302&to=/page`: a response with any 3xx status and the Location exactly as in the query, byte for
 * byte, however odd.
 */
import { BadQuery } from "../bad-query.ts";
import { redirectReply, redirectStatus } from "../reply.ts";
import type { Reply, LabRequest } from "../route.ts";

export function redirect({ query }: LabRequest): Reply {
  const to = query.bytes("to");
  const wantsNoLocation =
    query.isOn("no-location") || query.allBytes("header").some((header) => /^location:/i.test(header));
  // Otherwise a mistyped `to` would test a missing Location.
  if (to === undefined && !wantsNoLocation) {
    throw new BadQuery("say where with to=…, or no-location=1 to send no Location");
  }
  return redirectReply(query, redirectStatus(query), query.isOn("no-location") ? undefined : to);
}
