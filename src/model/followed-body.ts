/** Whether a hop's body arrived at the next hop: a comparison of two observations, never a computation. */
import type { Body, Hop } from "./redirect-chain.ts";

export type FollowedBody = "kept" | "lost" | "none" | "unknown";

export function followedBody(hop: Hop, next: Hop): FollowedBody {
  const sent: Body["presence"] = hop.body.presence;
  const arrived: Body["presence"] = next.body.presence;
  if (sent === "absent") return "none";
  if (sent === "unknown" || arrived === "unknown") return "unknown";
  return arrived === "present" ? "kept" : "lost";
}
