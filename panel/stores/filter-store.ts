/** The filter: its settings, its problems, and the chains that match. */
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { chainTest } from "../../src/model/filter/chain-test.ts";
import { noFilter, type FilterSettings } from "../../src/model/filter/filter-settings.ts";
import { parseFilter, type FilterProblem } from "../../src/model/filter/parse-filter.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { findingsOf } from "../findings/chain-findings.ts";
import { countFindings, type FindingCounts } from "./finding-counts.ts";

export interface FilterStore {
  /** The whole log. */
  readonly chains: ReadonlySignal<readonly Chain[]>;
  /** The chains that match. */
  readonly shownChains: ReadonlySignal<readonly Chain[]>;
  readonly settings: ReadonlySignal<FilterSettings>;
  /** The settings if the user has changed them, rather than restored ones. */
  readonly changedSettings: ReadonlySignal<FilterSettings | undefined>;
  /** While the user types, an incomplete term is not a problem. */
  readonly isTyping: ReadonlySignal<boolean>;
  readonly problems: ReadonlySignal<readonly FilterProblem[]>;
  readonly isActive: ReadonlySignal<boolean>;
  readonly findingCounts: ReadonlySignal<FindingCounts>;
  set(change: Partial<FilterSettings>): void;
  typeText(text: string): void;
  finishTyping(): void;
  /** Restores the settings of the tab's previous panel, unless the user has set a filter since. */
  restore(saved: FilterSettings | undefined): void;
  clear(): void;
}

export function createFilterStore(chains: ReadonlySignal<readonly Chain[]>): FilterStore {
  const settings = signal<FilterSettings>(noFilter);
  const restored = signal<FilterSettings>(noFilter);
  const isTyping = signal(false);
  const text = computed(() => settings.value.text);
  const parsed = computed(() => parseFilter(text.value));
  const matches = computed(() => {
    const test = chainTest(parsed.value, settings.value, findingsOf);
    return test === undefined ? undefined : cached(test);
  });

  function set(change: Partial<FilterSettings>) {
    settings.value = { ...settings.value, ...change };
  }

  return {
    chains,
    shownChains: computed(() => (matches.value === undefined ? chains.value : chains.value.filter(matches.value))),
    settings,
    changedSettings: computed(() => (settings.value === restored.value ? undefined : settings.value)),
    isTyping,
    problems: computed(() => parsed.value.problems),
    isActive: computed(() => matches.value !== undefined),
    findingCounts: countFindings(chains, matches),
    set,
    typeText(typed) {
      set({ text: typed });
      isTyping.value = true;
    },
    finishTyping() {
      isTyping.value = false;
    },
    restore(saved) {
      if (saved === undefined || settings.peek() !== noFilter) return;
      restored.value = saved;
      settings.value = saved;
    },
    clear() {
      settings.value = { ...noFilter };
    },
  };
}

/** A changed chain is a new object, so each result can be cached. */
function cached(test: (chain: Chain) => boolean): (chain: Chain) => boolean {
  const results = new WeakMap<Chain, boolean>();
  return (chain) => {
    const result = results.get(chain) ?? test(chain);
    results.set(chain, result);
    return result;
  };
}
