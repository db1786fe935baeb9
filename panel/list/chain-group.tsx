/**
 * A chain's rows. They are drawn again only when something of theirs changed: a burst of redirects changes the list
 * hundreds of times, and nearly all of its rows stay as they are.
 */
import { Component } from "preact";
import type { Chain } from "../../src/model/redirect-chain.ts";
import type { RowKey } from "../panel-store.ts";
import { ChainRow } from "./chain-row.tsx";
import { HopRow } from "./hop-row.tsx";

export interface ChainGroupProps {
  readonly chain: Chain;
  readonly isCollapsed: boolean;
  /** The selected row, when it is one of these. */
  readonly selected: RowKey | undefined;
  /** The row that Tab leads to, when it is one of these. */
  readonly focusable: RowKey | undefined;
  readonly onSelect: (row: RowKey) => void;
  readonly onToggle: (chainId: string, isCollapsed: boolean) => void;
}

export class ChainGroup extends Component<ChainGroupProps> {
  override shouldComponentUpdate(next: ChainGroupProps): boolean {
    const { chain, isCollapsed, selected, focusable } = this.props;
    return (
      chain !== next.chain ||
      isCollapsed !== next.isCollapsed ||
      selected !== next.selected ||
      focusable?.chainId !== next.focusable?.chainId ||
      focusable?.hopIndex !== next.focusable?.hopIndex
    );
  }

  override render({ chain, isCollapsed, selected, focusable, onSelect, onToggle }: ChainGroupProps) {
    const rowProps = (hopIndex?: number) => {
      const row: RowKey = hopIndex === undefined ? { chainId: chain.id } : { chainId: chain.id, hopIndex };
      return {
        chain,
        isSelected: selected !== undefined && selected.hopIndex === hopIndex,
        isFocusable: focusable !== undefined && focusable.hopIndex === hopIndex,
        onSelect: () => onSelect(row),
      };
    };
    return (
      <div role="rowgroup" class="group">
        <ChainRow {...rowProps()} isCollapsed={isCollapsed} onToggle={() => onToggle(chain.id, !isCollapsed)} />
        {!isCollapsed && chain.hops.map((_, index) => <HopRow key={index} {...rowProps(index)} index={index} />)}
      </div>
    );
  }
}
