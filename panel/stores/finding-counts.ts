/**
 * How many findings the log has. Findings are cached, but a log that is new as a whole (a file, a background that was
 * stopped) can have ten thousand chains without any: they are counted in chunks, and the result is set at the end.
 */
import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Severity } from "../../src/model/findings/finding.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { findingsOf } from "../findings/chain-findings.ts";
import { runInChunks } from "../ui/run-in-chunks.ts";

export type SeverityCounts = Readonly<Record<Severity, number>>;

export interface FindingCounts {
  /** Of the whole log. */
  readonly all: SeverityCounts;
  /** Of the chains that match the filter. */
  readonly shown: SeverityCounts;
}

/** Undefined: every chain matches. */
type Matches = ((chain: Chain) => boolean) | undefined;

const none: SeverityCounts = { error: 0, warning: 0, info: 0 };

export function countFindings(
  chains: ReadonlySignal<readonly Chain[]>,
  matches: ReadonlySignal<Matches>,
): ReadonlySignal<FindingCounts> {
  const counts = signal<FindingCounts>({ all: none, shown: none });
  async function count(counted: readonly Chain[], isShown: Matches) {
    const result = await runInChunks(countInSteps(counted, isShown));
    // Otherwise the log or the filter has changed meanwhile, and is being counted again.
    if (chains.peek() === counted && matches.peek() === isShown) counts.value = result;
  }
  effect(() => void count(chains.value, matches.value));
  return counts;
}

export function sumOf({ error, warning, info }: SeverityCounts): number {
  return error + warning + info;
}

function* countInSteps(chains: readonly Chain[], isShown: Matches): Generator<undefined, FindingCounts> {
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
