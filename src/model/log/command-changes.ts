/** The changes of a tab's log by the user's commands. */
import { chainOutcome } from "../chain/redirect-chain.ts";
import { chainsDropped, tabChanged, trackingChanged } from "./changes.ts";
import { listedChains, tabTracking, type ChainLog, type LogChange } from "./chain-log.ts";
import type { LogCommand } from "./log-event.ts";

const maxClearedRequests = 1_000;

export function commandChanges(log: ChainLog, command: LogCommand): LogChange[] {
  const { tabId } = command;
  // A panel that is still open after its tab was closed must not recreate the tab.
  if (log.tabs[tabId] === undefined && !(command.kind === "set-watched" && command.watched)) return [];
  switch (command.kind) {
    case "set-watched":
      // Documents of tabs without a panel are always recorded: a pause ends when the panel is closed.
      return [tabChanged(log, tabId, command.watched ? { watched: true } : { watched: false, recording: true })];
    case "set-recording":
      return [tabChanged(log, tabId, { recording: command.recording })];
    case "set-preserve-log":
      return [tabChanged(log, tabId, { preserveLog: command.preserveLog })];
    case "clear":
      return clear(log, tabId);
  }
}

function clear(log: ChainLog, tabId: number): LogChange[] {
  const chains = listedChains(log, tabId);
  const pending = chains.filter((chain) => chainOutcome(chain).kind === "pending");
  // The rest of their events must not look like requests whose beginning was missed (decision D8).
  const cleared = [...tabTracking(log, tabId).clearedRequestIds, ...pending.map(({ requestId }) => requestId)];
  return [
    chainsDropped(
      tabId,
      chains.map(({ id }) => id),
    ),
    trackingChanged(log, tabId, { clearedRequestIds: cleared.slice(-maxClearedRequests) }),
    tabChanged(log, tabId, { droppedCount: 0 }),
  ];
}
