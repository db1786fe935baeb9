/** The listbox below the filter field: keys with a few of their values, values with their names in the panel. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { FilterSuggestion } from "../../../src/model/filter/suggestions.ts";
import { filterKeys } from "../../../src/model/filter/filter-keys.ts";
import { findingIds, isFindingId } from "../../../src/model/findings/finding.ts";
import { findingTextName } from "../../findings/finding-badge.tsx";
import { sourceTexts } from "../../list/source-texts.ts";
import { text } from "../../ui/texts.ts";
import { visibleText } from "../../ui/visible-text.ts";

interface FilterSuggestionsProps {
  readonly suggestions: readonly FilterSuggestion[];
  /** -1: none. */
  readonly activeIndex: number;
  readonly onAccept: (suggestion: FilterSuggestion) => void;
}

export function suggestionId(index: number): string {
  return `filter-suggestion-${index}`;
}

export function FilterSuggestions({ suggestions, activeIndex, onAccept }: FilterSuggestionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [activeIndex]);
  return (
    <div
      id="filter-suggestions"
      class="menu suggestions"
      role="listbox"
      aria-label={text("filterSuggestions")}
      hidden={suggestions.length === 0}
      ref={list}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {suggestions.map((suggestion, index) => (
        <div
          id={suggestionId(index)}
          class="suggestion"
          role="option"
          aria-selected={index === activeIndex}
          key={suggestion.inserted}
          onClick={() => onAccept(suggestion)}
        >
          <span class="code">{visibleText(suggestion.value ?? `${suggestion.key}:`)}</span>
          <span class="dim">{hintOf(suggestion)}</span>
        </div>
      ))}
    </div>
  );
}

function hintOf({ key, value }: FilterSuggestion): string {
  if (value === undefined) return examplesOf(key, 4).join("  ");
  if (key === "finding" && isFindingId(value)) return text(findingTextName({ id: value }, "title"));
  if (key === "source" && isNamedSource(value)) return text(sourceTexts[value]);
  return "";
}

/** A few values as examples for a key; a host can be anything. */
export function examplesOf(key: FilterSuggestion["key"], max: number): string[] {
  const { values } = filterKeys[key];
  // Findings are better examples than severities.
  const examples = key === "finding" ? findingIds : values.length > 0 ? values : ["www.example.com"];
  return examples.length > max ? [...examples.slice(0, max), "…"] : [...examples];
}

function isNamedSource(value: string): value is keyof typeof sourceTexts {
  return Object.hasOwn(sourceTexts, value);
}
