/** The state of the panel: one store per concern. Only a store's own actions write its signals (decision D84). */
import { batch, computed } from "@preact/signals";
import { createFilterStore } from "../stores/filter-store.ts";
import { createFileStore } from "./import/file-store.ts";
import { createSelectionStore } from "../stores/selection-store.ts";
import { createConnectionStore } from "../stores/connection-store.ts";
import { createReferenceStore } from "../stores/reference-store.ts";
import { createRowsStore } from "../stores/rows-store.ts";
import { createLogStore } from "../stores/log-store.ts";
import { createStatusStore } from "../stores/status-store.ts";
import type { ShownMessage } from "./background-link.ts";

export type PanelStore = ReturnType<typeof createPanelStore>;

export function createPanelStore() {
  const log = createLogStore();
  const connection = createConnectionStore();
  const file = createFileStore(() => {
    selection.clear();
    rows.setAllCollapsed(false);
  });
  const filter = createFilterStore(computed(() => file.log.value?.chains ?? log.chains.value));
  const rows = createRowsStore(filter);
  const selection = createSelectionStore(filter.shownChains, rows.collapsedIds);
  const reference = createReferenceStore();
  const status = createStatusStore();

  function apply(message: ShownMessage) {
    switch (message.type) {
      case "snapshot":
      case "changes":
      case "log-saved":
        log.apply(message);
        break;
      default:
        connection.apply(message);
    }
    if (message.type === "snapshot") filter.restore(message.filter);
    if (message.type === "tab-closed" && connection.tabPage.value.isPrivate === true) clearPrivateLog();
  }

  /** Nothing of a private tab stays once it is closed. The log of an ordinary tab stays readable. */
  function clearPrivateLog() {
    connection.clearTabPage();
    log.clear();
    filter.clear();
    if (file.log.value === undefined) selection.clear();
  }

  return {
    log,
    connection,
    file,
    filter,
    rows,
    selection,
    reference,
    status,
    apply: (message: ShownMessage) => batch(() => apply(message)),
  };
}
