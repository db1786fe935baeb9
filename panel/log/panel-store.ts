/** What the panel shows, as signals. One store a page, made by a factory so that nothing is shared by accident. */
import { batch, computed, signal } from "@preact/signals";
import { applyChange } from "../../src/model/log/apply-change.ts";
import { emptyLog, listedChains, newTabState, type TabState } from "../../src/model/log/chain-log.ts";
import type { ImportProblem } from "../../src/model/import/import-log.ts";
import type { ImportNote } from "../../src/model/import/import-notes.ts";
import type { Finding } from "../../src/model/findings/finding.ts";
import { redirectCount as redirectsOf, type Chain } from "../../src/model/chain/redirect-chain.ts";
import type { TabPage } from "../../src/protocol/panel-messages.ts";
import type { LinkStatus, ShownMessage } from "./background-link.ts";
import { createChainFilter } from "./filter/chain-filter.ts";
import type { PackProblem } from "./import/unpack-file.ts";
import type { ReferencePlace } from "../reference/page-title.ts";

/** A row of the list: a chain, or one of its hops. */
export interface RowKey {
  readonly chainId: string;
  readonly hopIndex?: number;
}

export interface ImportedLog {
  readonly fileName: string;
  readonly chains: readonly Chain[];
  /** What of the file was left out. */
  readonly notes: readonly ImportNote[];
}

export interface ImportFailure {
  readonly fileName: string;
  readonly problem: ImportProblem | PackProblem | { readonly kind: "not-readable" };
}

export type DetailsTab = "explain" | "headers" | "body" | "timing";

export type PanelStore = ReturnType<typeof createPanelStore>;

export function createPanelStore() {
  const liveChains = signal<readonly Chain[]>([]);
  /** A log read from a file: shown in place of the tab's own, which goes on beneath. */
  const importedLog = signal<ImportedLog | undefined>(undefined);
  /** While a file is read. */
  const openingFileName = signal<string | undefined>(undefined);
  const importFailure = signal<ImportFailure | undefined>(undefined);
  const tabState = signal<TabState>(newTabState);
  /** Undefined until the background has told. */
  const isSiteAccessGranted = signal<boolean | undefined>(undefined);
  let log = emptyLog();
  const isLogSaved = signal(true);
  const isTabClosed = signal(false);
  const linkStatus = signal<LinkStatus>("connecting");
  const collapsedIds = signal<ReadonlySet<string>>(new Set());
  const selected = signal<RowKey | undefined>(undefined);
  const isDetailsOpen = signal(false);
  const detailsTab = signal<DetailsTab>("explain");
  /** The finding whose badge was chosen: its explanation is brought into view. */
  const revealedFinding = signal<Finding | undefined>(undefined);
  /** The page of the reference that lies over the list. */
  const referencePlace = signal<ReferencePlace | undefined>(undefined);
  const isKeysSheetOpen = signal(false);
  /** What could not be done, in words. */
  const failure = signal("");
  /** The page that the tab shows; nothing is known of the browser's own pages. */
  const tabPage = signal<Omit<TabPage, "type">>({});

  const chains = computed(() => importedLog.value?.chains ?? liveChains.value);
  const filter = createChainFilter(chains);
  const { shownChains } = filter;
  /** All of them; made when a key asks for its neighbours, not at every change. */
  const rows = computed(() => shownChains.value.flatMap((chain) => rowsOf(chain, collapsedIds.value.has(chain.id))));
  const selectedChain = computed(() => shownChains.value.find((chain) => chain.id === selected.value?.chainId));
  const isSelectedShown = computed(() => {
    const { chainId, hopIndex } = selected.value ?? {};
    const chain = selectedChain.value;
    if (chainId === undefined || chain === undefined) return false;
    return hopIndex === undefined || (hopIndex < chain.hops.length && !collapsedIds.value.has(chainId));
  });
  const rowCount = computed(() =>
    shownChains.value.reduce((sum, { id, hops }) => sum + 1 + (collapsedIds.value.has(id) ? 0 : hops.length), 0),
  );
  const redirectCount = computed(() => shownChains.value.reduce((sum, chain) => sum + redirectsOf(chain), 0));

  function apply(message: ShownMessage) {
    if (message.type === "tab-closed") {
      batch(closeTab);
      return;
    }
    if (message.type === "log-saved") {
      isLogSaved.value = message.isSaved;
      return;
    }
    if (message.type === "tab-page") {
      tabPage.value = message;
      return;
    }
    if (message.type === "site-access") {
      isSiteAccessGranted.value = message.isGranted;
      return;
    }
    batch(() => {
      if (message.type === "snapshot") log = emptyLog();
      for (const change of message.changes) {
        applyChange(log, change);
        if (change.kind === "tab-put") tabState.value = change.state;
      }
      liveChains.value = Object.keys(log.tabs).flatMap((tabId) => listedChains(log, Number(tabId)));
      if (message.type === "snapshot") filter.restore(message.filter);
    });
  }

  /** The log of an ordinary tab stays to be read. Of a private one nothing stays, wherever this panel is shown. */
  function closeTab() {
    isTabClosed.value = true;
    if (tabPage.value.isPrivate !== true) return;
    tabPage.value = {};
    log = emptyLog();
    liveChains.value = [];
    filter.clear();
    if (importedLog.value !== undefined) return;
    selected.value = undefined;
    isDetailsOpen.value = false;
    revealedFinding.value = undefined;
  }

  /** Undefined: back to the tab's own log. Nothing that belongs to rows of one log is carried over to the other. */
  function showImported(imported: ImportedLog | undefined) {
    batch(() => {
      importedLog.value = imported;
      importFailure.value = undefined;
      selected.value = undefined;
      isDetailsOpen.value = false;
      collapsedIds.value = new Set();
    });
  }

  function setCollapsed(chainId: string, isCollapsed: boolean) {
    const next = new Set(collapsedIds.value);
    if (isCollapsed) next.add(chainId);
    else next.delete(chainId);
    collapsedIds.value = next;
  }

  function foldAll(isFolded: boolean) {
    collapsedIds.value = new Set(isFolded ? chains.value.map(({ id }) => id) : []);
  }

  return {
    /** The whole log; the list shows `filter.shownChains` of it. */
    chains,
    filter,
    importedLog,
    openingFileName,
    importFailure,
    tabState,
    isSiteAccessGranted,
    isLogSaved,
    isTabClosed,
    linkStatus,
    collapsedIds,
    selected,
    isDetailsOpen,
    detailsTab,
    revealedFinding,
    referencePlace,
    isKeysSheetOpen,
    rows,
    rowCount,
    isSelectedShown,
    selectedChain,
    redirectCount,
    apply,
    showImported,
    setCollapsed,
    foldAll,
    failure,
    tabPage,
  };
}

export function isSameRow(a: RowKey | undefined, b: RowKey | undefined): boolean {
  return a?.chainId === b?.chainId && a?.hopIndex === b?.hopIndex;
}

function rowsOf(chain: Chain, isCollapsed: boolean): RowKey[] {
  const heading: RowKey = { chainId: chain.id };
  if (isCollapsed) return [heading];
  return [heading, ...chain.hops.map((_, hopIndex) => ({ chainId: chain.id, hopIndex }))];
}
