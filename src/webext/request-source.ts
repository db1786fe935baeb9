/**
 * Listens to webRequest. Documents are always listened to. All other types have separate listeners, which are removed
 * while no panel is open, so that the browser doesn't wake the background for them.
 */
import type { WebRequest } from "webextension-polyfill";
import browser from "../browser-api.ts";
import type { RequestEvent } from "../model/log/log-event.ts";
import { isListenedTo, listenedEvents } from "./listened-events.ts";
import { normalizeDetails, type DetailsByEvent, type RequestEventName } from "./normalize-details.ts";
import { removeListener } from "./remove-listener.ts";
import type { BrowserName } from "./normalize-body.ts";

export interface RequestSource {
  /** Adds or removes the listeners for types other than documents. */
  listenToAllTypes(isWanted: boolean): void;
}

/**
 * Call it in the first tick of the background: Chromium delivers the event that woke a worker only to listeners that
 * were added by then. For the same reason, it listens to all types until it is known whether a panel is open.
 */
export function listenToRequests(browserName: BrowserName, onEvent: (event: RequestEvent) => void): RequestSource {
  const documents = listener(browserName, ["main_frame"], onEvent);
  const others = listener(browserName, typesBesideDocuments(), onEvent);
  documents.add();
  others.add();
  let isListening = true;
  return {
    listenToAllTypes(isWanted) {
      if (isWanted === isListening) return;
      isListening = isWanted;
      if (isWanted) others.add();
      else others.remove();
    },
  };
}

/** Each browser rejects some types of the other, but lists its own. (The polyfill's types lack this list.) */
function typesBesideDocuments(): WebRequest.ResourceType[] {
  const { ResourceType } = browser.webRequest as unknown as { ResourceType: Record<string, WebRequest.ResourceType> };
  return Object.values(ResourceType).filter((type) => type !== "main_frame");
}

function listener(browserName: BrowserName, types: WebRequest.ResourceType[], onEvent: (event: RequestEvent) => void) {
  const names = (Object.keys(listenedEvents) as RequestEventName[]).filter((name) =>
    types.some((type) => isListenedTo(name, type, browserName)),
  );
  const entries = names.map((name) => ({
    event: eventNamed(name),
    extraInfo: listenedEvents[name],
    callback: (details: DetailsByEvent[RequestEventName]) => {
      const event = normalizeDetails(name, details as never, browserName);
      if (event !== undefined) onEvent(event);
    },
  }));
  return {
    add() {
      const filter: WebRequest.RequestFilter = {
        urls: ["<all_urls>"],
        types,
      };
      for (const { event, callback, extraInfo } of entries) {
        // onErrorOccurred takes no third argument in Firefox.
        if (extraInfo.length === 0) event.addListener(callback, filter);
        else event.addListener(callback, filter, extraInfo);
      }
    },
    remove() {
      for (const { event, callback } of entries) removeListener(event, callback);
    },
  };
}

/** The six events differ only in their details and options. This type covers all of them. */
interface AnyRequestEvent {
  addListener(
    callback: (details: DetailsByEvent[RequestEventName]) => void,
    filter: WebRequest.RequestFilter,
    extraInfo?: readonly string[],
  ): void;
  removeListener(callback: (details: DetailsByEvent[RequestEventName]) => void): void;
}

function eventNamed(name: RequestEventName): AnyRequestEvent {
  return browser.webRequest[name];
}
