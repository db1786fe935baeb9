/**
 * The hook behind a list of which only a part is drawn: which part that is at this moment, and a scroll position that
 * stays where it was while heights become known, or at the bottom when it was there.
 */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from "preact/hooks";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { isSameRow, type RowKey } from "../log/panel-store.ts";
import { listParts, type ListPart } from "./visible-range.ts";
import { groupHeights } from "./row-heights.ts";

/** The part is chosen anew after so much scrolling, or when so much is missing; less than what is drawn beyond sight. */
const stepPx = 200;

export interface DrawnList {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly parts: readonly ListPart[];
  readonly onScroll: () => void;
}

export function useDrawnList(
  chains: readonly Chain[],
  collapsedIds: ReadonlySet<string>,
  focusedId: string | undefined,
  selected: RowKey | undefined,
): DrawnList {
  const list = useRef<HTMLDivElement>(null);
  const heights = useMemo(groupHeights, []);
  /** What is in sight; like the Network panel, the newest unless the person scrolled away. */
  const sight = useRef({ topPx: 0, heightPx: 800, isAtBottom: true, isResized: false, isFocusLeft: false });
  /** Chosen a moment ago, or still in sight since: it is kept there when the list gets another size. */
  const kept = useRef({ row: selected, isInSight: false });
  const [, draw] = useReducer((count: number) => count + 1, 0);

  const listed = chains.map((chain) => heights.of(chain, collapsedIds.has(chain.id)));
  const { topPx, heightPx, isAtBottom } = sight.current;
  const totalPx = listed.reduce((sum, chain) => sum + chain.heightPx, 0);
  const parts = listParts(listed, { topPx: isAtBottom ? totalPx - heightPx : topPx, heightPx }, focusedId);

  useLayoutEffect(() => {
    const box = list.current;
    if (box === null) return;
    const drawn = new Map(
      parts.flatMap((part) => {
        const chain = part.kind === "chain" ? chains[part.index] : undefined;
        return chain === undefined ? [] : [[chain.id, chain]];
      }),
    );
    const { grownAbovePx, shrunkPx } = heights.measure(box, drawn, box.scrollTop);
    sight.current.heightPx = box.clientHeight;
    if (!isSameRow(kept.current.row, selected)) kept.current = { row: selected, isInSight: true };
    const row = kept.current.isInSight ? box.querySelector(selectedRow) : null;
    const focused = sight.current.isFocusLeft ? null : focusedIn(box);
    // At the bottom, unless that would take the focused or the selected row out of sight.
    if (sight.current.isAtBottom) box.scrollTop = Math.min(box.scrollHeight, topOf(focused ?? row, box));
    else if (grownAbovePx !== 0) box.scrollTop += grownAbovePx;
    if (sight.current.isResized) row?.scrollIntoView({ block: "nearest" });
    sight.current.isResized &&= shrunkPx > stepPx;
    sight.current.topPx = box.scrollTop;
    if (shrunkPx > stepPx) draw(undefined);
  });

  useEffect(() => {
    const box = list.current;
    if (box === null) return undefined;
    let widthPx = box.clientWidth;
    const observer = new ResizeObserver(() => {
      sight.current.isResized = true;
      if (box.clientWidth !== widthPx) heights.forget();
      widthPx = box.clientWidth;
      draw(undefined);
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  function onScroll() {
    const box = list.current;
    if (box === null) return;
    // Of a list that has just got another height, the distance to the bottom says nothing: the observer comes next.
    if (box.clientHeight !== sight.current.heightPx) return;
    sight.current.isAtBottom = box.scrollHeight - box.scrollTop - box.clientHeight < 8;
    // Who scrolls away from the focused row wants to be where that leads.
    const focused = focusedIn(box);
    sight.current.isFocusLeft = focused !== null && !isInSight(focused, box);
    const row = box.querySelector(selectedRow);
    if (!sight.current.isResized) kept.current.isInSight = row !== null && isInSight(row, box);
    if (Math.abs(box.scrollTop - sight.current.topPx) < stepPx) return;
    sight.current.topPx = box.scrollTop;
    draw(undefined);
  }

  return { list, parts, onScroll };
}

const selectedRow = '[aria-selected="true"]';

function focusedIn(box: HTMLElement): Element | null {
  const focused = document.activeElement;
  return focused !== box && box.contains(focused) ? focused : null;
}

/** How far the list may scroll down with this row still in view, under the sticky head. */
function topOf(row: Element | null, box: HTMLElement): number {
  if (row === null) return Infinity;
  return row.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - headHeight(box);
}

function isInSight(row: Element, box: HTMLElement): boolean {
  const [{ top, bottom }, sight] = [row.getBoundingClientRect(), box.getBoundingClientRect()];
  return bottom > sight.top + headHeight(box) && top < sight.bottom;
}

function headHeight(box: HTMLElement): number {
  return box.querySelector<HTMLElement>(".head")?.offsetHeight ?? 0;
}
