/** What narrows the list, in the toolbar: the filter's field, kinds of resources, only chains with findings. */
import { resourceGroups, type ResourceGroup } from "../../../src/model/filter/filter-settings.ts";
import { severities, type Severity } from "../../../src/model/findings/finding.ts";
import { severitySigns } from "../../findings/finding-badge.tsx";
import { formatCount } from "../../ui/format.ts";
import type { PanelStore } from "../panel-store.ts";
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

export function FilterBar({ store }: { readonly store: PanelStore }) {
  return (
    <div class="filter-bar" role="search" aria-label={text("filter")}>
      <FilterField store={store} />
      <ResourceChips store={store} />
      <ResourceSelect store={store} />
      <OnlyFindings store={store} />
    </div>
  );
}

function ResourceChips({ store: { filter } }: { readonly store: PanelStore }) {
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

/** The same where there is no room for chips: the style sheet shows one of the two. */
function ResourceSelect({ store: { filter } }: { readonly store: PanelStore }) {
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

function OnlyFindings({ store: { filter } }: { readonly store: PanelStore }) {
  const counts = filter.findingCounts.value.all;
  return (
    <label class="tool only-findings" title={text("onlyFindings")}>
      <input
        type="checkbox"
        checked={filter.settings.value.onlyFindings}
        onChange={(event) => filter.set({ onlyFindings: event.currentTarget.checked })}
      />
      <span class="tool-name">{text("onlyFindings")}</span>
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
          {severitySigns[severity]} {formatCount(count)}
        </span>
        <span class="for-screen-readers">{counted}</span>
      </span>
    </>
  );
}
