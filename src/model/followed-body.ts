/** Whether a hop's body arrived at the next hop: a comparison of two observations, never a computation. */
import type { Body, Hop } from "./redirect-chain.ts";

export const followedBodies = ["kept", "lost", "none", "unknown"] as const;
export type FollowedBody = (typeof followedBodies)[number];

export function followedBody(hop: Hop, next: Hop): FollowedBody {
  const sent: Body["presence"] = hop.body.presence;
  const arrived: Body["presence"] = next.body.presence;
  if (sent === "absent") return "none";
  if (sent === "unknown" || arrived === "unknown") return "unknown";
  return arrived === "present" ? "kept" : "lost";
}
