/**
 * Runs in a tab of the recorder extension: keeps every event that Hopscope listens to, as the browser gave it. The page
 * itself listens (not the background), so that nothing is lost when the browser stops the background.
 */
import { listenedEvents } from "../../src/webext/listened-events.ts";
import { describePage } from "../../src/protocol/content-messages.ts";
import type { TraceEvent } from "./trace.ts";

declare global {
  var recordedEvents: TraceEvent[];
}

interface AnyEvent {
  addListener(listener: (details: object) => void, ...more: unknown[]): void;
}

interface Sender {
  readonly tab?: { readonly id?: number };
  readonly frameId?: number;
  readonly documentId?: string;
  readonly documentLifecycle?: string;
}

type Api = Record<"webRequest" | "webNavigation", Record<string, AnyEvent>> & {
  runtime: { onMessage: { addListener(listener: (message: { type: string }, sender: Sender) => void): void } };
  tabs: { sendMessage(tabId: number, message: string, options: { frameId: number }): Promise<unknown> };
};

const globals = globalThis as unknown as { browser?: Api; chrome: Api };
const api = globals.browser ?? globals.chrome;

const navigationEvents = ["onBeforeNavigate", "onCommitted", "onErrorOccurred"];

globalThis.recordedEvents = [];

if (location.pathname.endsWith("recorder.html")) {
  for (const [name, extraInfo] of Object.entries(listenedEvents)) {
    const more = extraInfo.length === 0 ? [] : [extraInfo];
    api.webRequest[name]?.addListener(keep("webRequest", name), { urls: ["<all_urls>"] }, ...more);
  }
  // The extension asks fewer pages, and later.
  api.webNavigation["onDOMContentLoaded"]?.addListener((details) => {
    const { tabId, frameId } = details as { tabId: number; frameId: number };
    // An error page has no content script.
    if (frameId === 0) api.tabs.sendMessage(tabId, describePage, { frameId }).catch(() => undefined);
  });
  for (const name of navigationEvents) api.webNavigation[name]?.addListener(keep("webNavigation", name));
  api.runtime.onMessage.addListener((message, { tab, frameId, documentId, documentLifecycle }) => {
    keep("content", message.type)({ ...message, tabId: tab?.id, frameId, documentId, documentLifecycle });
  });
}

function keep(source: TraceEvent["source"], name: string) {
  return (details: object) => {
    recordedEvents.push({ source, name, details: withoutBodyValues(details) });
  };
}

/** Bytes become their number: a trace holds no body values, and JSON no ArrayBuffer. */
function withoutBodyValues(details: object): Record<string, unknown> {
  const copy = JSON.stringify(details, (_, value: unknown) =>
    value instanceof ArrayBuffer ? { byteLength: value.byteLength } : value,
  );
  return JSON.parse(copy) as Record<string, unknown>;
}
