/** Previous and next finding (keys `[` and `]`), and between them how many chains deserve a change. */
import { useEffect } from "preact/hooks";
import { severityIcons } from "../findings/finding-badge.tsx";
import type { FilterStore } from "../stores/filter-store.ts";
import { nextFindingRow } from "../stores/next-finding.ts";
import type { RowsStore } from "../stores/rows-store.ts";
import type { SelectionStore } from "../stores/selection-store.ts";
import { formatCount } from "../ui/format.ts";
import { isTyping } from "../ui/is-typing.ts";
import { showSelectedRow } from "../ui/row-in-view.ts";
import { countText, text } from "../ui/texts.ts";
import { ToolButton } from "../ui/tool-button.tsx";

interface FindingNavigatorProps {
  readonly filter: FilterStore;
  readonly rows: RowsStore;
  readonly selection: SelectionStore;
}

export function FindingNavigator({ filter, rows, selection }: FindingNavigatorProps) {
  function move(step: 1 | -1) {
    const listed = { chains: filter.shownChains.value, collapsedIds: rows.collapsedIds.value };
    const row = nextFindingRow(listed, selection.row.value, step);
    if (row === undefined) return;
    selection.select(row);
    requestAnimationFrame(showSelectedRow);
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (step === undefined || isTyping(event.target)) return;
      event.preventDefault();
      move(step);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const { error, warning } = filter.conclusionCounts.value;
  if (error + warning === 0) return null;
  const [previous, next] = [text("previousFinding"), text("nextFinding")];
  return (
    <div class="finding-navigator" role="group" aria-label={text("findings")}>
      <ToolButton label={previous} title={`${previous} ([)`} icon="M10 3.5 5.5 8l4.5 4.5" onClick={() => move(-1)} />
      {error > 0 && <Count severity="error" count={error} />}
      {error > 0 && warning > 0 && <span class="count-long faint">·</span>}
      {warning > 0 && <Count severity="warning" count={warning} />}
      <ToolButton label={next} title={`${next} (])`} icon="M6 3.5 10.5 8 6 12.5" onClick={() => move(1)} />
    </div>
  );
}

interface CountProps {
  readonly severity: "error" | "warning";
  readonly count: number;
}

/** As words where there is room, otherwise as an icon and a number; the style sheet shows one of the two. */
function Count({ severity, count }: CountProps) {
  const counted = countText(severity === "error" ? "brokenCount" : "improveCount", count);
  return (
    <span class={`count-${severity}`} title={counted}>
      <span class="count-long">{counted}</span>
      <span class="count-short" aria-hidden="true">
        {severityIcons[severity]} {formatCount(count)}
      </span>
    </span>
  );
}

/** With AltGr, which many keyboards need for brackets, Windows reports Ctrl and Alt. */
function stepOf({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): 1 | -1 | undefined {
  if (metaKey || (ctrlKey && !altKey)) return undefined;
  return key === "]" ? 1 : key === "[" ? -1 : undefined;
}
