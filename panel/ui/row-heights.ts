/** The heights of a virtual list's items: measured once rendered, estimated before. */
import type { ItemHeight } from "./visible-range.ts";

/** An item of the list: a heading row and the rows below it. Replaced, never changed, so its height can be cached. */
export interface ListItem {
  readonly id: string;
}

export interface RowHeights<Item extends ListItem> {
  of(item: Item, rowCount: number): ItemHeight;
  /** Reads the heights of the rendered items (`data-item-id`). */
  measure(list: HTMLElement, rendered: ReadonlyMap<string, Item>, topPx: number): Measured;
  /** Call when the list gets another width: rows wrap differently. */
  reset(): void;
}

/** How the measured heights differ from the heights used before. */
export interface Measured {
  /** By how much the list grew above `topPx`. */
  readonly grownAbovePx: number;
  /** How much is missing at the end of the rendered range, because it is shorter than estimated. */
  readonly shrunkPx: number;
}

/** A heading with one line of summary, and a row. Rough: rendered items are measured. */
const headingPx = 48;
const rowPx = 24;

export function rowHeights<Item extends ListItem>(): RowHeights<Item> {
  let measured = new WeakMap<Item, ItemHeight>();

  function heightOf(item: Item, rowCount: number): ItemHeight {
    const known = measured.get(item);
    if (known?.rowCount === rowCount) return known;
    return { id: item.id, rowCount, heightPx: headingPx + rowPx * (rowCount - 1) };
  }

  return {
    of: heightOf,
    measure(list, rendered, topPx) {
      let grownAbovePx = 0;
      let shrunkPx = 0;
      for (const element of list.querySelectorAll<HTMLElement>("[data-item-id]")) {
        const item = rendered.get(element.dataset["itemId"] ?? "");
        if (item === undefined) continue;
        const before = heightOf(item, element.childElementCount);
        const heightPx = element.offsetHeight;
        measured.set(item, { ...before, heightPx });
        if (before.heightPx === heightPx) continue;
        shrunkPx += before.heightPx - heightPx;
        if (element.offsetTop < topPx) grownAbovePx += heightPx - before.heightPx;
      }
      return { grownAbovePx, shrunkPx };
    },
    reset() {
      measured = new WeakMap();
    },
  };
}
