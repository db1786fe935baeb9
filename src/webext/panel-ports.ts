/**
 * The ports of open panels: any number per tab. A panel that connects gets a snapshot, then the changes of its tab,
 * collected for a moment. A tab is watched while it has a port.
 */
import browser, { type Runtime, type Tabs } from "webextension-polyfill";
import { isListed } from "../model/chain/listed-chain.ts";
import { listedChains, tabState, type ChainLog, type LogChange, type TabState } from "../model/log/chain-log.ts";
import type { Chain } from "../model/chain/redirect-chain.ts";
import type { LogCommand, LogEvent } from "../model/log/log-event.ts";
import {
  parsePanelMessage,
  tabIdOfPort,
  type BackgroundMessage,
  type PanelMessage,
} from "../protocol/panel-messages.ts";
import type { LogKeeper } from "./event-queue.ts";
import { removeListener } from "./remove-listener.ts";

const sendDelayMs = 50;
/** While changes keep coming: a panel has to draw each batch, which is most of what Hopscope costs, and nobody reads faster. */
const sendIntervalMs = 500;
/** How long panels have to connect again after a stop of the background, or when their tab got another id. */
const reconnectPatienceMs = 5_000;

export interface PanelPorts {
  send(changes: readonly LogChange[]): void;
  tellSiteAccess(isGranted: boolean): void;
  tellLogSaved(isSaved: boolean): void;
}

interface TabChanges {
  readonly chains: Map<string, Chain | undefined>;
  state?: TabState;
}

/**
 * Call it in the first tick of the background, like every listener. `receive` gets what people ask for: it takes its place
 * among the browser's events, so that a request from before a pause or a "Clear" is not taken for one from after it.
 */
export function acceptPanels(keeper: LogKeeper, receive: (command: LogEvent) => void): PanelPorts {
  const ports = new Map<number, Set<Runtime.Port>>();
  let pending = new Map<number, TabChanges>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushedAt = 0;
  let isSiteAccessGranted: boolean | undefined;
  let isLogSaved = true;
  /** A person asked for something that the panel is to show. */
  let isAnswerAwaited = false;

  browser.runtime.onConnect.addListener((port) => {
    const tabId = tabIdOfPort(port.name);
    if (tabId === undefined || port.sender?.url?.startsWith(browser.runtime.getURL("")) !== true) {
      port.disconnect();
      return;
    }
    // Only a tab that exists has a log: nothing is recorded, or saved, under a number that somebody made up.
    const attached = tabOf(tabId).then((tab) => {
      if (tab === undefined) post(port, { type: "tab-closed" });
      else attach(port, tabId, tab);
      return tab !== undefined;
    });
    port.onMessage.addListener((message) => {
      const parsed = parsePanelMessage(message);
      const at = Date.now();
      if (parsed !== undefined) void attached.then((isThere) => isThere && obey(parsed, tabId, at));
    });
    port.onDisconnect.addListener(() => void attached.then((isThere) => isThere && detach(port, tabId)));
  });

  function attach(port: Runtime.Port, tabId: number, tab: Tabs.Tab) {
    ports.set(tabId, (ports.get(tabId) ?? new Set()).add(port));
    keeper.receive({ kind: "set-watched", tabId, watched: true });
    post(port, tabPage(tab));
    // Only now: a browser without panels need not wake the background for each title.
    browser.tabs.onUpdated.addListener(onTabUpdated);
    keeper.whenReady((log) => {
      flush();
      if (isSiteAccessGranted !== undefined) post(port, siteAccess(isSiteAccessGranted));
      if (!isLogSaved) post(port, { type: "log-saved", isSaved: false });
      post(port, { type: "snapshot", state: tabState(log, tabId), chains: listedChains(log, tabId) });
    });
  }

  function detach(port: Runtime.Port, tabId: number) {
    const others = ports.get(tabId);
    others?.delete(port);
    if (others?.size !== 0) return;
    ports.delete(tabId);
    if (ports.size === 0) removeListener(browser.tabs.onUpdated, onTabUpdated);
    keeper.receive({ kind: "set-watched", tabId, watched: false });
  }

  function obey(message: PanelMessage, tabId: number, at: number) {
    if (message.type === "open-in-tab") {
      void openInTab(tabId);
      return;
    }
    isAnswerAwaited ||= message.type !== "set-filter";
    receive(commandOf(message, { tabId, at }));
  }

  function postToAll(message: BackgroundMessage) {
    for (const port of [...ports.values()].flatMap((ofTab) => [...ofTab])) post(port, message);
  }

  function onTabUpdated(tabId: number, { title, url }: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) {
    if (title === undefined && url === undefined) return;
    for (const port of ports.get(tabId) ?? []) post(port, tabPage(tab));
  }

  keeper.whenReady(awaitPanels);

  function awaitPanels() {
    setTimeout(() => keeper.whenReady(forgetAbsentPanels), reconnectPatienceMs);
  }

  function forgetAbsentPanels(log: ChainLog) {
    for (const tabId of watchedTabs(log)) {
      if (!ports.has(tabId)) keeper.receive({ kind: "set-watched", tabId, watched: false });
    }
  }

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    flushedAt = Date.now();
    const batch = pending;
    pending = new Map();
    for (const [tabId, { chains, state }] of batch) {
      const message: BackgroundMessage = {
        type: "changes",
        put: [...chains.values()].filter((chain) => chain !== undefined),
        droppedIds: [...chains.keys()].filter((id) => chains.get(id) === undefined),
        ...(state === undefined ? {} : { state }),
      };
      for (const port of ports.get(tabId) ?? []) post(port, message);
    }
  }

  function nextDelayMs() {
    const elapsedMs = Date.now() - flushedAt;
    // A clock that was set back must not hold anything up.
    return elapsedMs < 0 ? sendDelayMs : Math.max(sendDelayMs, sendIntervalMs - elapsedMs);
  }

  return {
    tellSiteAccess(isGranted) {
      isSiteAccessGranted = isGranted;
      postToAll(siteAccess(isGranted));
    },
    tellLogSaved(isSaved) {
      isLogSaved = isSaved;
      postToAll({ type: "log-saved", isSaved });
    },
    send(changes) {
      const dropped = changes.filter((change) => change.kind === "tab-dropped");
      // What is shown of a closed tab stays, up to its last redirect; the panel itself knows what was private.
      if (dropped.some(({ tabId }) => pending.has(tabId))) flush();
      for (const change of changes) collect(change, ports, pending);
      for (const { tabId, movedTo } of dropped) {
        pending.delete(tabId);
        const message: BackgroundMessage =
          movedTo === undefined ? { type: "tab-closed" } : { type: "tab-replaced", tabId: movedTo };
        for (const port of ports.get(tabId) ?? []) post(port, message);
        if (movedTo !== undefined) awaitPanels();
      }
      if (pending.size === 0) return;
      if (isAnswerAwaited && changes.some(({ kind }) => kind === "tab-put")) {
        isAnswerAwaited = false;
        clearTimeout(timer);
        // Not at once: first it is saved.
        timer = setTimeout(flush, sendDelayMs);
      } else timer ??= setTimeout(flush, nextDelayMs());
    },
  };
}

export function watchedTabs(log: ChainLog): number[] {
  return Object.keys(log.tabs)
    .map(Number)
    .filter((tabId) => tabState(log, tabId).watched);
}

function collect(change: LogChange, ports: ReadonlyMap<number, unknown>, pending: Map<number, TabChanges>): void {
  if (change.kind === "hsts-put" || change.kind === "tab-dropped") return;
  const tabId = change.kind === "chain-put" ? change.chain.tabId : change.tabId;
  if (!ports.has(tabId)) return;
  if (change.kind === "chain-put" && !isListed(change.chain)) return;
  const ofTab: TabChanges = pending.get(tabId) ?? { chains: new Map() };
  pending.set(tabId, ofTab);
  if (change.kind === "tab-put") ofTab.state = change.state;
  else if (change.kind === "chain-put") ofTab.chains.set(change.chain.id, change.chain);
  else ofTab.chains.set(change.chainId, undefined);
}

/** Undefined when there is none, or the number can be no tab's. */
async function tabOf(tabId: number): Promise<Tabs.Tab | undefined> {
  try {
    return await browser.tabs.get(tabId);
  } catch {
    return undefined;
  }
}

function siteAccess(isGranted: boolean): BackgroundMessage {
  return { type: "site-access", isGranted };
}

function tabPage({ title, url, incognito }: Tabs.Tab): BackgroundMessage {
  return {
    type: "tab-page",
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
    ...(incognito && { isPrivate: true }),
  };
}

function commandOf(
  message: Exclude<PanelMessage, { type: "open-in-tab" }>,
  asked: { readonly tabId: number; readonly at: number },
): LogCommand {
  switch (message.type) {
    case "clear":
      return { ...asked, kind: "clear" };
    case "set-recording":
      return { ...asked, kind: "set-recording", recording: message.recording };
    case "set-preserve-log":
      return { ...asked, kind: "set-preserve-log", preserveLog: message.preserveLog };
    case "set-filter":
      return { ...asked, kind: "set-filter", filter: message.filter };
  }
}

async function openInTab(tabId: number): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`panel/log/panel.html?tabId=${tabId}`) });
}

/** A port whose panel is gone throws in both browsers until its onDisconnect arrives. */
function post(port: Runtime.Port, message: BackgroundMessage): void {
  try {
    port.postMessage(message);
  } catch {
    // Its onDisconnect forgets it.
  }
}
