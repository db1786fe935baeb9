/** The ports of open panels: any number for each tab, and only for tabs that exist. */
import type { Runtime, Tabs } from "webextension-polyfill";
import browser from "../browser-api.ts";
import {
  parsePanelMessage,
  tabIdOfPort,
  type BackgroundMessage,
  type PanelMessage,
} from "../protocol/panel-messages.ts";

export interface PanelPorts {
  has(tabId: number): boolean;
  /** Posts the message to all panels of the tab. */
  post(tabId: number, message: BackgroundMessage): void;
  postToAll(message: BackgroundMessage): void;
}

export interface PanelListener {
  /** A panel connected. */
  onOpened(tab: Tabs.Tab & { readonly id: number }, post: (message: BackgroundMessage) => void): void;
  /** `at`: when the message was received, in milliseconds since the epoch. */
  onMessage(tabId: number, message: PanelMessage, at: number): void;
  /** The tab's last panel was closed. `isLast`: no other tab has a panel. */
  onAllClosed(tabId: number, isLast: boolean): void;
}

/** Call it in the first tick of the background, like everything that adds listeners. */
export function acceptPanels(listener: PanelListener): PanelPorts {
  const ports = new Map<number, Set<Runtime.Port>>();

  browser.runtime.onConnect.addListener((port) => {
    const tabId = tabIdOfPort(port.name);
    if (tabId === undefined || port.sender?.url?.startsWith(browser.runtime.getURL("")) !== true) {
      port.disconnect();
      return;
    }
    // Nothing is recorded or saved for an id that is not a tab's.
    const attached = tabOf(tabId).then((tab) => {
      if (tab === undefined) {
        post(port, { type: "tab-closed" });
        return false;
      }
      ports.set(tabId, (ports.get(tabId) ?? new Set()).add(port));
      listener.onOpened({ ...tab, id: tabId }, (message) => post(port, message));
      return true;
    });
    port.onMessage.addListener((message) => {
      const parsed = parsePanelMessage(message);
      const at = Date.now();
      if (parsed !== undefined) void attached.then((isOpen) => isOpen && listener.onMessage(tabId, parsed, at));
    });
    port.onDisconnect.addListener(() => void attached.then((isOpen) => isOpen && detach(port, tabId)));
  });

  function detach(port: Runtime.Port, tabId: number) {
    const ofTab = ports.get(tabId);
    ofTab?.delete(port);
    if (ofTab?.size !== 0) return;
    ports.delete(tabId);
    listener.onAllClosed(tabId, ports.size === 0);
  }

  return {
    has: (tabId) => ports.has(tabId),
    post(tabId, message) {
      for (const port of ports.get(tabId) ?? []) post(port, message);
    },
    postToAll(message) {
      for (const port of [...ports.values()].flatMap((ofTab) => [...ofTab])) post(port, message);
    },
  };
}

/** Undefined when the tab does not exist or the id is invalid. */
async function tabOf(tabId: number): Promise<Tabs.Tab | undefined> {
  try {
    return await browser.tabs.get(tabId);
  } catch {
    return undefined;
  }
}

/** A port whose panel is gone throws in both browsers until its onDisconnect arrives. */
function post(port: Runtime.Port, message: BackgroundMessage): void {
  try {
    port.postMessage(message);
  } catch {
    // The port's onDisconnect listener removes it.
  }
}
