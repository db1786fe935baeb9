/** The keys of a WAI-ARIA treegrid: which row a key leads to from here. */
import { isSameRow, type PanelStore, type RowKey } from "../log/panel-store.ts";

/** Undefined for a key that the list does not take. */
export function moveByKey(
  event: KeyboardEvent,
  row: RowKey,
  store: PanelStore,
  rowsPerPage: number,
): RowKey | undefined {
  if (isForBrowser(event)) return undefined;
  const rows = store.rows.value;
  const at = rows.findIndex((other) => isSameRow(other, row));
  const isChain = row.hopIndex === undefined;
  const isCollapsed = store.collapsedIds.value.has(row.chainId);
  switch (event.key) {
    case "ArrowDown":
      return rows[at + 1] ?? row;
    case "ArrowUp":
      return rows[at - 1] ?? row;
    case "PageDown":
      return rows[Math.min(at + rowsPerPage, rows.length - 1)];
    case "PageUp":
      return rows[Math.max(at - rowsPerPage, 0)];
    case "Home":
      return rows[0];
    case "End":
      return rows.at(-1);
    case "ArrowLeft":
      if (!isChain) return { chainId: row.chainId };
      store.setCollapsed(row.chainId, true);
      return row;
    case "ArrowRight":
      if (isChain && !isCollapsed) return rows[at + 1] ?? row;
      store.setCollapsed(row.chainId, false);
      return row;
    case "Enter":
    case " ":
      return row;
    default:
      return undefined;
  }
}

/** Alt+← goes back in history, for example. Ctrl+Home and Ctrl+End are the grid's. */
function isForBrowser({ altKey, ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  return altKey || metaKey || (ctrlKey && key !== "Home" && key !== "End");
}
