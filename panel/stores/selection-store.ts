/** The selected row, and what the details show about it. */
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Finding } from "../../src/model/findings/finding.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import type { RowKey } from "./row-key.ts";

export type DetailsTab = "explain" | "headers" | "body" | "timing";

export interface SelectionStore {
  readonly row: ReadonlySignal<RowKey | undefined>;
  /** The selected row's chain; undefined while the filter hides it. */
  readonly chain: ReadonlySignal<Chain | undefined>;
  /** Whether the list has the selected row. */
  readonly isInList: ReadonlySignal<boolean>;
  readonly isDetailsOpen: ReadonlySignal<boolean>;
  readonly detailsTab: ReadonlySignal<DetailsTab>;
  /** The finding whose badge was clicked: its card is scrolled into view. */
  readonly revealedFinding: ReadonlySignal<Finding | undefined>;
  select(row: RowKey): void;
  openDetails(row: RowKey): void;
  reveal(row: RowKey, finding: Finding): void;
  showTab(tab: DetailsTab): void;
  closeDetails(): void;
  clear(): void;
}

export function createSelectionStore(
  shownChains: ReadonlySignal<readonly Chain[]>,
  collapsedIds: ReadonlySignal<ReadonlySet<string>>,
): SelectionStore {
  const row = signal<RowKey | undefined>(undefined);
  const isDetailsOpen = signal(false);
  const detailsTab = signal<DetailsTab>("explain");
  const revealedFinding = signal<Finding | undefined>(undefined);
  const chain = computed(() => shownChains.value.find(({ id }) => id === row.value?.chainId));

  function select(next: RowKey | undefined, finding?: Finding) {
    row.value = next;
    revealedFinding.value = finding;
  }

  return {
    row,
    chain,
    isInList: computed(() => {
      if (row.value === undefined || chain.value === undefined) return false;
      const { chainId, hopIndex } = row.value;
      return hopIndex === undefined || (hopIndex < chain.value.hops.length && !collapsedIds.value.has(chainId));
    }),
    isDetailsOpen,
    detailsTab,
    revealedFinding,
    select,
    openDetails(next) {
      select(next);
      isDetailsOpen.value = true;
    },
    reveal(next, finding) {
      select(next, finding);
      isDetailsOpen.value = true;
      detailsTab.value = "explain";
    },
    showTab(tab) {
      detailsTab.value = tab;
    },
    closeDetails() {
      isDetailsOpen.value = false;
    },
    clear() {
      select(undefined);
      isDetailsOpen.value = false;
    },
  };
}
