/** Reads recorded traces and replays them through the background's code, starting with the browser's details. */
import type { BrowserName } from "../../lab/browser-name.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Trace } from "../../scripts/recorder/trace.ts";
import { applyEvent } from "../../src/model/log/apply-event.ts";
import { emptyLog, type ChainLog } from "../../src/model/log/chain-log.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import type { LogEvent } from "../../src/model/log/log-event.ts";
import { quirksOf } from "../../src/webext/quirks/all-quirks.ts";
import { eventRewriter } from "../../src/webext/quirks/rewrite-events.ts";
import { isListenedTo } from "../../src/webext/listened-events.ts";
import { normalizeDetails, type RequestEventName } from "../../src/webext/normalize-details.ts";
import { normalizeContentMessage, type MessageSender } from "../../src/webext/normalize-content-message.ts";
import {
  normalizeNavigation,
  type NavigationDetails,
  type NavigationEventName,
} from "../../src/webext/normalize-navigation.ts";

export const browserNames: readonly BrowserName[] = ["chromium", "firefox"];

export function readTrace(browserName: BrowserName, scenarioName: string): Trace {
  return readTraceFile(join(import.meta.dirname, "../fixtures", browserName, `${scenarioName}.json`));
}

export function readTraceFile(file: string): Trace {
  // A trace stores the number of bytes; the code under test gets a buffer of that length.
  return JSON.parse(readFileSync(file, "utf8"), (key, value: unknown) =>
    key === "bytes" ? new ArrayBuffer((value as { byteLength: number }).byteLength) : value,
  ) as Trace;
}

/** The events that the model gets from a trace, in order of arrival. */
export function eventsOf(browserName: BrowserName, trace: Trace): LogEvent[] {
  return rewritten(browserName, normalizedEventsOf(browserName, trace));
}

export function rewritten(browserName: BrowserName, events: readonly LogEvent[]): LogEvent[] {
  const { rewrite } = eventRewriter(quirksOf(browserName));
  return events.flatMap(rewrite);
}

/** Only the recorded events that the extension listens to. */
export function normalizedEventsOf(browserName: BrowserName, { events }: Trace): LogEvent[] {
  return events.flatMap(({ source, name, details }) => {
    const isObserved =
      source !== "webRequest" || isListenedTo(name as RequestEventName, String(details["type"]), browserName);
    if (!isObserved) return [];
    const event =
      source === "webRequest"
        ? normalizeDetails(name as RequestEventName, details as never, browserName)
        : source === "webNavigation"
          ? normalizeNavigation(name as NavigationEventName, details as unknown as NavigationDetails, browserName)
          : normalizeContentMessage(details, details as unknown as MessageSender);
    return event ?? [];
  });
}

/** A log in which every tab of the events is watched, as with an open panel. */
export function replay(events: readonly LogEvent[]): ChainLog {
  const log = emptyLog();
  for (const tabId of new Set(events.map((event) => event.tabId))) {
    if (tabId >= 0) applyEvent(log, { kind: "set-watched", tabId, watched: true });
  }
  for (const event of events) applyEvent(log, event);
  return log;
}

/** The chains that a panel would list, of all tabs, oldest first. */
export function listedIn(log: ChainLog): Chain[] {
  return Object.values(log.tabs).flatMap((tab) => tab.chainIds.flatMap((id) => log.chains.get(id) ?? []));
}
