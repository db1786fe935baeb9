/** The row below a folded cycle: which hops it stands for, and a button that shows them. */
import type { HTMLAttributes } from "preact";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import type { FoldedCycle } from "../../src/model/meaning/folded-cycle.ts";
import { formatCount } from "../ui/format.ts";
import { text } from "../ui/texts.ts";
import { columns } from "./columns.tsx";

interface CycleRestRowProps {
  readonly chain: Chain;
  readonly cycle: FoldedCycle;
  readonly attributes: HTMLAttributes<HTMLDivElement>;
}

/** A click anywhere on the row shows the hops, as Enter does. */
export function CycleRestRow({ chain, cycle: { start, hiddenFrom }, attributes }: CycleRestRowProps) {
  const hopCount = chain.hops.length;
  return (
    <div class="row cycle-rest" {...attributes} aria-level={2} data-hop-index={hiddenFrom}>
      <span role="gridcell" aria-colspan={columns.length}>
        {text("cycleRest", range(hiddenFrom + 1, hopCount), range(start + 1, hiddenFrom))}{" "}
        <button type="button" tabIndex={-1}>
          {text("cycleShowAll", formatCount(hopCount))}
        </button>
      </span>
    </div>
  );
}

function range(first: number, last: number): string {
  return first === last ? formatCount(first) : `${formatCount(first)}–${formatCount(last)}`;
}
