/** Whether a hop's body arrived at the next hop. Compares two observations; never derives one from the status. */
import { wasSent } from "../meaning/network-errors.ts";
import type { Hop } from "./redirect-chain.ts";

/** `not-sent`: the next request has the body but was never sent (unknown host, refused connection). */
export const followedBodies = ["kept", "lost", "none", "not-sent", "unknown"] as const;
export type FollowedBody = (typeof followedBodies)[number];

export function followedBody(hop: Hop, next: Hop): FollowedBody {
  const { presence: sent } = hop.body;
  const { presence: arrived } = next.body;
  if (sent === "absent") return "none";
  if (sent === "unknown" || arrived === "unknown") return "unknown";
  return arrived === "absent" ? "lost" : whenSent(next, "kept");
}

/** What is known about a hop's body: in its own request, and in the request that followed. */
export interface BodyFate {
  readonly own: "none" | "sent" | "not-sent" | "unknown";
  /** Absent if the hop wasn't followed, and while the next request is pending. */
  readonly followed?: Exclude<FollowedBody, "none">;
}

export function bodyFate(hop: Hop, next: Hop | undefined): BodyFate {
  const { presence } = hop.body;
  if (presence !== "present") return { own: presence === "absent" ? "none" : "unknown" };
  const own = hop.state === "failed" ? whenSent(hop, "sent") : "sent";
  if (next === undefined || (next.state === "pending" && next.body.presence === "present")) return { own };
  const followed = followedBody(hop, next);
  return followed === "none" ? { own } : { own, followed };
}

function whenSent<Value extends string>(hop: Hop, value: Value): Value | "not-sent" | "unknown" {
  const isSent = wasSent(hop);
  if (isSent === undefined) return "unknown";
  return isSent ? value : "not-sent";
}
