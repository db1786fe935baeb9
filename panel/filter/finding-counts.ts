/**
 * How many findings some chains have. Findings are found once and kept, but a whole log that is new (a file, a
 * background that was stopped) has ten thousand chains to look at: that is done in slices, and counted when it is done.
 */
import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Severity } from "../../src/model/findings/finding.ts";
import type { Chain } from "../../src/model/redirect-chain.ts";
import { findingsOf } from "../chain-findings.ts";
import { inSlices } from "../in-slices.ts";

export type FindingCounts = Readonly<Record<Severity, number>>;

export function countedFindings(chains: ReadonlySignal<readonly Chain[]>): ReadonlySignal<FindingCounts> {
  const counts = signal<FindingCounts>({ error: 0, warning: 0, info: 0 });
  async function count(counted: readonly Chain[]) {
    const found = await inSlices(counting(counted));
    // Counted for a log that has grown meanwhile: what was found for it is kept, and quickly counted again.
    if (chains.peek() === counted) counts.value = found;
  }
  effect(() => void count(chains.value));
  return counts;
}

export function sumOf({ error, warning, info }: FindingCounts): number {
  return error + warning + info;
}

function* counting(chains: readonly Chain[]): Generator<undefined, FindingCounts> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const chain of chains) {
    for (const { severity } of findingsOf(chain)) counts[severity] += 1;
    yield;
  }
  return counts;
}
