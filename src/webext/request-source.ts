/**
 * Listens to webRequest. Documents always; all other types in listeners of their own, which are removed while no panel
 * watches, so that the browser neither calls nor wakes the background for them.
 */
import type { WebRequest } from "webextension-polyfill";
import browser from "../browser-api.ts";
import type { RequestEvent } from "../model/log/log-event.ts";
import { isListenedTo, listenedEvents } from "./listened-events.ts";
import { normalizeDetails, type DetailsByEvent, type RequestEventName } from "./normalize-details.ts";
import { removeListener } from "./remove-listener.ts";
import type { BrowserName } from "./normalize-body.ts";

export interface RequestSource {
  /** Whether types other than documents are listened to. */
  listenToAllTypes(isWanted: boolean): void;
}

/**
 * Call it in the first tick of the background: Chromium delivers the event that woke a worker only to listeners that
 * are there by then. For the same reason all types are listened to at first, until it is known whether anyone watches.
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

/** Each browser has types that the other refuses; both list theirs. (The types of the polyfill leave the list out.) */
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

/** The six events differ in their details and options only; here they are treated alike. */
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
