/** A server redirect that took over 600 ms, the threshold at which Lighthouse reports a slow server response. */
import { hopDurationMs } from "../chain/redirect-chain.ts";
import { defineFinding } from "./rule.ts";

const slowMs = 600;

export const slowHop = defineFinding({
  id: "slow-hop",
  severities: ["info"],
  source: "https://developer.chrome.com/docs/lighthouse/performance/time-to-first-byte",
  find: (chain) =>
    chain.hops.flatMap((hop, index) => {
      // The duration of an inferred hop, or of a hop whose first events were missed, is unknown.
      const isMeasured = hop.inferred !== true && !(index === 0 && chain.beginningMissed === true);
      if (hop.state !== "redirected" || hop.source !== "server" || !isMeasured) return [];
      const durationMs = hopDurationMs(hop) ?? 0;
      return durationMs > slowMs ? [{ hop: index, values: [String(Math.round(durationMs))] }] : [];
    }),
});
