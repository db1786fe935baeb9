/** The keys of a WAI-ARIA treegrid. */
import { isSameRow, type RowKey } from "../stores/row-key.ts";
import type { RowsStore } from "../stores/rows-store.ts";

/** The row that a key moves to; undefined for a key that the list does not handle. */
export function moveByKey(
  event: KeyboardEvent,
  row: RowKey,
  { rows: { value: rows }, collapsedIds, setCollapsed }: RowsStore,
  rowsPerPage: number,
): RowKey | undefined {
  if (isForBrowser(event)) return undefined;
  const at = rows.findIndex((other) => isSameRow(other, row));
  const isChain = row.hopIndex === undefined;
  const isCollapsed = collapsedIds.value.has(row.chainId);
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
      setCollapsed(row.chainId, true);
      return row;
    case "ArrowRight":
      if (isChain && !isCollapsed) return rows[at + 1] ?? row;
      setCollapsed(row.chainId, false);
      return row;
    case "Enter":
    case " ":
      return row;
    default:
      return undefined;
  }
}

/** For example, Alt+← goes back in history. Ctrl+Home and Ctrl+End belong to the grid. */
function isForBrowser({ altKey, ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  return altKey || metaKey || (ctrlKey && key !== "Home" && key !== "End");
}
