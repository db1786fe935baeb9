import { describe, expect, test } from "vitest";
import { listParts, mostChainsDrawnWhole, type ListedHeight } from "../../../panel/ui/visible-range.ts";

const long = chainsOf(1_000);
const sight = (topPx: number) => ({ topPx, heightPx: 700 });

describe("a list that is drawn in part", () => {
  test("a short one is drawn whole", () => {
    const parts = listParts(chainsOf(mostChainsDrawnWhole), sight(0), undefined);
    expect(parts.every(({ kind }) => kind === "chain")).toBe(true);
    expect(parts).toHaveLength(mostChainsDrawnWhole);
  });

  test.each([0, 40_000, 99_300])("what is in sight at %i is drawn, with some beyond and nothing else", (topPx) => {
    const drawn = drawnIn(long, topPx);
    for (let at = topPx; at < topPx + 700; at += 50) expect(drawn).toContain(Math.floor(at / 100));
    expect(drawn.length).toBeLessThan(30);
  });

  test("gaps have the height of what they stand for", () => {
    const parts = listParts(long, sight(40_000), "c3");
    const heights = parts.map((part) => (part.kind === "gap" ? part.heightPx : 100));
    expect(heights.reduce((sum, px) => sum + px, 0)).toBe(100_000);
    const tops = parts.flatMap((part) => (part.kind === "chain" ? [part.topPx - part.index * 100] : []));
    expect(new Set(tops)).toEqual(new Set([0]));
  });

  test("the chain with the focus is drawn wherever it is", () => {
    expect(drawnIn(long, 40_000, "c3")).toContain(3);
    expect(drawnIn(long, 40_000, "c999")).toContain(999);
  });

  test("rows are counted through what is not drawn", () => {
    const part = listParts(long, sight(40_000), undefined).find(({ kind }) => kind === "chain");
    expect(part?.kind === "chain" && part.firstRow).toBe(part?.kind === "chain" && part.index * 3);
  });
});

function drawnIn(chains: readonly ListedHeight[], topPx: number, focusedId?: string): number[] {
  return listParts(chains, sight(topPx), focusedId).flatMap((part) => (part.kind === "chain" ? [part.index] : []));
}

function chainsOf(count: number): ListedHeight[] {
  return Array.from({ length: count }, (_, index) => ({ id: `c${index}`, heightPx: 100, rowCount: 3 }));
}
