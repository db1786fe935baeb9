/** The Timing tab: the URL of each hop, and a bar for its time, all on one scale. */
import { chainDurationMs, hopDurationMs, type Chain } from "../../src/model/chain/redirect-chain.ts";
import { Time } from "../list/time-cell.tsx";
import { UrlText } from "../ui/url-text.tsx";

export function Timing({ chain, hopIndex }: { readonly chain: Chain; readonly hopIndex: number | undefined }) {
  const wholeMs = Math.max(chainDurationMs(chain) ?? 0, 1);
  const startMs = chain.hops[0].startedAt;
  return (
    <ol class="timing">
      {chain.hops.map((hop, index) => {
        const left = (hop.startedAt - startMs) / wholeMs;
        const width = (hopDurationMs(hop) ?? 0) / wholeMs;
        return (
          <li key={index} class={index === hopIndex ? "current" : undefined}>
            <span class="dim">{index + 1}</span>
            <UrlText url={hop.url} />
            <Time startedAt={hop.startedAt} durationMs={hopDurationMs(hop)} />
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect x={100 * left} width={Math.max(100 * width, 0.5)} height="8" rx="1" />
            </svg>
          </li>
        );
      })}
    </ol>
  );
}
