/** The field of the filter, which offers keys and values while one types (WAI-ARIA combobox with a listbox). */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { completionsAt, type FilterCompletion } from "../../../src/model/filter/suggestions.ts";
import { longestFilterText } from "../../../src/model/filter/filter-settings.ts";
import { findingsOf } from "../../findings/chain-findings.ts";
import type { PanelStore } from "../panel-store.ts";
import { text } from "../../ui/texts.ts";
import { FilterOffers, offerId } from "./filter-suggestions.tsx";
import { filterFieldId, leaveFilter } from "./filter-focus.ts";
import { filterProblemId, problemsToSay } from "./filter-problem.tsx";

export function FilterField({ store }: { readonly store: PanelStore }) {
  const { filter } = store;
  const input = useRef<HTMLInputElement>(null);
  /** Undefined while nothing is offered. What was offered for one text is not for another. */
  const offeredFor = useSignal<{ readonly text: string; readonly caret: number } | undefined>(undefined);
  const activeIndex = useSignal(-1);
  const typed = filter.settings.value.text;
  const offers =
    offeredFor.value?.text === typed
      ? completionsAt(typed, offeredFor.value.caret, store.chains.value, findingsOf)
      : [];
  const active = offers[activeIndex.value];

  function offer(isOffering: boolean) {
    const field = input.current;
    offeredFor.value =
      isOffering && field !== null ? { text: field.value, caret: field.selectionStart ?? 0 } : undefined;
    activeIndex.value = -1;
  }

  function take({ start, end, inserted }: FilterCompletion) {
    const field = input.current;
    if (field === null) return;
    field.value = typed.slice(0, start) + inserted + typed.slice(end);
    field.setSelectionRange(start + inserted.length, start + inserted.length);
    filter.set({ text: field.value });
    filter.isTyping.value = true;
    offer(true);
  }

  function finish() {
    filter.isTyping.value = false;
    offer(false);
  }

  function clear() {
    filter.set({ text: "" });
    finish();
  }

  function onKeyDown(event: KeyboardEvent) {
    const isHandled = handleKey(event);
    if (!isHandled) return;
    event.preventDefault();
    // Neither the panel, which closes its details, nor Chromium's DevTools, which open the console, may have this Esc.
    event.stopPropagation();
  }

  function handleKey({ key, isComposing }: KeyboardEvent): boolean {
    if (isComposing) return false;
    switch (key) {
      case "ArrowDown":
        if (offers.length === 0) offer(true);
        else activeIndex.value = (activeIndex.value + 1) % offers.length;
        return true;
      case "ArrowUp":
        if (offers.length > 0) activeIndex.value = (activeIndex.value <= 0 ? offers.length : activeIndex.value) - 1;
        return true;
      case "Enter":
        if (active === undefined) finish();
        else take(active);
        return true;
      case "Escape":
        if (offers.length > 0) offer(false);
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
        maxLength={longestFilterText}
        placeholder={text("filterPlaceholder")}
        aria-label={text("filter")}
        aria-autocomplete="list"
        aria-expanded={offers.length > 0}
        aria-controls="filter-offers"
        aria-activedescendant={active === undefined ? undefined : offerId(activeIndex.value)}
        aria-invalid={problemsToSay(filter).length > 0}
        aria-describedby={filterProblemId}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          filter.set({ text: event.currentTarget.value });
          filter.isTyping.value = true;
          offer(event.currentTarget.value !== "");
        }}
        onKeyDown={onKeyDown}
        onClick={() => {
          if (offers.length > 0) offer(true);
        }}
        onBlur={finish}
      />
      {typed !== "" && (
        <button
          type="button"
          class="tool"
          aria-label={text("filterClear")}
          title={text("filterClear")}
          onClick={() => {
            clear();
            input.current?.focus();
          }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4.5 4.5l7 7m0-7l-7 7" />
          </svg>
        </button>
      )}
      <FilterOffers offers={offers} activeIndex={activeIndex.value} onTake={take} />
    </div>
  );
}
