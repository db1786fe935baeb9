/**
 * The hook behind a list of which only a part is drawn: which part that is at this moment, and a scroll position that
 * stays where it was while heights become known, or at the bottom when it was there.
 */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from "preact/hooks";
import type { Chain } from "../../src/model/redirect-chain.ts";
import { listParts, type ListPart } from "./drawn-part.ts";
import { groupHeights } from "./group-heights.ts";

/** The part is chosen anew after so much scrolling; less than what is drawn beyond sight. */
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
): DrawnList {
  const list = useRef<HTMLDivElement>(null);
  const heights = useMemo(groupHeights, []);
  /** What is in sight; like the Network panel, the newest unless the person scrolled away. */
  const sight = useRef({ topPx: 0, heightPx: 800, isAtBottom: true });
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
    const grownAbovePx = heights.measure(box, drawn, box.scrollTop);
    sight.current.heightPx = box.clientHeight;
    // At the bottom, unless that would take the focused row out of sight.
    if (sight.current.isAtBottom) box.scrollTop = Math.min(box.scrollHeight, topOfFocused(box));
    else if (grownAbovePx !== undefined && grownAbovePx !== 0) box.scrollTop += grownAbovePx;
    sight.current.topPx = box.scrollTop;
    if (grownAbovePx !== undefined) draw(undefined);
  });

  useEffect(() => {
    const box = list.current;
    if (box === null) return undefined;
    let widthPx = box.clientWidth;
    const observer = new ResizeObserver(() => {
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
    sight.current.isAtBottom = box.scrollHeight - box.scrollTop - box.clientHeight < 8;
    if (Math.abs(box.scrollTop - sight.current.topPx) < stepPx && !sight.current.isAtBottom) return;
    sight.current.topPx = box.scrollTop;
    draw(undefined);
  }

  return { list, parts, onScroll };
}

/** How far the list may scroll down with the focused row still in view, under the sticky head. */
function topOfFocused(box: HTMLElement): number {
  const focused = document.activeElement;
  if (focused === box || !box.contains(focused) || !(focused instanceof HTMLElement)) return Infinity;
  const head = box.querySelector<HTMLElement>(".head")?.offsetHeight ?? 0;
  return focused.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - head;
}
