/**
 * How many chains deserve a change. Findings are cached, but a log that is new as a whole (a file, a background that was
 * stopped) can have ten thousand chains without any: they are counted in chunks, and the result is set at the end.
 */
import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { headline } from "../../src/model/meaning/headline.ts";
import { findingsOf } from "../findings/chain-findings.ts";
import { runInChunks } from "../ui/run-in-chunks.ts";

/** By the severity of the chain's headline. */
export interface ConclusionCounts {
  readonly error: number;
  readonly warning: number;
}

export function countConclusions(chains: ReadonlySignal<readonly Chain[]>): ReadonlySignal<ConclusionCounts> {
  const counts = signal<ConclusionCounts>({ error: 0, warning: 0 });
  async function count(counted: readonly Chain[]) {
    const result = await runInChunks(countInSteps(counted));
    // Otherwise the log or the filter has changed meanwhile, and is being counted again.
    if (chains.peek() === counted) counts.value = result;
  }
  effect(() => void count(chains.value));
  return counts;
}

function* countInSteps(chains: readonly Chain[]): Generator<undefined, ConclusionCounts> {
  const counts = { error: 0, warning: 0 };
  for (const chain of chains) {
    const severity = headline(findingsOf(chain))?.finding.severity;
    if (severity === "error" || severity === "warning") counts[severity] += 1;
    yield;
  }
  return counts;
}
