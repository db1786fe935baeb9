/**
 * The verb of the model: `applyEvent(log, event)` puts one event into the log and says what changed. Equal events give
 * an equal log.
 */
import { applyTabEvent } from "./apply-tab-event.ts";
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
import { withForbiddingPolicy } from "./document-policy.ts";
import { cutEvent } from "./cut-event.ts";
import { beginChain, beginDocument, growChain, withUpgradeCause } from "./grow-chain.ts";
import { isHstsHost, noteHsts } from "./hsts-hosts.ts";
import { chainOutcome, type Chain } from "../chain/redirect-chain.ts";
import { keepWithinSize } from "./log-room.ts";
import type { LogCommand, LogEvent, RequestEvent } from "./log-event.ts";
import { isDocument, startDocument } from "./start-document.ts";
import { chainOfWorkerScript } from "./worker-script.ts";
import { noteWorkerRequest, withPassedRedirects } from "./worker-requests.ts";

export function applyEvent(log: ChainLog, whole: LogEvent): LogChange[] {
  if (log.closedTabs.has(whole.tabId)) return [];
  const changes = applyWithoutLimit(log, cutEvent(whole));
  keepWithinSize(log, changes);
  return changes;
}

function applyWithoutLimit(log: ChainLog, event: LogEvent): LogChange[] {
  switch (event.kind) {
    case "navigation-started":
    case "client-navigated":
    case "page-described":
    case "document-committed":
    case "navigation-failed":
    case "tab-replaced":
    case "tab-closed":
      return applyTabEvent(log, event);
    case "set-watched":
    case "set-recording":
    case "set-preserve-log":
    case "set-filter":
    case "clear":
      return applyCommand(log, event);
    default:
      return applyRequestEvent(log, event);
  }
}

function applyRequestEvent(log: ChainLog, event: RequestEvent): LogChange[] {
  const changes: LogChange[] = [];
  if ("answer" in event && event.isPrivate === false && noteHsts(log.hstsHosts, event.url, event.answer)) {
    changes.push({ kind: "hsts-put", hosts: { ...log.hstsHosts } });
  }
  const openId = log.openRequests.get(event.requestId);
  if (openId === clearedChain) {
    if (event.kind === "completed" || event.kind === "failed") log.openRequests.delete(event.requestId);
    return changes;
  }
  const before = openId === undefined ? chainOfWorkerScript(log, event) : log.chains.get(openId);
  // The same event once more, after the end of its request.
  if (before === undefined && log.chains.has(event.requestId)) return changes;
  if (event.tabId < 0) noteWorkerRequest(log.workerRequests, event);
  if (before === undefined && !isRecorded(log, event)) return changes;
  const grown = before === undefined ? begin(log, event) : growChain(before, event);
  if (grown === undefined || grown === before) return changes;
  const hasNewHop = grown.hops.length !== before?.hops.length || event.kind === "redirected";
  const caused = hasNewHop ? withCauses(log, grown, event) : grown;
  const chain = event.kind === "failed" ? withForbiddingPolicy(caused, initiatingDocument(log, caused)) : caused;
  if (before === undefined && isDocument(event)) startDocument(log, chain, changes);
  else putChain(log, before, chain, changes);
  return changes;
}

function begin(log: ChainLog, event: RequestEvent): Chain | undefined {
  return event.kind === "started" && isDocument(event)
    ? beginDocument(event, tabState(log, event.tabId).coming?.url)
    : beginChain(event);
}

/** The document that asked for it: the tab's, or the one before when this is a document itself. */
function initiatingDocument(log: ChainLog, { id, tabId }: Chain): Chain | undefined {
  const { documentChainId, previousDocumentChainId } = tabState(log, tabId);
  return log.chains.get((documentChainId === id ? previousDocumentChainId : documentChainId) ?? "");
}

/** Causes that other requests tell of. A private window has a list of HSTS hosts of its own, which is not known here. */
function withCauses(log: ChainLog, chain: Chain, { isPrivate }: RequestEvent): Chain {
  const isHsts = (url: string) => isPrivate === false && isHstsHost(log.hstsHosts, url);
  return withUpgradeCause(withPassedRedirects(chain, log.workerRequests), isHsts);
}

/** Documents of every tab, prerendered ones, too; everything else only where a panel is watching. */
function isRecorded(log: ChainLog, event: RequestEvent): boolean {
  if (event.tabId < 0) return false;
  const state = tabState(log, event.tabId);
  return state.recording && (state.watched || event.resourceType === "main_frame");
}

function applyCommand(log: ChainLog, command: LogCommand): LogChange[] {
  const changes: LogChange[] = [];
  const { tabId } = command;
  // A panel that outlives its tab must not bring it back.
  if (log.tabs[tabId] === undefined && !(command.kind === "set-watched" && command.watched)) return changes;
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
    case "set-filter":
      putTab(log, tabId, { filter: command.filter }, changes);
      break;
    case "clear":
      for (const chain of listedChains(log, tabId)) {
        drop(log, chain, changes);
        // What is still to come of it must not look like a request whose beginning was missed.
        if (chainOutcome(chain).kind === "pending") log.openRequests.set(chain.requestId, clearedChain);
      }
      putTab(log, tabId, { droppedCount: 0 }, changes);
  }
  return changes;
}
