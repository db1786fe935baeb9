/** The filter in the toolbar: the text field, the resource groups, "only findings". */
import { resourceGroups, type ResourceGroup } from "../../../src/model/filter/filter-settings.ts";
import { severities, type Severity } from "../../../src/model/findings/finding.ts";
import { severityIcons } from "../../findings/finding-badge.tsx";
import { formatCount } from "../../ui/format.ts";
import type { FilterStore } from "../../stores/filter-store.ts";
import { countText, text, type PluralTextName, type TextName } from "../../ui/texts.ts";
import { FilterField } from "./filter-field.tsx";

const groupTexts: Readonly<Record<ResourceGroup, TextName>> = {
  all: "resourceAll",
  document: "resourceDocument",
  fetch: "resourceFetch",
  other: "resourceOther",
};
const countTexts: Readonly<Record<Severity, PluralTextName>> = {
  error: "errorCount",
  warning: "warningCount",
  info: "noteCount",
};

export function FilterBar({ filter }: { readonly filter: FilterStore }) {
  return (
    <div class="filter-bar" role="search" aria-label={text("filter")}>
      <FilterField filter={filter} />
      <ResourceChips filter={filter} />
      <ResourceSelect filter={filter} />
      <OnlyFindings filter={filter} />
    </div>
  );
}

function ResourceChips({ filter }: { readonly filter: FilterStore }) {
  return (
    <div class="chips" role="radiogroup" aria-label={text("resourceGroups")}>
      {resourceGroups.map((group) => (
        <label class="chip" key={group}>
          <input
            type="radio"
            class="for-screen-readers"
            name="resource-group"
            checked={filter.settings.value.resourceGroup === group}
            onChange={() => filter.set({ resourceGroup: group })}
          />
          {text(groupTexts[group])}
        </label>
      ))}
    </div>
  );
}

/** Replaces the chips in a narrow toolbar; the style sheet shows one of the two. */
function ResourceSelect({ filter }: { readonly filter: FilterStore }) {
  return (
    <select
      class="resource-select"
      aria-label={text("resourceGroups")}
      title={text("resourceGroups")}
      onChange={({ currentTarget }) => {
        const resourceGroup = resourceGroups[currentTarget.selectedIndex];
        if (resourceGroup !== undefined) filter.set({ resourceGroup });
      }}
    >
      {resourceGroups.map((group) => (
        <option key={group} selected={filter.settings.value.resourceGroup === group}>
          {text(groupTexts[group])}
        </option>
      ))}
    </select>
  );
}

function OnlyFindings({ filter }: { readonly filter: FilterStore }) {
  const counts = filter.findingCounts.value.all;
  return (
    <label class="tool only-findings" title={text("onlyFindings")}>
      <input
        type="checkbox"
        checked={filter.settings.value.onlyFindings}
        onChange={(event) => filter.set({ onlyFindings: event.currentTarget.checked })}
      />
      <span class="responsive-label">{text("onlyFindings")}</span>
      {severities.map((severity) => (
        <SeverityCount severity={severity} count={counts[severity]} key={severity} />
      ))}
    </label>
  );
}

function SeverityCount({ severity, count }: { readonly severity: Severity; readonly count: number }) {
  if (count === 0) return null;
  const counted = countText(countTexts[severity], count);
  return (
    <>
      {" "}
      <span class={`finding finding-${severity}`} title={counted}>
        <span aria-hidden="true">
          {severityIcons[severity]} {formatCount(count)}
        </span>
        <span class="for-screen-readers">{counted}</span>
      </span>
    </>
  );
}
