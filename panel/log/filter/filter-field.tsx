/** The filter field, which suggests keys and values as the user types (WAI-ARIA combobox with a listbox). */
import { useRef, useState } from "preact/hooks";
import { suggestionsAt, type FilterSuggestion } from "../../../src/model/filter/suggestions.ts";
import { maxFilterLength } from "../../../src/model/filter/filter-settings.ts";
import { findingsOf } from "../../findings/chain-findings.ts";
import type { FilterStore } from "../../stores/filter-store.ts";
import { text } from "../../ui/texts.ts";
import { ToolButton } from "../../ui/tool-button.tsx";
import { FilterSuggestions, suggestionId } from "./filter-suggestions.tsx";
import { filterFieldId, leaveFilter } from "./filter-focus.ts";
import { filterProblemId, problemsToShow } from "./filter-problem.tsx";

export function FilterField({ filter }: { readonly filter: FilterStore }) {
  const input = useRef<HTMLInputElement>(null);
  /** Undefined while the list is closed. Suggestions for one text are not for another. */
  const [suggestedFor, setSuggestedFor] = useState<{ readonly text: string; readonly caret: number } | undefined>(
    undefined,
  );
  const [activeIndex, setActiveIndex] = useState(-1);
  const typed = filter.settings.value.text;
  const suggestions =
    suggestedFor?.text === typed ? suggestionsAt(typed, suggestedFor.caret, filter.chains.value, findingsOf) : [];
  const active = suggestions[activeIndex];

  function openList(isOpen: boolean) {
    const field = input.current;
    setSuggestedFor(isOpen && field !== null ? { text: field.value, caret: field.selectionStart ?? 0 } : undefined);
    setActiveIndex(-1);
  }

  function accept({ start, end, inserted }: FilterSuggestion) {
    const field = input.current;
    if (field === null) return;
    field.value = typed.slice(0, start) + inserted + typed.slice(end);
    field.setSelectionRange(start + inserted.length, start + inserted.length);
    filter.typeText(field.value);
    openList(true);
  }

  function finish() {
    filter.finishTyping();
    openList(false);
  }

  function clear() {
    filter.set({ text: "" });
    finish();
  }

  function onKeyDown(event: KeyboardEvent) {
    const isHandled = handleKey(event);
    if (!isHandled) return;
    event.preventDefault();
    // Otherwise Esc would also close the details, and open the drawer of Chromium's DevTools.
    event.stopPropagation();
  }

  function handleKey({ key, isComposing }: KeyboardEvent): boolean {
    if (isComposing) return false;
    switch (key) {
      case "ArrowDown":
        if (suggestions.length === 0) openList(true);
        else setActiveIndex((activeIndex + 1) % suggestions.length);
        return true;
      case "ArrowUp":
        if (suggestions.length > 0) setActiveIndex((activeIndex <= 0 ? suggestions.length : activeIndex) - 1);
        return true;
      case "Enter":
        if (active === undefined) finish();
        else accept(active);
        return true;
      case "Escape":
        if (suggestions.length > 0) openList(false);
        else if (typed !== "") clear();
        else leaveFilter();
        return true;
      case "Tab":
        finish();
        return false;
      default:
        return false;
    }
  }

  return (
    <div class="filter-field">
      <input
        id={filterFieldId}
        type="text"
        role="combobox"
        ref={input}
        value={typed}
        maxLength={maxFilterLength}
        placeholder={text("filterPlaceholder")}
        aria-label={text("filter")}
        aria-autocomplete="list"
        aria-expanded={suggestions.length > 0}
        aria-controls="filter-suggestions"
        aria-activedescendant={active === undefined ? undefined : suggestionId(activeIndex)}
        aria-invalid={problemsToShow(filter).length > 0}
        aria-describedby={filterProblemId}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          filter.typeText(event.currentTarget.value);
          openList(event.currentTarget.value !== "");
        }}
        onKeyDown={onKeyDown}
        onClick={() => {
          if (suggestions.length > 0) openList(true);
        }}
        onBlur={finish}
      />
      {typed !== "" && (
        <ToolButton
          label={text("filterClear")}
          icon="M4.5 4.5l7 7m0-7l-7 7"
          onClick={() => {
            clear();
            input.current?.focus();
          }}
        />
      )}
      <FilterSuggestions suggestions={suggestions} activeIndex={activeIndex} onAccept={accept} />
    </div>
  );
}
