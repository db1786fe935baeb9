/** The list: a WAI-ARIA treegrid of chains (level 1) and their hops (level 2), newest last. */
import { useLayoutEffect, useState } from "preact/hooks";
import type { FilterStore } from "../stores/filter-store.ts";
import { isSameRow, type RowKey } from "../stores/row-key.ts";
import type { RowsStore } from "../stores/rows-store.ts";
import type { SelectionStore } from "../stores/selection-store.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import type { StatusStore } from "../stores/status-store.ts";
import { lazy } from "../ui/lazy.tsx";
import { text } from "../ui/texts.ts";
import { ChainGroup, type GroupRow } from "./chain-group.tsx";
import { useVirtualList } from "../ui/virtual-list.ts";
import { ColumnWidths } from "./column-widths.tsx";
import { ColumnHeadings, columns, columnTracks } from "./columns.tsx";
import { contextMenuPlace, type ContextMenuPlace } from "./context-menu-place.ts";
import { moveByKey } from "./list-keys.ts";

const ContextMenu = lazy(async () => (await import("./context-menu.tsx")).ContextMenu);

/** As in styles/list.css, for a row of one line. */
const rowHeight = 24;

interface ChainListProps {
  readonly filter: FilterStore;
  readonly rows: RowsStore;
  readonly selection: SelectionStore;
  readonly status: StatusStore;
  readonly isFromFile: boolean;
  /** The context menu has changed the filter. */
  readonly onFilter: () => void;
}

export function ChainList({ filter, rows, selection, status, isFromFile, onFilter }: ChainListProps) {
  const chains = filter.shownChains.value;
  const collapsedIds = rows.collapsedIds.value;
  const selected = selection.row.value;
  const focusable = selection.isInList.value ? selected : headingOf(chains[0]);
  const { list, parts, onScroll } = useVirtualList({
    items: chains,
    rowCountOf: ({ id, hops }) => (collapsedIds.has(id) ? 1 : 1 + hops.length),
    focusedId: focusable?.chainId,
    selectedKey: selected && `${selected.chainId}/${selected.hopIndex ?? ""}`,
  });
  const [menu, setMenu] = useState<ContextMenuPlace | undefined>(undefined);
  const menuChain = menu && chains.find(({ id }) => id === menu.row.chainId);

  // Read before the rows change: a removed row loses the focus.
  const hadFocus = list.current?.contains(document.activeElement) === true;

  useLayoutEffect(() => {
    if (hadFocus && list.current?.contains(document.activeElement) === false) focusRow();
  }, [chains]);

  function focusRow() {
    // After a mouse click, Firefox shows no focus ring for a focus set by script unless this is set.
    const options: FocusOptions & { focusVisible: boolean } = { focusVisible: true };
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(options);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) openMenu(event);
    const rowsPerPage = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / rowHeight) - 2);
    const target = focusable && moveByKey(event, focusable, rows, rowsPerPage);
    if (target === undefined) return;
    event.preventDefault();
    if (event.key === "Enter" && selection.isDetailsOpen.value && isSameRow(target, selected)) {
      document.querySelector<HTMLElement>('.details [role="tab"][aria-selected="true"]')?.focus();
      return;
    }
    if (event.key === "Enter" || event.key === " ") selection.openDetails(target);
    else selection.select(target);
    requestAnimationFrame(() => {
      // The next key may have moved the focus already, as Enter does into the details.
      const { activeElement, body } = document;
      if (activeElement === body || list.current?.contains(activeElement) === true) focusRow();
    });
  }

  function openMenu(event: MouseEvent | KeyboardEvent) {
    const place = contextMenuPlace(event, focusable);
    if (place === undefined) return;
    event.preventDefault();
    status.clear();
    selection.select(place.row);
    setMenu(place);
  }

  return (
    <>
      <div
        class="list"
        id="chain-list"
        role="treegrid"
        // In Firefox, a scroll container would be a Tab stop besides its rows.
        tabIndex={-1}
        aria-label={text("listLabel")}
        aria-colcount={columns.length}
        aria-rowcount={rows.rowCount.value + 1}
        style={columnTracks}
        ref={list}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onContextMenu={openMenu}
      >
        <div role="rowgroup" class="head-group">
          <ColumnHeadings />
        </div>
        {parts.map((part) => {
          if (part.kind === "gap")
            return <div key={part.key} aria-hidden="true" style={{ height: `${part.heightPx}px` }} />;
          const chain = chains[part.index];
          if (chain === undefined) return null;
          return (
            <ChainGroup
              key={chain.id}
              chain={chain}
              // The header is row 1.
              firstRow={part.firstRow + 2}
              isCollapsed={collapsedIds.has(chain.id)}
              selected={groupRow(selected, chain)}
              focusable={groupRow(focusable, chain)}
              onSelect={selection.openDetails}
              onReveal={selection.reveal}
              onToggle={rows.setCollapsed}
            />
          );
        })}
      </div>
      <ColumnWidths maxHopCount={chains.reduce((max, { hops }) => Math.max(max, hops.length), 0)} />
      {menu !== undefined && menuChain !== undefined && (
        <ContextMenu
          {...{ filter, rows, status, isFromFile, onFilter }}
          place={menu}
          chain={menuChain}
          onClose={(restoresFocus) => {
            setMenu(undefined);
            if (restoresFocus) focusRow();
          }}
        />
      )}
    </>
  );
}

function headingOf(chain: Chain | undefined): RowKey | undefined {
  return chain === undefined ? undefined : { chainId: chain.id };
}

function groupRow(row: RowKey | undefined, { id }: Chain): GroupRow | undefined {
  return row?.chainId === id ? (row.hopIndex ?? "heading") : undefined;
}
