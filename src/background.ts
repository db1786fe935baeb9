/**
 * The background's composition root: registers every listener in the first tick, wires, nothing else.
 *
 *   webRequest, tabs ─► log keeper ─► applyEvent ─► changes ─┬─► session store
 *   panels (commands) ─►                                     ├─► panels
 *                                                            └─► page asker ─► content script ─► tabs
 */
import browser from "webextension-polyfill";
import type { ChainLog, LogChange } from "./model/log/chain-log.ts";
import { collected, collectedWhileWaking } from "./webext/reorder-events.ts";
import { logKeeper } from "./webext/event-queue.ts";
import { pageAsker } from "./webext/page-asker.ts";
import { acceptPanels, watchedTabs } from "./webext/panel-ports.ts";
import { listenToRequests } from "./webext/request-source.ts";
import { sessionStore } from "./webext/session-store.ts";
import { followSiteAccess } from "./webext/site-access.ts";
import { listenToTabs, tellMissingTabs } from "./webext/tab-source.ts";

const browserName = browser.runtime.getURL("").startsWith("moz-extension:") ? "firefox" : "chromium";

const store = sessionStore(browserName, (isSaved) => panels.tellLogSaved(isSaved));
const keeper = logKeeper(store.read(), onChanges);
const receive = (browserName === "firefox" ? collected : collectedWhileWaking)(keeper.receive);
// Before any event: of the tabs that were saved, not of those that open just now. In the order of events: a tab whose new id
// woke the background is not a missing one.
keeper.whenReady(({ tabs }) => void tellMissingTabs(Object.keys(tabs).map(Number), receive));
const askPages = pageAsker();
const requests = listenToRequests(browserName, receive);
listenToTabs(browserName, receive);
const panels = acceptPanels(keeper, receive);
followSiteAccess(panels.tellSiteAccess);
keeper.whenReady(listenAsWatched);

function onChanges(changes: readonly LogChange[], log: ChainLog): void {
  store.write(changes);
  panels.send(changes);
  askPages(changes, log);
  if (changes.some((change) => change.kind === "tab-put" || change.kind === "tab-dropped")) listenAsWatched(log);
}

function listenAsWatched(log: ChainLog): void {
  requests.listenToAllTypes(watchedTabs(log).length > 0);
}
