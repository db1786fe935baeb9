/** The row of a hop: one cell per column. */
import type { HTMLAttributes } from "preact";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import type { FoldedCycle } from "../../src/model/meaning/folded-cycle.ts";
import { columns } from "./columns.tsx";

interface HopRowProps {
  readonly chain: Chain;
  readonly index: number;
  /** The cycle that the list shows once. */
  readonly cycle: FoldedCycle | undefined;
  readonly attributes: HTMLAttributes<HTMLDivElement>;
}

export function HopRow({ chain, index, cycle, attributes }: HopRowProps) {
  return (
    <div class={`row hop${bracket(index, cycle)}`} {...attributes} aria-level={2} data-hop-index={index}>
      {columns.map(({ id, Cell }) => (
        <span role="gridcell" key={id} data-column={id}>
          <Cell chain={chain} index={index} repeats={cycle?.repeatsOf(index)} />
        </span>
      ))}
    </div>
  );
}

/** Classes for the bracket beside the hops of a cycle. */
function bracket(index: number, cycle: FoldedCycle | undefined): string {
  if (cycle === undefined || index < cycle.start || cycle.length === 1) return "";
  const isFirst = index === cycle.start;
  const isLast = index === cycle.hiddenFrom - 1;
  return ` in-cycle${isFirst ? " cycle-start" : ""}${isLast ? " cycle-end" : ""}`;
}
