/** The filter as signals: what is set, what is understood of it, and the chains that it lets through. */
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { chainTest } from "../../../src/model/filter/chain-test.ts";
import { noFilter, type FilterSettings } from "../../../src/model/filter/filter-settings.ts";
import { parseFilter } from "../../../src/model/filter/parse-filter.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { findingsOf } from "../../findings/chain-findings.ts";
import { countedFindings } from "./finding-counts.ts";

export type ChainFilter = ReturnType<typeof createChainFilter>;

export function createChainFilter(chains: ReadonlySignal<readonly Chain[]>) {
  const settings = signal<FilterSettings>(noFilter);
  /** Someone is at it in the field: what is only half written needs no complaint. */
  const isTyping = signal(false);
  const text = computed(() => settings.value.text);
  const parsed = computed(() => parseFilter(text.value));
  const isLetThrough = computed(() => {
    const test = chainTest(parsed.value, settings.value, findingsOf);
    return test === undefined ? undefined : askedOnce(test);
  });
  const shownChains = computed(() =>
    isLetThrough.value === undefined ? chains.value : chains.value.filter(isLetThrough.value),
  );

  return {
    settings,
    isTyping,
    shownChains,
    problems: computed(() => parsed.value.problems),
    isActive: computed(() => isLetThrough.value !== undefined),
    findingCounts: countedFindings(chains, isLetThrough),
    set(change: Partial<FilterSettings>) {
      settings.value = { ...settings.value, ...change };
    },
    /** What an earlier panel of the tab had set; what was set here since then stays. */
    restore(saved: FilterSettings | undefined) {
      if (saved !== undefined && settings.peek() === noFilter) settings.value = saved;
    },
    clear() {
      settings.value = { ...noFilter };
    },
  };
}

/** Chains are replaced when they change: each is asked once, however often the log grows. */
function askedOnce(test: (chain: Chain) => boolean): (chain: Chain) => boolean {
  const answers = new WeakMap<Chain, boolean>();
  return (chain) => {
    const answer = answers.get(chain) ?? test(chain);
    answers.set(chain, answer);
    return answer;
  };
}
