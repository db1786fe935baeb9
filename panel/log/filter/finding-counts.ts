/**
 * How many findings some chains have. Findings are found once and kept, but a whole log that is new (a file, a
 * background that was stopped) has ten thousand chains to look at: that is done in slices, and counted when it is done.
 */
import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Severity } from "../../../src/model/findings/finding.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { findingsOf } from "../../findings/chain-findings.ts";
import { inSlices } from "../../ui/run-in-chunks.ts";

export type FindingCounts = Readonly<Record<Severity, number>>;

const none: FindingCounts = { error: 0, warning: 0, info: 0 };

export interface CountedFindings {
  /** Of the whole log. */
  readonly all: FindingCounts;
  /** Of what the filter lets through. */
  readonly shown: FindingCounts;
}

export function countedFindings(
  chains: ReadonlySignal<readonly Chain[]>,
  isLetThrough: ReadonlySignal<((chain: Chain) => boolean) | undefined>,
): ReadonlySignal<CountedFindings> {
  const counts = signal<CountedFindings>({ all: none, shown: none });
  async function count(counted: readonly Chain[], isShown: ((chain: Chain) => boolean) | undefined) {
    const found = await inSlices(counting(counted, isShown));
    // Counted for a log that has grown meanwhile: what was found for it is kept, and quickly counted again.
    if (chains.peek() === counted && isLetThrough.peek() === isShown) counts.value = found;
  }
  effect(() => void count(chains.value, isLetThrough.value));
  return counts;
}

export function sumOf({ error, warning, info }: FindingCounts): number {
  return error + warning + info;
}

function* counting(
  chains: readonly Chain[],
  isShown: ((chain: Chain) => boolean) | undefined,
): Generator<undefined, CountedFindings> {
  const all = { ...none };
  const shown = { ...none };
  for (const chain of chains) {
    const findings = findingsOf(chain);
    for (const { severity } of findings) all[severity] += 1;
    if (isShown?.(chain) !== false) for (const { severity } of findings) shown[severity] += 1;
    yield;
  }
  return { all, shown };
}
