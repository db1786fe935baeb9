/**
 * Which items of a virtual list to render: those in view, an overscan, and the one that has the focus. Gaps of the same
 * height stand for the others. Pure, so that it can be tested without a browser.
 */

export interface ItemHeight {
  readonly id: string;
  readonly heightPx: number;
  readonly rowCount: number;
}

export type RangePart =
  | { readonly kind: "gap"; readonly key: string; readonly heightPx: number }
  | {
      readonly kind: "item";
      readonly index: number;
      /** From 0, without the header row. */
      readonly firstRow: number;
      /** From the top of the list. */
      readonly topPx: number;
    };

/** Shorter lists are rendered whole: the browser's own search then finds every row (decision D81). */
export const maxItemsRenderedWhole = 50;

/** Rendered beyond the viewport, so that scrolling rarely shows a gap. */
const overscanPx = 400;

export function visibleRange(
  items: readonly ItemHeight[],
  viewport: { readonly topPx: number; readonly heightPx: number },
  focusedId: string | undefined,
): RangePart[] {
  const parts: RangePart[] = [];
  let topPx = 0;
  let firstRow = 0;
  let gapPx = 0;
  for (const [index, { id, heightPx, rowCount }] of items.entries()) {
    const isNear =
      topPx < viewport.topPx + viewport.heightPx + overscanPx && topPx + heightPx > viewport.topPx - overscanPx;
    if (isNear || id === focusedId || items.length <= maxItemsRenderedWhole) {
      if (gapPx > 0) parts.push({ kind: "gap", key: `before ${id}`, heightPx: gapPx });
      parts.push({ kind: "item", index, firstRow, topPx });
      gapPx = 0;
    } else {
      gapPx += heightPx;
    }
    topPx += heightPx;
    firstRow += rowCount;
  }
  if (gapPx > 0) parts.push({ kind: "gap", key: "end", heightPx: gapPx });
  return parts;
}
