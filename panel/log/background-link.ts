/** The panel's port to the background: connects, and reconnects after the browser has stopped the background. */
import type { Runtime } from "webextension-polyfill";
import browser from "../../src/browser-api.ts";
import type { ConnectionStatus } from "../stores/connection-store.ts";
import {
  parseBackgroundMessage,
  portNameFor,
  type BackgroundMessage,
  type PanelMessage,
  type TabReplaced,
} from "../../src/protocol/panel-messages.ts";

/** All messages but those about the connection itself. */
export type ShownMessage = Exclude<BackgroundMessage, TabReplaced>;

export interface BackgroundLink {
  /** The tab that the panel shows. Chromium gives it another id when it discards the page. */
  tabId(): number;
  send(message: PanelMessage): void;
}

const firstRetryMs = 100;
const maxRetryMs = 5_000;

export function connectBackground(
  firstTabId: number,
  onMessage: (message: ShownMessage) => void,
  onStatus: (status: ConnectionStatus) => void,
): BackgroundLink {
  let tabId = firstTabId;
  let port: Runtime.Port | undefined;
  let retryMs = firstRetryMs;
  /** Messages to send once connected. */
  let unsent: PanelMessage[] = [];

  function connect() {
    const opened = openPort(portNameFor(tabId));
    if (opened === undefined) {
      onStatus("replaced");
      return;
    }
    port = opened;
    for (const message of unsent) opened.postMessage(message);
    unsent = [];
    opened.onMessage.addListener((message) => {
      const parsed = parseBackgroundMessage(message);
      if (parsed === undefined) return;
      retryMs = firstRetryMs;
      onStatus("connected");
      if (parsed.type === "tab-replaced") {
        tabId = parsed.tabId;
        // So that this page shows the same tab after a reload.
        history.replaceState(null, "", `?tabId=${tabId}`);
        opened.disconnect();
        connect();
        return;
      }
      onMessage(parsed);
    });
    opened.onDisconnect.addListener(() => {
      port = undefined;
      // Chromium stops an idle worker after 30 s, and the port with it. That is normal: report only a failed retry.
      if (retryMs > firstRetryMs) onStatus("lost");
      setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, maxRetryMs);
    });
  }

  connect();
  return {
    tabId: () => tabId,
    send(message) {
      if (port === undefined) unsent.push(message);
      else port.postMessage(message);
    },
  };
}

/** Undefined if the extension was reloaded or updated since this page was loaded. */
function openPort(name: string): Runtime.Port | undefined {
  try {
    return browser.runtime.id === undefined ? undefined : browser.runtime.connect({ name });
  } catch {
    return undefined;
  }
}
