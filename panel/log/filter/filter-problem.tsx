/** One sentence about the first problem of the filter text. */
import { filterKeys, type FilterKey } from "../../../src/model/filter/filter-keys.ts";
import type { FilterProblem } from "../../../src/model/filter/parse-filter.ts";
import { text } from "../../ui/texts.ts";
import { cutInMiddle, visibleText } from "../../ui/visible-text.ts";
import type { FilterStore } from "../../stores/filter-store.ts";
import { examplesOf } from "./filter-suggestions.tsx";

export const filterProblemId = "filter-problem";

export function FilterProblemLine({ filter }: { readonly filter: FilterStore }) {
  const [problem] = problemsToShow(filter);
  return (
    <div id={filterProblemId} class="filter-problem" role="status">
      {problem !== undefined && <p>{problemSentence(problem)}</p>}
    </div>
  );
}

/** While the user types, a key without a value is not a problem yet. */
export function problemsToShow({ problems, isTyping }: FilterStore): readonly FilterProblem[] {
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
