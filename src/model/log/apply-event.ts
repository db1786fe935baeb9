/**
 * The entry point of the model: `applyEvent(log, event)` applies one event to the log and returns the changes. It is
 * deterministic: equal events produce equal logs.
 */
import { applyChange } from "./apply-change.ts";
import type { ChainLog, LogChange } from "./chain-log.ts";
import { commandChanges } from "./command-changes.ts";
import { cutEvent } from "./cut-event.ts";
import type { LogEvent } from "./log-event.ts";
import { changesToFit } from "./fit-log.ts";
import { growthBytes } from "./log-size.ts";
import { requestChanges } from "./request-changes.ts";
import { tabChanges } from "./tab-changes.ts";

export function applyEvent(log: ChainLog, event: LogEvent): LogChange[] {
  if (log.closedTabs.has(event.tabId)) return [];
  const applied: LogChange[] = [];
  applyAll(log, changesBy(log, cutEvent(event)), applied);
  if (applied.length === 0) return applied;
  const tabId = event.kind === "tab-replaced" ? event.newTabId : event.tabId;
  for (let toFit = changesToFit(log, tabId); toFit !== undefined; toFit = changesToFit(log, tabId)) {
    applyAll(log, toFit, applied);
  }
  return applied;
}

function changesBy(log: ChainLog, event: LogEvent): Iterable<LogChange> {
  switch (event.kind) {
    case "set-watched":
    case "set-recording":
    case "set-preserve-log":
    case "clear":
      return commandChanges(log, event);
    default:
      return "requestId" in event ? requestChanges(log, event) : tabChanges(log, event);
  }
}

/** Applies each change before it requests the next one, which may depend on it. */
export function applyAll(log: ChainLog, changes: Iterable<LogChange>, applied: LogChange[] = []): void {
  for (const change of changes) {
    const bytes = growthBytes(log, change);
    applyChange(log, change);
    log.sizeBytes += bytes;
    const tab = log.tabs[change.kind === "chain-put" ? change.chain.tabId : change.tabId];
    if (tab !== undefined) tab.sizeBytes += bytes;
    applied.push(change);
  }
}
