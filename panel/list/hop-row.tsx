/** The row of a hop: one cell per column. */
import type { HTMLAttributes } from "preact";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { columns } from "./columns.tsx";

interface HopRowProps {
  readonly chain: Chain;
  readonly index: number;
  readonly attributes: HTMLAttributes<HTMLDivElement>;
}

export function HopRow({ chain, index, attributes }: HopRowProps) {
  return (
    <div class="row hop" {...attributes} aria-level={2} data-hop-index={index}>
      {columns.map(({ id, Cell }) => (
        <span role="gridcell" key={id} data-column={id}>
          <Cell chain={chain} index={index} />
        </span>
      ))}
    </div>
  );
}
