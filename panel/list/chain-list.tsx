/** The list: a WAI-ARIA treegrid of chains (level 1) and their hops (level 2), newest last. */
import { batch } from "@preact/signals";
import type { Finding } from "../../src/model/findings/finding.ts";
import type { Chain } from "../../src/model/redirect-chain.ts";
import type { PanelStore, RowKey } from "../panel-store.ts";
import { text } from "../texts.ts";
import { ChainGroup } from "./chain-group.tsx";
import { useDrawnList } from "./drawn-list.ts";
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
  const chains = store.filter.shownChains.value;
  const collapsedIds = store.collapsedIds.value;
  const selected = store.selected.value;
  const focusable = store.isSelectedShown.value ? selected : headingOf(chains[0]);
  const { list, parts, onScroll } = useDrawnList(chains, collapsedIds, focusable?.chainId);

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
    const target = row === undefined ? undefined : moveByKey(event, row, store);
    if (target === undefined) return;
    event.preventDefault();
    select(target, event.key === "Enter" || event.key === " ");
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  }

  return (
    <div
      class="list"
      role="treegrid"
      aria-label={text("listLabel")}
      aria-colcount={columns.length}
      aria-rowcount={store.rowCount.value + 1}
      ref={list}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" class="head-group">
        <div class="row head" role="row" aria-rowindex={1}>
          {columns.map((name) => (
            <span role="columnheader" key={name}>
              {text(name)}
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
  );
}

function headingOf(chain: Chain | undefined): RowKey | undefined {
  return chain === undefined ? undefined : { chainId: chain.id };
}
