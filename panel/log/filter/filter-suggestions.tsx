/** The listbox below the filter's field: keys with a few of their values, values with what the panel calls them. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { FilterCompletion } from "../../../src/model/filter/suggestions.ts";
import { filterKeys } from "../../../src/model/filter/filter-keys.ts";
import { findingIds, isFindingId } from "../../../src/model/findings/finding.ts";
import { findingTextName } from "../../findings/finding-badge.tsx";
import { sourceTexts } from "../../list/source-texts.ts";
import { text } from "../../ui/texts.ts";
import { visibleText } from "../../ui/visible-text.ts";

interface FilterOffersProps {
  readonly offers: readonly FilterCompletion[];
  /** -1: none. */
  readonly activeIndex: number;
  readonly onTake: (offer: FilterCompletion) => void;
}

export function offerId(index: number): string {
  return `filter-offer-${index}`;
}

export function FilterOffers({ offers, activeIndex, onTake }: FilterOffersProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [activeIndex]);
  return (
    <div
      id="filter-offers"
      class="menu offers"
      role="listbox"
      aria-label={text("filterOffers")}
      hidden={offers.length === 0}
      ref={list}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {offers.map((offer, index) => (
        <div
          id={offerId(index)}
          class="offer"
          role="option"
          aria-selected={index === activeIndex}
          key={offer.inserted}
          onClick={() => onTake(offer)}
        >
          <span class="code">{visibleText(offer.value ?? `${offer.key}:`)}</span>
          <span class="dim">{hintOf(offer)}</span>
        </div>
      ))}
    </div>
  );
}

function hintOf({ key, value }: FilterCompletion): string {
  if (value === undefined) return examplesOf(key, 4).join("  ");
  if (key === "finding" && isFindingId(value)) return text(findingTextName({ id: value }, "title"));
  if (key === "source" && isNamedSource(value)) return text(sourceTexts[value]);
  return "";
}

/** A few values that say what a key is about; a host can be anything. */
export function examplesOf(key: FilterCompletion["key"], most: number): string[] {
  const { values } = filterKeys[key];
  // Error, warning, note: what they are severities of is clearer from a finding.
  const telling = key === "finding" ? findingIds : values.length > 0 ? values : ["www.example.com"];
  return telling.length > most ? [...telling.slice(0, most), "…"] : [...telling];
}

function isNamedSource(value: string): value is keyof typeof sourceTexts {
  return Object.hasOwn(sourceTexts, value);
}
