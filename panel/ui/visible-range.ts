/**
 * Which chains of a long list are drawn: those in sight, some beyond, and the one that has the focus. In place of the
 * others are gaps of their height. Pure, so that it can be tested without a screen.
 */

export interface ListedHeight {
  readonly id: string;
  readonly heightPx: number;
  readonly rowCount: number;
}

export type ListPart =
  | { readonly kind: "gap"; readonly key: string; readonly heightPx: number }
  | {
      readonly kind: "chain";
      readonly index: number;
      /** From 0; the head of the list is not counted. */
      readonly firstRow: number;
      /** Its distance from the top of the list. */
      readonly topPx: number;
    };

/** A list up to this long is drawn whole: drawing the rest takes no time worth saving, and all of it can be found. */
export const mostChainsDrawnWhole = 50;

/** Beyond what is in sight, so that scrolling rarely meets a gap before it is filled. */
const beyondPx = 400;

export function listParts(
  chains: readonly ListedHeight[],
  sight: { readonly topPx: number; readonly heightPx: number },
  focusedId: string | undefined,
): ListPart[] {
  const parts: ListPart[] = [];
  let topPx = 0;
  let firstRow = 0;
  let gapPx = 0;
  for (const [index, { id, heightPx, rowCount }] of chains.entries()) {
    const isNear = topPx < sight.topPx + sight.heightPx + beyondPx && topPx + heightPx > sight.topPx - beyondPx;
    if (isNear || id === focusedId || chains.length <= mostChainsDrawnWhole) {
      if (gapPx > 0) parts.push({ kind: "gap", key: `before ${id}`, heightPx: gapPx });
      parts.push({ kind: "chain", index, firstRow, topPx });
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
