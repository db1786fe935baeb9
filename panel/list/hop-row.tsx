/** The row of a hop: one cell per column. */
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { columns } from "./columns.tsx";

interface HopRowProps {
  readonly chain: Chain;
  readonly index: number;
  readonly rowIndex: number;
  readonly isSelected: boolean;
  readonly isFocusable: boolean;
  readonly onSelect: () => void;
}

export function HopRow({ chain, index, rowIndex, isSelected, isFocusable, onSelect }: HopRowProps) {
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
      {columns.map(({ id, Cell }) => (
        <span role="gridcell" key={id} data-column={id}>
          <Cell chain={chain} index={index} />
        </span>
      ))}
    </div>
  );
}
