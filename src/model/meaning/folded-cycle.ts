/** A chain whose hops repeat, shown once: which hops stand for the others. */
import type { Chain } from "../chain/redirect-chain.ts";
import { findCycle } from "./loops.ts";

export interface FoldedCycle {
  /** Index of the first hop of the cycle. */
  readonly start: number;
  /** Hops in the cycle. */
  readonly length: number;
  /** Index of the first hop that is not shown; all later ones repeat the cycle. */
  readonly hiddenFrom: number;
  /** How often the hop of this index occurs. 1: it is not in the cycle. */
  readonly repeatsOf: (hopIndex: number) => number;
}

/** Undefined if the chain has no cycle, or if folding it would hide nothing. */
export function foldedCycle(chain: Chain): FoldedCycle | undefined {
  const cycle = findCycle(chain);
  if (cycle === undefined) return undefined;
  const { start, length } = cycle;
  const hiddenFrom = start + length;
  const hopCount = chain.hops.length;
  if (hiddenFrom >= hopCount) return undefined;
  return {
    start,
    length,
    hiddenFrom,
    repeatsOf: (index) => (index < start ? 1 : Math.ceil((hopCount - index) / length)),
  };
}
