/** Shown instead of the list when no chain matches the filter. */
import type { FilterStore } from "../../stores/filter-store.ts";
import { text } from "../../ui/texts.ts";

export function NoMatch({ filter }: { readonly filter: FilterStore }) {
  return (
    <div class="empty">
      <p>{text("filterNoMatch")}</p>
      <button type="button" onClick={filter.clear}>
        {text("filterClear")}
      </button>
    </div>
  );
}
