/**
 * The background's composition root: registers every listener in the first tick, wires, nothing else.
 *
 *   webRequest, tabs ─► reorder ─► event queue ─► quirks ─► applyEvent ─► changes ─┬─► session store
 *   panels (commands) ─►                                                           ├─► panels
 *                                                                                  └─► page asker ─► content script ─► tabs
 */
import browser from "./browser-api.ts";
import { watchedTabs, type ChainLog, type LogChange } from "./model/log/chain-log.ts";
import { restoreLog } from "./model/log/restore-log.ts";
import { eventQueue, type RestoredState } from "./webext/event-queue.ts";
import { changesIn, isUrgent, logRecords } from "./webext/log-records.ts";
import { pageAsker } from "./webext/page-asker.ts";
import { panelFilters } from "./webext/panel-filters.ts";
import { servePanels } from "./webext/panels.ts";
import { quirksOf } from "./webext/quirks/all-quirks.ts";
import { eventRewriter, type QuirkMemory } from "./webext/quirks/rewrite-events.ts";
import { batchAndReorder, reorderAfterWake } from "./webext/reorder-events.ts";
import { listenToRequests } from "./webext/request-source.ts";
import { sessionStore } from "./webext/session-store.ts";
import { followSiteAccess } from "./webext/site-access.ts";
import { closeMissingTabs, listenToTabs } from "./webext/tab-source.ts";

const browserName = browser.runtime.getURL("").startsWith("moz-extension:") ? "firefox" : "chromium";

const store = sessionStore((isSaved) => panels.postLogSaved(isSaved));
const filters = panelFilters(store);
const queue = eventQueue(restored(), onChanges);
const receive = (browserName === "firefox" ? batchAndReorder : reorderAfterWake)(queue.dispatch);
// Before any event: only tabs that were saved can be missing. In the order of events: a tab whose new id woke the
// background is not missing.
queue.whenReady(({ tabs }) => void closeMissingTabs(Object.keys(tabs).map(Number), receive));
const askPages = pageAsker();
const requests = listenToRequests(browserName, receive);
listenToTabs(browserName, receive);
const panels = servePanels(queue, receive, filters);
followSiteAccess(panels.postSiteAccess);
queue.whenReady(listenAsWatched);

/** An empty log, if what was saved cannot be read. */
async function restored(): Promise<RestoredState> {
  const saved: Record<string, unknown> = await store.read().catch(() => ({}));
  filters.restore(saved);
  const rewriter = eventRewriter(quirksOf(browserName), saved["quirks"] as QuirkMemory | undefined, saveQuirks);
  return { log: restoreLog(changesIn(saved)), rewriter };
}

function saveQuirks(memory: QuirkMemory): void {
  store.write("quirks", () => memory, true);
}

function onChanges(changes: readonly LogChange[], log: ChainLog): void {
  for (const change of changes) {
    for (const { key, serialize } of logRecords(change, browserName)) store.write(key, serialize, isUrgent(change));
  }
  filters.follow(changes);
  panels.send(changes);
  askPages(changes, log);
  if (changes.some(({ kind }) => kind === "tab-put" || kind === "tab-dropped")) listenAsWatched(log);
}

function listenAsWatched(log: ChainLog): void {
  requests.listenToAllTypes(watchedTabs(log).length > 0);
}
