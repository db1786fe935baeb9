/**
 * The rows of the list: a heading for each chain that matches the filter, and its hops unless it is collapsed. A cycle is
 * shown once, with one row for the hops that repeat it, until the user asks for all.
 */
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { foldedCycle, type FoldedCycle } from "../../src/model/meaning/folded-cycle.ts";
import type { RowKey } from "./row-key.ts";

export interface RowsStore {
  readonly collapsedIds: ReadonlySignal<ReadonlySet<string>>;
  /** Computed when a key asks for a neighbour, not on every change. */
  readonly rows: ReadonlySignal<readonly RowKey[]>;
  readonly rowCount: ReadonlySignal<number>;
  /** Rows of a chain, its heading included. */
  rowCountOf(chain: Chain): number;
  /** The cycle that the list shows once; undefined if it shows all hops. */
  foldOf(chain: Chain): FoldedCycle | undefined;
  /** The row that shows this hop. A hidden hop has the row of the first hidden hop. */
  shownRow(row: RowKey, chain: Chain): RowKey;
  /** Whether this is the row that stands for hidden hops. */
  isRest(row: RowKey): boolean;
  showAllHops(chainId: string): void;
  /** Collapsing folds the cycle, too. */
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
  /** Chains whose cycle is shown in full. */
  const unfoldedIds = signal<ReadonlySet<string>>(new Set());

  function foldOf(chain: Chain): FoldedCycle | undefined {
    return unfoldedIds.value.has(chain.id) ? undefined : cachedCycle(chain);
  }

  function rowCountOf(chain: Chain): number {
    if (collapsedIds.value.has(chain.id)) return 1;
    const fold = foldOf(chain);
    return 1 + (fold === undefined ? chain.hops.length : fold.hiddenFrom + 1);
  }

  function rowsOf(chain: Chain): RowKey[] {
    const { id: chainId } = chain;
    const hopRows = Array.from({ length: rowCountOf(chain) - 1 }, (_, hopIndex) => ({ chainId, hopIndex }));
    return [{ chainId }, ...hopRows];
  }

  return {
    collapsedIds,
    rows: computed(() => shownChains.value.flatMap(rowsOf)),
    rowCount: computed(() => shownChains.value.reduce((sum, chain) => sum + rowCountOf(chain), 0)),
    rowCountOf,
    foldOf,
    shownRow(row, chain) {
      const hiddenFrom = foldOf(chain)?.hiddenFrom ?? Infinity;
      return (row.hopIndex ?? 0) > hiddenFrom ? { ...row, hopIndex: hiddenFrom } : row;
    },
    isRest({ chainId, hopIndex }) {
      const chain = shownChains.value.find(({ id }) => id === chainId);
      return chain !== undefined && hopIndex !== undefined && foldOf(chain)?.hiddenFrom === hopIndex;
    },
    showAllHops(chainId) {
      unfoldedIds.value = withId(unfoldedIds.value, chainId, true);
    },
    setCollapsed(chainId, isCollapsed) {
      collapsedIds.value = withId(collapsedIds.value, chainId, isCollapsed);
      if (isCollapsed) unfoldedIds.value = withId(unfoldedIds.value, chainId, false);
    },
    setAllCollapsed(isCollapsed) {
      collapsedIds.value = new Set(isCollapsed ? chains.value.map(({ id }) => id) : []);
      if (isCollapsed) unfoldedIds.value = new Set();
    },
  };
}

function withId(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

/** A changed chain is a new object. */
const cycles = new WeakMap<Chain, { readonly cycle: FoldedCycle | undefined }>();

function cachedCycle(chain: Chain): FoldedCycle | undefined {
  const known = cycles.get(chain) ?? { cycle: foldedCycle(chain) };
  cycles.set(chain, known);
  return known.cycle;
}
