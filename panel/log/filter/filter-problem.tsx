/** One sentence for what cannot be understood of a filter. */
import { filterKeys, type FilterKey } from "../../../src/model/filter/filter-keys.ts";
import type { FilterProblem } from "../../../src/model/filter/parse-filter.ts";
import type { PanelStore } from "../panel-store.ts";
import { text } from "../../ui/texts.ts";
import { cutInMiddle, visibleText } from "../../ui/visible-text.ts";
import type { ChainFilter } from "./chain-filter.ts";
import { examplesOf } from "./filter-suggestions.tsx";

export const filterProblemId = "filter-problem";

export function FilterProblemLine({ store: { filter } }: { readonly store: PanelStore }) {
  const [problem] = problemsToSay(filter);
  return (
    <div id={filterProblemId} class="filter-problem" role="status">
      {problem !== undefined && <p>{problemSentence(problem)}</p>}
    </div>
  );
}

/** A key whose value is still to come is no mistake while someone types. */
export function problemsToSay({ problems, isTyping }: ChainFilter): readonly FilterProblem[] {
  return problems.value.filter(({ kind }) => kind !== "missing-value" || !isTyping.value);
}

function problemSentence(problem: FilterProblem): string {
  switch (problem.kind) {
    case "unknown-key":
      return text("filterUnknownKey", quoted(`${problem.key}:`), Object.keys(filterKeys).map(withColon).join(" "));
    case "missing-value":
      return text("filterMissingValue", withColon(problem.key), valuesOf(problem.key));
    case "wrong-value":
      return text("filterWrongValue", quoted(problem.value), withColon(problem.key), valuesOf(problem.key));
  }
}

function valuesOf(key: FilterKey): string {
  return examplesOf(key, 16).join(" ");
}

function withColon(key: string): string {
  return `${key}:`;
}

function quoted(typed: string): string {
  return `“${visibleText(cutInMiddle(typed, 60))}”`;
}
