/** How high each chain of the list is: measured once it was drawn, estimated before. */
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import type { ListedHeight } from "./visible-range.ts";

export interface GroupHeights {
  of(chain: Chain, isCollapsed: boolean): ListedHeight;
  /** Takes the true heights of what is drawn. */
  measure(list: HTMLElement, drawn: ReadonlyMap<string, Chain>, topPx: number): Measured;
  /** The list has another width: rows wrap elsewhere. */
  forget(): void;
}

/** How what was just measured differs from what was taken for it. */
export interface Measured {
  /** By how much the list grew above `topPx`. */
  readonly grownAbovePx: number;
  /** What is missing at the end of what is drawn, because it is lower than thought. */
  readonly shrunkPx: number;
}

/** A heading with one line of summary, and a row. What is drawn is measured; this only has to be near. */
const headingPx = 48;
const rowPx = 24;

export function groupHeights(): GroupHeights {
  let measured = new WeakMap<Chain, ListedHeight>();

  function heightOf(chain: Chain, rowCount: number): ListedHeight {
    const known = measured.get(chain);
    if (known?.rowCount === rowCount) return known;
    return { id: chain.id, rowCount, heightPx: headingPx + rowPx * (rowCount - 1) };
  }

  return {
    of: (chain, isCollapsed) => heightOf(chain, isCollapsed ? 1 : 1 + chain.hops.length),
    measure(list, drawn, topPx) {
      let grownAbovePx = 0;
      let shrunkPx = 0;
      for (const group of list.querySelectorAll<HTMLElement>("[data-chain]")) {
        const chain = drawn.get(group.dataset["chain"] ?? "");
        if (chain === undefined) continue;
        const before = heightOf(chain, group.childElementCount);
        const heightPx = group.offsetHeight;
        measured.set(chain, { ...before, heightPx });
        if (before.heightPx === heightPx) continue;
        shrunkPx += before.heightPx - heightPx;
        if (group.offsetTop < topPx) grownAbovePx += heightPx - before.heightPx;
      }
      return { grownAbovePx, shrunkPx };
    },
    forget() {
      measured = new WeakMap();
    },
  };
}
