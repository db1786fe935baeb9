/** The list: a WAI-ARIA treegrid of chains (level 1) and their hops (level 2), newest last. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { PanelStore, RowKey } from "../panel-store.ts";
import { text } from "../texts.ts";
import { ChainGroup } from "./chain-group.tsx";
import { moveByKey } from "./list-keys.ts";

const columns = [
  "columnNumber",
  "columnStatus",
  "columnMethod",
  "columnBody",
  "columnSeo",
  "columnUrl",
  "columnTime",
] as const;

export function ChainList({ store }: { readonly store: PanelStore }) {
  const list = useRef<HTMLDivElement>(null);
  const isAtBottom = useRef(true);
  const rows = store.rows.value;
  const selected = store.selected.value;
  const focusable = store.isSelectedShown.value ? selected : rows[0];

  useLayoutEffect(() => {
    // Like the Network panel: the newest is in view unless the person scrolled away.
    if (isAtBottom.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [rows]);

  function select(row: RowKey, isOpening: boolean) {
    store.selected.value = row;
    if (isOpening) store.isDetailsOpen.value = true;
  }

  function onKeyDown(event: KeyboardEvent) {
    const row = focusable;
    const target = row === undefined ? undefined : moveByKey(event, row, store);
    if (target === undefined) return;
    event.preventDefault();
    select(target, event.key === "Enter" || event.key === " ");
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  }

  function onScroll() {
    const box = list.current;
    if (box !== null) isAtBottom.current = box.scrollHeight - box.scrollTop - box.clientHeight < 8;
  }

  return (
    <div
      class="list"
      role="treegrid"
      aria-label={text("listLabel")}
      aria-colcount={columns.length}
      ref={list}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" class="head-group">
        <div class="row head" role="row">
          {columns.map((name) => (
            <span role="columnheader" key={name}>
              {text(name)}
            </span>
          ))}
        </div>
      </div>
      {store.chains.value.map((chain) => (
        <ChainGroup
          key={chain.id}
          chain={chain}
          isCollapsed={store.collapsedIds.value.has(chain.id)}
          selected={selected?.chainId === chain.id ? selected : undefined}
          focusable={focusable?.chainId === chain.id ? focusable : undefined}
          onSelect={(row) => select(row, true)}
          onToggle={store.setCollapsed}
        />
      ))}
    </div>
  );
}
