/** Where a row's menu is asked for: which row, which cell, and where on the screen. */
import type { RowKey } from "../log/panel-store.ts";

export interface RowMenuPlace {
  readonly row: RowKey;
  /** Of the cell that was clicked; absent when the menu was opened by a key. */
  readonly cellText?: string;
  readonly x: number;
  readonly y: number;
}

/** Undefined where there is no row. By a key, it is the focused one. */
export function menuPlace(event: MouseEvent | KeyboardEvent, focused: RowKey | undefined): RowMenuPlace | undefined {
  if (!(event.target instanceof Element)) return undefined;
  const element = event.target.closest<HTMLElement>(".row");
  const row = element === null ? undefined : rowOf(element);
  // Browsers send a "contextmenu" for the key, too, with a button that is not the right one.
  if (event instanceof MouseEvent && (event.button === 2 || event.ctrlKey)) {
    const cellText = event.target.closest<HTMLElement>('[role="gridcell"]')?.innerText.trim();
    return row && { row, x: event.clientX, y: event.clientY, ...(cellText !== undefined && { cellText }) };
  }
  const box = element?.getBoundingClientRect();
  return focused && box && { row: focused, x: box.left + 24, y: box.bottom };
}

/** Rows carry their names: one listener for all of them. */
function rowOf({ dataset }: HTMLElement): RowKey | undefined {
  const { chainId, hopIndex } = dataset;
  if (chainId === undefined) return undefined;
  return hopIndex === undefined ? { chainId } : { chainId, hopIndex: Number(hopIndex) };
}
