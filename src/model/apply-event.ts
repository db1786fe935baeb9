/**
 * The verb of the model: `applyEvent(log, event)` puts one event into the log and says what changed. Equal events give
 * an equal log.
 */
import {
  clearedChain,
  drop,
  listedChains,
  putChain,
  putTab,
  tabState,
  type ChainLog,
  type LogChange,
} from "./chain-log.ts";
import { applyNavigationError, navigationStart } from "./document-navigation.ts";
import { beginChain, growChain, withUpgradeCause } from "./grow-chain.ts";
import { isHstsHost, noteHsts } from "./hsts-hosts.ts";
import { isListed } from "./listed-chain.ts";
import { chainOutcome, type Chain } from "./redirect-chain.ts";
import type { LogCommand, LogEvent, RequestEvent, TabEvent } from "./request-event.ts";

export function applyEvent(log: ChainLog, event: LogEvent): LogChange[] {
  switch (event.kind) {
    case "document-committed":
    case "navigation-failed":
    case "tab-closed":
      return applyTabEvent(log, event);
    case "set-watched":
    case "set-recording":
    case "set-preserve-log":
    case "clear":
      return applyCommand(log, event);
    default:
      return applyRequestEvent(log, event);
  }
}

function applyRequestEvent(log: ChainLog, event: RequestEvent): LogChange[] {
  const changes: LogChange[] = [];
  if ("answer" in event && noteHsts(log.hstsHosts, event.url, event.answer)) {
    changes.push({ kind: "hsts-put", hosts: { ...log.hstsHosts } });
  }
  const openId = log.openRequests[event.requestId];
  if (openId === clearedChain) {
    if (event.kind === "completed" || event.kind === "failed") delete log.openRequests[event.requestId];
    return changes;
  }
  const before = openId === undefined ? undefined : log.chains[openId];
  // The same event once more, after the end of its request.
  if (before === undefined && log.chains[event.requestId] !== undefined) return changes;
  if (before === undefined && !isRecorded(log, event)) return changes;
  const grown = before === undefined ? beginChain(event) : growChain(before, event);
  if (grown === undefined || grown === before) return changes;
  const chain =
    grown.hops.length === before?.hops.length && event.kind !== "redirected"
      ? grown
      : withUpgradeCause(grown, (url) => isHstsHost(log.hstsHosts, url));
  if (before === undefined && isDocument(event)) startDocument(log, chain, changes);
  putChain(log, before, chain, changes);
  return changes;
}

/** Documents of every tab; everything else only where a panel is watching. */
function isRecorded(log: ChainLog, event: RequestEvent): boolean {
  if (event.tabId < 0) return false;
  const state = tabState(log, event.tabId);
  return state.recording && (state.watched || isDocument(event));
}

/** Chromium prerenders documents in the same tab under another frame id: those are not what the tab shows. */
function isDocument({ resourceType, frameId }: Pick<Chain, "resourceType" | "frameId">): boolean {
  return resourceType === "main_frame" && frameId === 0;
}

function startOf(chain: Chain): number {
  return chain.hops[0].startedAt;
}

function startDocument(log: ChainLog, chain: Chain, changes: LogChange[]): void {
  const previous = log.chains[tabState(log, chain.tabId).documentChainId ?? ""];
  putTab(log, chain.tabId, { documentChainId: chain.id }, changes);
  if (previous !== undefined && !isListed(previous) && chainOutcome(previous).kind !== "pending") {
    drop(log, previous, changes);
  }
}

function applyTabEvent(log: ChainLog, event: TabEvent): LogChange[] {
  const changes: LogChange[] = [];
  const chainsOfTab = () => Object.values(log.chains).filter((chain) => chain.tabId === event.tabId);
  const document = log.chains[tabState(log, event.tabId).documentChainId ?? ""];
  switch (event.kind) {
    case "tab-closed": {
      for (const chain of chainsOfTab()) drop(log, chain, changes);
      delete log.tabs[event.tabId];
      changes.push({ kind: "tab-dropped", tabId: event.tabId });
      break;
    }
    case "navigation-failed": {
      const failed = document === undefined ? undefined : applyNavigationError(document, event);
      if (document !== undefined && failed !== undefined) putChain(log, document, failed, changes);
      break;
    }
    case "document-committed": {
      const state = tabState(log, event.tabId);
      if (log.tabs[event.tabId] === undefined) break;
      const chains = chainsOfTab();
      const unclaimed = chains.filter(
        (chain) => isDocument(chain) && startOf(chain) > (state.committedUpTo ?? -Infinity),
      );
      const { beganAt, committedUpTo } = navigationStart(
        event,
        unclaimed.toSorted((a, b) => startOf(a) - startOf(b)),
      );
      for (const chain of chains) {
        const isForgotten = chainOutcome(chain).kind === "pending" && !isListed(chain);
        if (startOf(chain) < beganAt && (isForgotten || !state.preserveLog)) drop(log, chain, changes);
      }
      if (committedUpTo !== undefined) putTab(log, event.tabId, { committedUpTo }, changes);
    }
  }
  return changes;
}

function applyCommand(log: ChainLog, command: LogCommand): LogChange[] {
  const changes: LogChange[] = [];
  const { tabId } = command;
  switch (command.kind) {
    case "set-watched":
      // Documents are always recorded where nobody watches: a pause ends with its panel.
      putTab(log, tabId, command.watched ? { watched: true } : { watched: false, recording: true }, changes);
      break;
    case "set-recording":
      putTab(log, tabId, { recording: command.recording }, changes);
      break;
    case "set-preserve-log":
      putTab(log, tabId, { preserveLog: command.preserveLog }, changes);
      break;
    case "clear":
      for (const chain of listedChains(log, tabId)) {
        drop(log, chain, changes);
        // What is still to come of it must not look like a request whose beginning was missed.
        if (chainOutcome(chain).kind === "pending") log.openRequests[chain.requestId] = clearedChain;
      }
      putTab(log, tabId, { droppedCount: 0 }, changes);
  }
  return changes;
}
