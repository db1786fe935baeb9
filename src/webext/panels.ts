/** Serves the panels: each gets a snapshot when it connects, then changes. A tab is watched while it has a panel. */
import browser from "../browser-api.ts";
import { listedChains, tabState, watchedTabs, type ChainLog, type LogChange } from "../model/log/chain-log.ts";
import type { LogEvent } from "../model/log/log-event.ts";
import type { BackgroundMessage, PanelMessage } from "../protocol/panel-messages.ts";
import { changeFeed } from "./change-feed.ts";
import type { EventQueue } from "./event-queue.ts";
import { commandOf } from "./panel-commands.ts";
import type { PanelFilters } from "./panel-filters.ts";
import { acceptPanels } from "./panel-ports.ts";
import { tabPage, tabPages } from "./tab-pages.ts";

/** How long panels have to reconnect after a restart of the background, or after their tab got another id. */
const reconnectMs = 5_000;

export interface Panels {
  send(changes: readonly LogChange[]): void;
  postSiteAccess(isGranted: boolean): void;
  postLogSaved(isSaved: boolean): void;
}

/**
 * Call it in the first tick of the background. `receive` orders the user's commands with the browser's events, so that
 * a request from before a pause or a "Clear" is not recorded as a later one.
 */
export function servePanels(queue: EventQueue, receive: (command: LogEvent) => void, filters: PanelFilters): Panels {
  let siteAccess: BackgroundMessage | undefined;
  let isLogSaved = true;

  const ports = acceptPanels({
    onOpened(tab, post) {
      queue.dispatch({ kind: "set-watched", tabId: tab.id, watched: true });
      post(tabPage(tab));
      pages.listen(true);
      queue.whenReady((log) => {
        feed.flush();
        if (siteAccess !== undefined) post(siteAccess);
        if (!isLogSaved) post({ type: "log-saved", isSaved: false });
        post(snapshot(log, tab.id));
      });
    },
    onMessage(tabId, message, at) {
      const command = commandOf(message, tabId, at);
      if (command === undefined) handle(tabId, message);
      else {
        feed.expectAnswer();
        receive(command);
      }
    },
    onAllClosed(tabId, isLast) {
      if (isLast) pages.listen(false);
      queue.dispatch({ kind: "set-watched", tabId, watched: false });
    },
  });
  const feed = changeFeed(ports);
  const pages = tabPages((tabId, page) => ports.post(tabId, page));
  queue.whenReady(awaitPanels);

  function handle(tabId: number, message: PanelMessage) {
    if (message.type === "set-filter") filters.set(tabId, message.filter);
    if (message.type === "open-in-tab") {
      void browser.tabs.create({ url: browser.runtime.getURL(`panel/log/panel.html?tabId=${tabId}`) });
    }
  }

  function snapshot(log: ChainLog, tabId: number): BackgroundMessage {
    const filter = filters.get(tabId);
    const changes: LogChange[] = [
      { kind: "tab-put", tabId, state: tabState(log, tabId) },
      ...listedChains(log, tabId).map((chain): LogChange => ({ kind: "chain-put", chain })),
    ];
    return { type: "snapshot", changes, ...(filter !== undefined && { filter }) };
  }

  function awaitPanels() {
    setTimeout(() => queue.whenReady(unwatchAbandonedTabs), reconnectMs);
  }

  function unwatchAbandonedTabs(log: ChainLog) {
    for (const tabId of watchedTabs(log)) {
      if (!ports.has(tabId)) queue.dispatch({ kind: "set-watched", tabId, watched: false });
    }
  }

  return {
    send(changes) {
      feed.send(changes);
      if (changes.some((change) => change.kind === "tab-dropped" && change.movedTo !== undefined)) awaitPanels();
    },
    postSiteAccess(isGranted) {
      siteAccess = { type: "site-access", isGranted };
      ports.postToAll(siteAccess);
    },
    postLogSaved(isSaved) {
      isLogSaved = isSaved;
      ports.postToAll({ type: "log-saved", isSaved });
    },
  };
}
