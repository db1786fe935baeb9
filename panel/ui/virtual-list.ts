/**
 * A virtual list as a hook: which items to render, and a scroll position that stays where it was while heights become
 * known, or at the bottom if it was there. Our own, not a library (decision D82).
 */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from "preact/hooks";
import { visibleRange, type RangePart } from "./visible-range.ts";
import { rowHeights, type ListItem } from "./row-heights.ts";

/** The range is computed again after this much scrolling, or when this much is missing. Less than the overscan. */
const stepPx = 200;

export interface VirtualList {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly parts: readonly RangePart[];
  readonly onScroll: () => void;
}

export interface VirtualListOptions<Item extends ListItem> {
  readonly items: readonly Item[];
  /** Rows of an item, its heading included. */
  readonly rowCountOf: (item: Item) => number;
  /** The item with the focus is always rendered. */
  readonly focusedId: string | undefined;
  /** Changes when another row is selected (`aria-selected`). */
  readonly selectedKey: string | undefined;
}

export function useVirtualList<Item extends ListItem>(options: VirtualListOptions<Item>): VirtualList {
  const { items, rowCountOf, focusedId, selectedKey } = options;
  const list = useRef<HTMLDivElement>(null);
  const heights = useMemo(rowHeights<Item>, []);
  /** Like the Network panel, follows the newest rows until the user scrolls away. */
  const viewport = useRef({ topPx: 0, heightPx: 800, isAtBottom: true, isResized: false, isFocusLeft: false });
  /** The selected row, while it stays in view: a resize keeps it there. */
  const kept = useRef({ key: selectedKey, isInView: false });
  const [, render] = useReducer((count: number) => count + 1, 0);

  const itemHeights = items.map((item) => heights.of(item, rowCountOf(item)));
  const { topPx, heightPx, isAtBottom } = viewport.current;
  const totalPx = itemHeights.reduce((sum, item) => sum + item.heightPx, 0);
  const parts = visibleRange(itemHeights, { topPx: isAtBottom ? totalPx - heightPx : topPx, heightPx }, focusedId);

  useLayoutEffect(() => {
    const box = list.current;
    if (box === null) return;
    const rendered = new Map(
      parts.flatMap((part) => {
        const item = part.kind === "item" ? items[part.index] : undefined;
        return item === undefined ? [] : [[item.id, item]];
      }),
    );
    const { grownAbovePx, shrunkPx } = heights.measure(box, rendered, box.scrollTop);
    viewport.current.heightPx = box.clientHeight;
    if (kept.current.key !== selectedKey) kept.current = { key: selectedKey, isInView: true };
    const row = kept.current.isInView ? box.querySelector(selectedRow) : null;
    const focused = viewport.current.isFocusLeft ? null : focusedIn(box);
    // Stay at the bottom, unless that would scroll the focused or the selected row out of view.
    if (viewport.current.isAtBottom) box.scrollTop = Math.min(box.scrollHeight, maxScrollTop(focused ?? row, box));
    else if (grownAbovePx !== 0) box.scrollTop += grownAbovePx;
    if (viewport.current.isResized) row?.scrollIntoView({ block: "nearest" });
    viewport.current.isResized &&= shrunkPx > stepPx;
    viewport.current.topPx = box.scrollTop;
    if (shrunkPx > stepPx) render(undefined);
  });

  useEffect(() => {
    const box = list.current;
    if (box === null) return undefined;
    let widthPx = box.clientWidth;
    const observer = new ResizeObserver(() => {
      viewport.current.isResized = true;
      if (box.clientWidth !== widthPx) heights.reset();
      widthPx = box.clientWidth;
      render(undefined);
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  function onScroll() {
    const box = list.current;
    if (box === null) return;
    // After a resize, the distance to the bottom means nothing until the observer has run.
    if (box.clientHeight !== viewport.current.heightPx) return;
    viewport.current.isAtBottom = box.scrollHeight - box.scrollTop - box.clientHeight < 8;
    // Scrolling away from the focused row means that the user wants to see something else.
    const focused = focusedIn(box);
    viewport.current.isFocusLeft = focused !== null && !isInView(focused, box);
    const row = box.querySelector(selectedRow);
    if (!viewport.current.isResized) kept.current.isInView = row !== null && isInView(row, box);
    if (Math.abs(box.scrollTop - viewport.current.topPx) < stepPx) return;
    viewport.current.topPx = box.scrollTop;
    render(undefined);
  }

  return { list, parts, onScroll };
}

const selectedRow = '[aria-selected="true"]';

function focusedIn(box: HTMLElement): Element | null {
  const focused = document.activeElement;
  return focused !== box && box.contains(focused) ? focused : null;
}

/** How far the list may scroll down with this row still in view, below the sticky header. */
function maxScrollTop(row: Element | null, box: HTMLElement): number {
  if (row === null) return Infinity;
  return row.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - headHeight(box);
}

function isInView(row: Element, box: HTMLElement): boolean {
  const [{ top, bottom }, viewport] = [row.getBoundingClientRect(), box.getBoundingClientRect()];
  return bottom > viewport.top + headHeight(box) && top < viewport.bottom;
}

function headHeight(box: HTMLElement): number {
  return box.querySelector<HTMLElement>(".head")?.offsetHeight ?? 0;
}
