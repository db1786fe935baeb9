/** The list: a WAI-ARIA treegrid of chains (level 1) and their hops (level 2), newest last. */
import { batch } from "@preact/signals";
import type { Finding } from "../../src/model/findings/finding.ts";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { lazy } from "../ui/lazy.tsx";
import { isSameRow, type PanelStore, type RowKey } from "../log/panel-store.ts";
import { text } from "../ui/texts.ts";
import { ChainGroup } from "./chain-group.tsx";
import { ColumnWidths } from "./column-widths.tsx";
import { useDrawnList } from "../ui/virtual-list.ts";
import { moveByKey } from "./list-keys.ts";
import { menuPlace, type RowMenuPlace } from "./context-menu-place.ts";
import { TimeHeading, timeMode } from "./time-cell.tsx";

const RowMenu = lazy(async () => (await import("./context-menu.tsx")).RowMenu);

const columns = [
  "columnNumber",
  "columnStatus",
  "columnMethod",
  "columnBody",
  "columnSeo",
  "columnUrl",
  "columnTime",
] as const;

/** As in styles/list.css; most rows have it. */
const rowHeight = 24;

export function ChainList({ store }: { readonly store: PanelStore }) {
  const chains = store.filter.shownChains.value;
  const collapsedIds = store.collapsedIds.value;
  const selected = store.selected.value;
  const focusable = store.isSelectedShown.value ? selected : headingOf(chains[0]);
  const { list, parts, onScroll } = useDrawnList(chains, collapsedIds, focusable?.chainId, selected);
  const [menu, setMenu] = useState<RowMenuPlace | undefined>(undefined);
  const menuChain = menu && chains.find(({ id }) => id === menu.row.chainId);

  // Asked before the rows change: a row that goes takes the focus along.
  const hadFocus = list.current?.contains(document.activeElement) === true;

  useLayoutEffect(() => {
    if (hadFocus && list.current?.contains(document.activeElement) === false) focusRow();
  }, [chains]);

  function focusRow() {
    // Firefox shows no focus that a script sets after a mouse was used, unless it is told to.
    const options: FocusOptions & { focusVisible: boolean } = { focusVisible: true };
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(options);
  }

  function select(row: RowKey, isOpening: boolean) {
    store.selected.value = row;
    store.revealedFinding.value = undefined;
    if (isOpening) store.isDetailsOpen.value = true;
  }

  function reveal(row: RowKey, finding: Finding) {
    batch(() => {
      select(row, true);
      store.detailsTab.value = "explain";
      store.revealedFinding.value = finding;
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    const row = focusable;
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) openMenu(event);
    const rowsPerPage = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / rowHeight) - 2);
    const target = row === undefined ? undefined : moveByKey(event, row, store, rowsPerPage);
    if (target === undefined) return;
    event.preventDefault();
    if (event.key === "Enter" && store.isDetailsOpen.value && isSameRow(target, selected)) {
      document.querySelector<HTMLElement>('.details [role="tab"][aria-selected="true"]')?.focus();
      return;
    }
    select(target, event.key === "Enter" || event.key === " ");
    requestAnimationFrame(() => {
      // The next key may have led elsewhere already, as Enter does into the details.
      const { activeElement, body } = document;
      if (activeElement === body || list.current?.contains(activeElement) === true) focusRow();
    });
  }

  function openMenu(event: MouseEvent | KeyboardEvent) {
    const place = menuPlace(event, focusable);
    if (place === undefined) return;
    event.preventDefault();
    store.failure.value = "";
    store.selected.value = place.row;
    setMenu(place);
  }

  return (
    <>
      <div
        class={timeMode.value === "clock" ? "list with-clock" : "list"}
        id="chain-list"
        role="treegrid"
        // Firefox would make a stop for Tab of what scrolls; the rows are stops enough.
        tabIndex={-1}
        aria-label={text("listLabel")}
        aria-colcount={columns.length}
        aria-rowcount={store.rowCount.value + 1}
        ref={list}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onContextMenu={openMenu}
      >
        <div role="rowgroup" class="head-group">
          <div class="row head" role="row" aria-rowindex={1}>
            {columns.map((name) => (
              <span role="columnheader" key={name}>
                {name === "columnTime" ? <TimeHeading /> : text(name)}
              </span>
            ))}
          </div>
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
              // The head is row 1.
              firstRow={part.firstRow + 2}
              isCollapsed={collapsedIds.has(chain.id)}
              selected={selected?.chainId === chain.id ? selected : undefined}
              focusable={focusable?.chainId === chain.id ? focusable : undefined}
              onSelect={(row) => select(row, true)}
              onReveal={reveal}
              onToggle={store.setCollapsed}
            />
          );
        })}
      </div>
      <ColumnWidths hopCount={chains.reduce((most, { hops }) => Math.max(most, hops.length), 0)} />
      {menu !== undefined && menuChain !== undefined && (
        <RowMenu
          place={menu}
          chain={menuChain}
          store={store}
          onClose={(takesFocusBack) => {
            setMenu(undefined);
            if (takesFocusBack) focusRow();
          }}
        />
      )}
    </>
  );
}

function headingOf(chain: Chain | undefined): RowKey | undefined {
  return chain === undefined ? undefined : { chainId: chain.id };
}
