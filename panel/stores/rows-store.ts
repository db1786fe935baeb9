/** The rows of the list: a heading for each chain that matches the filter, and its hops unless it is collapsed. */
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import type { RowKey } from "./row-key.ts";

export interface RowsStore {
  readonly collapsedIds: ReadonlySignal<ReadonlySet<string>>;
  /** Computed when a key asks for a neighbour, not on every change. */
  readonly rows: ReadonlySignal<readonly RowKey[]>;
  readonly rowCount: ReadonlySignal<number>;
  setCollapsed(chainId: string, isCollapsed: boolean): void;
  /** Also those that do not match the filter. */
  setAllCollapsed(isCollapsed: boolean): void;
}

export function createRowsStore({
  chains,
  shownChains,
}: {
  readonly chains: ReadonlySignal<readonly Chain[]>;
  readonly shownChains: ReadonlySignal<readonly Chain[]>;
}): RowsStore {
  const collapsedIds = signal<ReadonlySet<string>>(new Set());

  return {
    collapsedIds,
    rows: computed(() => shownChains.value.flatMap((chain) => rowsOf(chain, collapsedIds.value.has(chain.id)))),
    rowCount: computed(() =>
      shownChains.value.reduce((sum, { id, hops }) => sum + 1 + (collapsedIds.value.has(id) ? 0 : hops.length), 0),
    ),
    setCollapsed(chainId, isCollapsed) {
      const next = new Set(collapsedIds.value);
      if (isCollapsed) next.add(chainId);
      else next.delete(chainId);
      collapsedIds.value = next;
    },
    setAllCollapsed(isCollapsed) {
      collapsedIds.value = new Set(isCollapsed ? chains.value.map(({ id }) => id) : []);
    },
  };
}

function rowsOf({ id, hops }: Chain, isCollapsed: boolean): RowKey[] {
  const heading: RowKey = { chainId: id };
  return isCollapsed ? [heading] : [heading, ...hops.map((_, hopIndex) => ({ chainId: id, hopIndex }))];
}
