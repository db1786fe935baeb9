/**
 * A chain's rows. They render again only when their own props change: a burst of redirects changes the list hundreds of
 * times, and nearly all rows stay the same.
 */
import { Component } from "preact";
import type { Finding } from "../../src/model/findings/finding.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import type { RowKey } from "../stores/row-key.ts";
import { ChainRow } from "./chain-row.tsx";
import { HopRow } from "./hop-row.tsx";

export interface ChainGroupProps {
  readonly chain: Chain;
  /** The heading's index among all rows of the list, rendered or not. */
  readonly firstRow: number;
  readonly isCollapsed: boolean;
  /** The selected row, if it is one of these. */
  readonly selected: RowKey | undefined;
  /** The row that Tab moves to, if it is one of these. */
  readonly focusable: RowKey | undefined;
  readonly onSelect: (row: RowKey) => void;
  readonly onReveal: (row: RowKey, finding: Finding) => void;
  readonly onToggle: (chainId: string, isCollapsed: boolean) => void;
}

export class ChainGroup extends Component<ChainGroupProps> {
  override shouldComponentUpdate(next: ChainGroupProps): boolean {
    const { chain, firstRow, isCollapsed, selected, focusable } = this.props;
    return (
      chain !== next.chain ||
      firstRow !== next.firstRow ||
      isCollapsed !== next.isCollapsed ||
      selected !== next.selected ||
      focusable?.chainId !== next.focusable?.chainId ||
      focusable?.hopIndex !== next.focusable?.hopIndex
    );
  }

  override render({
    chain,
    firstRow,
    isCollapsed,
    selected,
    focusable,
    onSelect,
    onReveal,
    onToggle,
  }: ChainGroupProps) {
    const rowProps = (hopIndex?: number) => {
      const row: RowKey = hopIndex === undefined ? { chainId: chain.id } : { chainId: chain.id, hopIndex };
      return {
        chain,
        rowIndex: firstRow + (hopIndex === undefined ? 0 : hopIndex + 1),
        isSelected: selected !== undefined && selected.hopIndex === hopIndex,
        isFocusable: focusable !== undefined && focusable.hopIndex === hopIndex,
        onSelect: () => onSelect(row),
      };
    };
    return (
      <div role="rowgroup" class="group" data-item-id={chain.id}>
        <ErrorBoundary of={chain}>
          <ChainRow
            {...rowProps()}
            isCollapsed={isCollapsed}
            onToggle={() => onToggle(chain.id, !isCollapsed)}
            onReveal={(finding) => onReveal({ chainId: chain.id }, finding)}
          />
          {!isCollapsed && chain.hops.map((_, index) => <HopRow key={index} {...rowProps(index)} index={index} />)}
        </ErrorBoundary>
      </div>
    );
  }
}
