/** One hop: number, status, method, body, SEO meaning, URL, time. */
import { hopDurationMs, type Chain } from "../../src/model/chain/redirect-chain.ts";
import { text } from "../ui/texts.ts";
import { UrlText } from "../ui/url-text.tsx";
import { BodyCell, MethodCell, SeoCell, StatusCell } from "./hop-cells.tsx";
import { TimeCell } from "./time-cell.tsx";

interface HopRowProps {
  readonly chain: Chain;
  readonly index: number;
  readonly rowIndex: number;
  readonly isSelected: boolean;
  readonly isFocusable: boolean;
  readonly onSelect: () => void;
}

export function HopRow({ chain, index, rowIndex, isSelected, isFocusable, onSelect }: HopRowProps) {
  const hop = chain.hops[index] ?? chain.hops[0];
  const cell = { chain, index };
  return (
    <div
      class="row hop"
      role="row"
      aria-rowindex={rowIndex}
      aria-level={2}
      data-chain-id={chain.id}
      data-hop-index={index}
      aria-selected={isSelected}
      tabIndex={isFocusable ? 0 : -1}
      onClick={onSelect}
    >
      <span role="gridcell" class="number">
        {index + 1}
      </span>
      <span role="gridcell">
        <StatusCell {...cell} />
      </span>
      <span role="gridcell">
        <MethodCell {...cell} />
      </span>
      <span role="gridcell">
        <BodyCell {...cell} />
      </span>
      <span role="gridcell">
        <SeoCell {...cell} />
      </span>
      <span role="gridcell" class="url-cell">
        {hop.inferred === true && (
          <span class="mark" title={text("finding_inferred_hop_what")}>
            {text("markInferred")}
          </span>
        )}
        <UrlText url={hop.url} />
      </span>
      <span role="gridcell" class="time-cell">
        <TimeCell startedAt={hop.startedAt} durationMs={hopDurationMs(hop)} />
      </span>
    </div>
  );
}
