/** The panel's port to the background: connects, and connects again when the browser stopped the background. */
import browser, { type Runtime } from "webextension-polyfill";
import {
  parseBackgroundMessage,
  portNameFor,
  type BackgroundMessage,
  type PanelMessage,
  type TabReplaced,
} from "../../src/protocol/panel-messages.ts";

/** `lost`: trying again. `replaced`: the extension was reloaded or updated, this page belongs to the old one. */
export type LinkStatus = "connecting" | "connected" | "lost" | "replaced";

/** All but those about the connection itself. */
export type ShownMessage = Exclude<BackgroundMessage, TabReplaced>;

export interface BackgroundLink {
  /** The tab that is shown. Chromium gives it another id when it discards the page. */
  tabId(): number;
  send(message: PanelMessage): void;
}

const firstRetryMs = 100;
const longestRetryMs = 5_000;

export function connectBackground(
  firstTabId: number,
  onMessage: (message: ShownMessage) => void,
  onStatus: (status: LinkStatus) => void,
): BackgroundLink {
  let tabId = firstTabId;
  let port: Runtime.Port | undefined;
  let retryMs = firstRetryMs;
  /** Asked for while there was no connection. */
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
        // For a reload of this page.
        history.replaceState(null, "", `?tabId=${tabId}`);
        opened.disconnect();
        connect();
        return;
      }
      onMessage(parsed);
    });
    opened.onDisconnect.addListener(() => {
      port = undefined;
      // Chromium stops an idle worker after 30 s and the port with it: everyday life, not worth a word at the first try.
      if (retryMs > firstRetryMs) onStatus("lost");
      setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
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

/** Undefined when this page has outlived its extension. */
function openPort(name: string): Runtime.Port | undefined {
  try {
    return browser.runtime.id === undefined ? undefined : browser.runtime.connect({ name });
  } catch {
    return undefined;
  }
}
