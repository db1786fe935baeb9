/** The status bar: how much is listed, and whether it is recorded. */
import { sumOf } from "./filter/finding-counts.ts";
import type { PanelStore } from "./panel-store.ts";
import { countText, text } from "./texts.ts";

export function StatusBar({ store }: { readonly store: PanelStore }) {
  const { recording, droppedCount } = store.tabState.value;
  const { isActive, shownChains, shownFindingCounts } = store.filter;
  const isTabClosed = store.isTabClosed.value;
  const isImported = store.importedLog.value !== undefined;
  return (
    <footer class="status-bar">
      <span>
        {isActive.value
          ? countText("chainCountOfAll", store.chains.value.length, shownChains.value.length)
          : countText("chainCount", store.chains.value.length)}
      </span>
      <span>{countText("redirectCount", store.redirectCount.value)}</span>
      <span>{countText("findingCount", sumOf(shownFindingCounts.value))}</span>
      {!isImported && droppedCount > 0 && <span>{countText("droppedCount", droppedCount)}</span>}
      <span class="push" role="status">
        {text(isImported ? "showingFile" : isTabClosed ? "tabClosed" : recording ? "recordingTab" : "recordingPaused")}
      </span>
    </footer>
  );
}
