/** The panel's port to the background: connects, and connects again when the browser stopped the background. */
import browser, { type Runtime } from "webextension-polyfill";
import {
  parseBackgroundMessage,
  portNameFor,
  type BackgroundMessage,
  type PanelMessage,
} from "../src/protocol/panel-messages.ts";

/** `lost`: trying again. `replaced`: the extension was reloaded or updated, this page belongs to the old one. */
export type LinkStatus = "connecting" | "connected" | "lost" | "replaced";

export interface BackgroundLink {
  send(message: PanelMessage): void;
}

const firstRetryMs = 100;
const longestRetryMs = 5_000;

export function connectBackground(
  tabId: number,
  onMessage: (message: BackgroundMessage) => void,
  onStatus: (status: LinkStatus) => void,
): BackgroundLink {
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
