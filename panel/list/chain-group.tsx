/**
 * A chain's rows. They render again only when a prop changes: a burst of redirects changes the list hundreds of times, and
 * nearly all rows stay the same.
 */
import { Component } from "preact";
import type { Finding } from "../../src/model/findings/finding.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import type { RowKey } from "../stores/row-key.ts";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { ChainRow } from "./chain-row.tsx";
import { HopRow } from "./hop-row.tsx";

/** The rows of a group: its heading, or a hop by its index. */
export type GroupRow = "heading" | number;

export interface ChainGroupProps {
  readonly chain: Chain;
  /** The heading's index among all rows of the list, rendered or not. */
  readonly firstRow: number;
  readonly isCollapsed: boolean;
  /** Undefined: the selected row is in another group. */
  readonly selected: GroupRow | undefined;
  /** The row that Tab moves to. */
  readonly focusable: GroupRow | undefined;
  readonly onSelect: (row: RowKey) => void;
  readonly onReveal: (row: RowKey, finding: Finding) => void;
  readonly onToggle: (chainId: string, isCollapsed: boolean) => void;
}

export class ChainGroup extends Component<ChainGroupProps> {
  override shouldComponentUpdate(next: ChainGroupProps): boolean {
    const names = Object.keys(next) as (keyof ChainGroupProps)[];
    return names.some((name) => next[name] !== this.props[name]);
  }

  override render(props: ChainGroupProps) {
    const { chain, firstRow, isCollapsed, selected, focusable, onSelect, onReveal, onToggle } = props;
    const heading: RowKey = { chainId: chain.id };
    const attributes = (row: GroupRow) => ({
      role: "row" as const,
      "aria-rowindex": firstRow + (row === "heading" ? 0 : row + 1),
      "aria-selected": selected === row,
      "data-chain-id": chain.id,
      tabIndex: focusable === row ? 0 : -1,
      onClick: () => onSelect(row === "heading" ? heading : { ...heading, hopIndex: row }),
    });
    return (
      <div role="rowgroup" class="group" data-item-id={chain.id}>
        <ErrorBoundary of={chain}>
          <ChainRow
            chain={chain}
            attributes={attributes("heading")}
            isCollapsed={isCollapsed}
            onToggle={() => onToggle(chain.id, !isCollapsed)}
            onReveal={(finding) => onReveal(heading, finding)}
          />
          {!isCollapsed &&
            chain.hops.map((_, index) => (
              <HopRow key={index} chain={chain} index={index} attributes={attributes(index)} />
            ))}
        </ErrorBoundary>
      </div>
    );
  }
}
