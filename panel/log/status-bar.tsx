/** The status bar: how much is listed, and whether the tab is being recorded. */
import { redirectCount } from "../../src/model/chain/redirect-chain.ts";
import type { ConnectionStore } from "../stores/connection-store.ts";
import type { FilterStore } from "../stores/filter-store.ts";
import { sumOf } from "../stores/finding-counts.ts";
import type { LogStore } from "../stores/log-store.ts";
import type { StatusStore } from "../stores/status-store.ts";
import { countText, text } from "../ui/texts.ts";
import { visibleText, visibleUrl } from "../ui/visible-text.ts";

interface StatusBarProps {
  readonly log: LogStore;
  readonly connection: ConnectionStore;
  readonly filter: FilterStore;
  readonly status: StatusStore;
  readonly isFromFile: boolean;
}

export function StatusBar({ log, connection, filter, status, isFromFile }: StatusBarProps) {
  const { recording, droppedCount } = log.tabState.value;
  const { chains, shownChains, isActive, findingCounts } = filter;
  const isTabClosed = connection.isTabClosed.value;
  const redirects = shownChains.value.reduce((sum, chain) => sum + redirectCount(chain), 0);
  return (
    <footer class="status-bar">
      <span>
        {isActive.value
          ? countText("chainCountOfAll", chains.value.length, shownChains.value.length)
          : countText("chainCount", chains.value.length)}
      </span>
      <span>{countText("redirectCount", redirects)}</span>
      <span>{countText("findingCount", sumOf(findingCounts.value.shown))}</span>
      {!isFromFile && droppedCount > 0 && <span>{countText("droppedCount", droppedCount)}</span>}
      {status.failure.value !== "" && <span role="alert">{status.failure.value}</span>}
      {!isFromFile && <TabPageText connection={connection} />}
      <span class="push" role="status">
        {text(isFromFile ? "showingFile" : isTabClosed ? "tabClosed" : recording ? "recordingTab" : "recordingPaused")}
      </span>
    </footer>
  );
}

/** The page in the tab: undocked DevTools do not show it. */
function TabPageText({ connection }: { readonly connection: ConnectionStore }) {
  const { title = "", url = "" } = connection.tabPage.value;
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
