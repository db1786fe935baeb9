/** The status bar: how much is listed, and whether it is recorded. */
import { sumOf } from "./filter/finding-counts.ts";
import type { PanelStore } from "./panel-store.ts";
import { countText, text } from "../ui/texts.ts";
import { visibleText, visibleUrl } from "../ui/visible-text.ts";

/** Which page this is about: DevTools in a window of their own do not say. */
function TabPageText({ store }: { readonly store: PanelStore }) {
  const { title = "", url = "" } = store.tabPage.value;
  const shownUrl = visibleUrl(url);
  return (
    <span class="tab-page" title={`${visibleText(title)}\n${shownUrl}`}>
      <bdi>{visibleText(title)}</bdi>{" "}
      <bdi class="faint" dir="ltr">
        {shownUrl}
      </bdi>
    </span>
  );
}

export function StatusBar({ store }: { readonly store: PanelStore }) {
  const { recording, droppedCount } = store.tabState.value;
  const { isActive, shownChains, findingCounts } = store.filter;
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
      <span>{countText("findingCount", sumOf(findingCounts.value.shown))}</span>
      {!isImported && droppedCount > 0 && <span>{countText("droppedCount", droppedCount)}</span>}
      {store.failure.value !== "" && <span role="alert">{store.failure.value}</span>}
      {!isImported && <TabPageText store={store} />}
      <span class="push" role="status">
        {text(isImported ? "showingFile" : isTabClosed ? "tabClosed" : recording ? "recordingTab" : "recordingPaused")}
      </span>
    </footer>
  );
}
