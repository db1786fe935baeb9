import { describe, expect, test } from "vitest";
import { maxItemsRenderedWhole, visibleRange, type ItemHeight } from "../../../panel/ui/visible-range.ts";

const long = itemsOf(1_000);
const viewport = (topPx: number) => ({ topPx, heightPx: 700 });

describe("a virtual list", () => {
  test("a short list is rendered whole", () => {
    const parts = visibleRange(itemsOf(maxItemsRenderedWhole), viewport(0), undefined);
    expect(parts.every(({ kind }) => kind === "item")).toBe(true);
    expect(parts).toHaveLength(maxItemsRenderedWhole);
  });

  test.each([0, 40_000, 99_300])(
    "at %i, the items in view and the overscan are rendered, and nothing else",
    (topPx) => {
      const rendered = renderedIn(long, topPx);
      for (let at = topPx; at < topPx + 700; at += 50) expect(rendered).toContain(Math.floor(at / 100));
      expect(rendered.length).toBeLessThan(30);
    },
  );

  test("gaps have the height of the items that they replace", () => {
    const parts = visibleRange(long, viewport(40_000), "c3");
    const heights = parts.map((part) => (part.kind === "gap" ? part.heightPx : 100));
    expect(heights.reduce((sum, px) => sum + px, 0)).toBe(100_000);
    const tops = parts.flatMap((part) => (part.kind === "item" ? [part.topPx - part.index * 100] : []));
    expect(new Set(tops)).toEqual(new Set([0]));
  });

  test("the item with the focus is always rendered", () => {
    expect(renderedIn(long, 40_000, "c3")).toContain(3);
    expect(renderedIn(long, 40_000, "c999")).toContain(999);
  });

  test("row numbers count the items that are not rendered", () => {
    const part = visibleRange(long, viewport(40_000), undefined).find(({ kind }) => kind === "item");
    expect(part?.kind === "item" && part.firstRow).toBe(part?.kind === "item" && part.index * 3);
  });
});

function renderedIn(items: readonly ItemHeight[], topPx: number, focusedId?: string): number[] {
  return visibleRange(items, viewport(topPx), focusedId).flatMap((part) => (part.kind === "item" ? [part.index] : []));
}

function itemsOf(count: number): ItemHeight[] {
  return Array.from({ length: count }, (_, index) => ({ id: `c${index}`, heightPx: 100, rowCount: 3 }));
}
