/** What happens to a tab, and what it means for the tab's chains. */
import { chainsOf, putChain, putTab, tabState, type ChainLog, type LogChange } from "./chain-log.ts";
import { leadsTo } from "./client-redirect.ts";
import { describePage } from "./described-page.ts";
import { applyNavigationError, navigationStart, prerendered } from "./document-navigation.ts";
import { requestStartedAt } from "../chain/redirect-chain.ts";
import type { DocumentCommitted, TabEvent } from "./log-event.ts";
import { dropTab, moveTab } from "./tab-lifetime.ts";
import { dropEarlier, isDocument, joinUntold, leavePage } from "./start-document.ts";

export function applyTabEvent(log: ChainLog, event: TabEvent): LogChange[] {
  const changes: LogChange[] = [];
  const { coming, documentChainId } = tabState(log, event.tabId);
  switch (event.kind) {
    case "navigation-started":
      putTab(log, event.tabId, { coming: { ...coming, url: event.url } }, changes);
      break;
    case "client-navigated":
      leavePage(log, event, changes);
      break;
    case "page-described":
      describePage(log, event, changes);
      break;
    case "document-committed":
      if (log.tabs[event.tabId] !== undefined) commitDocument(log, event, changes);
      break;
    case "navigation-failed": {
      const document = log.chains.get(documentChainId ?? "");
      const failed = document === undefined ? undefined : applyNavigationError(document, event);
      if (document !== undefined && failed !== undefined) putChain(log, document, failed, changes);
      break;
    }
    case "tab-replaced":
      moveTab(log, event.tabId, event.newTabId, changes);
      break;
    case "tab-closed":
      dropTab(log, event.tabId, changes);
  }
  return changes;
}

/** The chains of the document before are dropped, unless the log is to be preserved. */
function commitDocument(log: ChainLog, event: DocumentCommitted, changes: LogChange[]): void {
  const state = tabState(log, event.tabId);
  const navigation = state.coming?.navigation;
  // Firefox 153: the commit came before its request. The chain that the request will join must still be there then.
  if (navigation !== undefined && leadsTo(navigation, event.url, event.at)) return;
  if (event.isClientRedirect === true) joinUntold(log, event, state.lastCommit?.url, changes);
  const chains = chainsOf(log, event.tabId);
  // What started later is a later commit's (Firefox 153, when busy: the commit came after the next document's request).
  const unclaimed = chains.filter((chain) => {
    const startedAt = requestStartedAt(chain);
    return isDocument(chain) && startedAt > (state.committedUpTo ?? -Infinity) && startedAt <= event.at;
  });
  const { beganAt, committedUpTo } = navigationStart(
    event,
    unclaimed.toSorted((a, b) => requestStartedAt(a) - requestStartedAt(b)),
  );
  const activated = beganAt === event.at ? prerendered(chains, event.url) : undefined;
  const ofDocumentBefore = chains.filter((chain) => chain.frameId !== activated?.frameId);
  dropEarlier(log, ofDocumentBefore, beganAt, changes);
  const claimed = committedUpTo === undefined ? {} : { committedUpTo };
  putTab(log, event.tabId, { ...claimed, lastCommit: { url: event.url, at: event.at } }, changes);
  if (activated !== undefined) {
    putTab(log, event.tabId, { documentChainId: activated.id, coming: {} }, changes);
    putChain(log, activated, { ...activated, frameId: 0 }, changes);
  }
}
