/** A server's redirect that alone took long: over 600 ms, where Lighthouse calls a server's answer slow. */
import { hopDurationMs } from "../chain/redirect-chain.ts";
import { defineFinding } from "./rule.ts";

const slowMs = 600;

export const slowHop = defineFinding({
  id: "slow-hop",
  severities: ["info"],
  source: "https://developer.chrome.com/docs/lighthouse/performance/time-to-first-byte",
  find: (chain) =>
    chain.hops.flatMap((hop, index) => {
      // Of an inferred hop and of one whose beginning was missed, the time is not known.
      const isMeasured = hop.inferred !== true && !(index === 0 && chain.beginningMissed === true);
      if (hop.state !== "redirected" || hop.source !== "server" || !isMeasured) return [];
      const durationMs = hopDurationMs(hop) ?? 0;
      return durationMs > slowMs ? [{ hop: index, values: [String(Math.round(durationMs))] }] : [];
    }),
});
