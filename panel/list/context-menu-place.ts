/** Where a context menu opens: for which row and cell, and at which point of the window. */
import type { RowKey } from "../stores/row-key.ts";

export interface ContextMenuPlace {
  readonly row: RowKey;
  /** Of the clicked cell; absent if a key opened the menu. */
  readonly cellText?: string;
  readonly x: number;
  readonly y: number;
}

/** Undefined outside of rows. A key opens the menu of the focused row. */
export function contextMenuPlace(
  event: MouseEvent | KeyboardEvent,
  focused: RowKey | undefined,
): ContextMenuPlace | undefined {
  if (!(event.target instanceof Element)) return undefined;
  const element = event.target.closest<HTMLElement>(".row");
  const row = element === null ? undefined : rowOf(element);
  // Browsers send "contextmenu" for the key as well, but not with the right button.
  if (event instanceof MouseEvent && (event.button === 2 || event.ctrlKey)) {
    const cellText = event.target.closest<HTMLElement>('[role="gridcell"]')?.innerText.trim();
    return row && { row, x: event.clientX, y: event.clientY, ...(cellText !== undefined && { cellText }) };
  }
  const box = element?.getBoundingClientRect();
  return focused && box && { row: focused, x: box.left + 24, y: box.bottom };
}

/** Rows carry their keys as data attributes, so that one listener serves them all. */
function rowOf({ dataset }: HTMLElement): RowKey | undefined {
  const { chainId, hopIndex } = dataset;
  if (chainId === undefined) return undefined;
  return hopIndex === undefined ? { chainId } : { chainId, hopIndex: Number(hopIndex) };
}
