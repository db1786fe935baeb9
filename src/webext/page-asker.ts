/**
 * Asks the page that redirects led to what it tells search engines about itself. The content script answers with a
 * message of its own, which starts the background again if it was stopped. Other pages are not asked (decision D42).
 */
import browser from "../browser-api.ts";
import type { ChainLog, LogChange } from "../model/log/chain-log.ts";
import { pageToAsk } from "../model/log/described-page.ts";
import { describePage } from "../protocol/content-messages.ts";

/**
 * The commit and the end of the request can be reported before the content script has started (Chromium 156, for short
 * pages on a busy machine; no bug filed), so the message is retried. Some pages have no content script, such as PDF
 * files.
 */
const retryDelaysMs = [100, 400, 1_600];

export function pageAsker(): (changes: readonly LogChange[], log: ChainLog) => void {
  /** Tab id → key of the document that was asked last. */
  const asked = new Map<number, string>();

  async function ask(tabId: number, documentKey: string, delaysMs: readonly number[]): Promise<void> {
    if (asked.get(tabId) !== documentKey) return;
    try {
      await browser.tabs.sendMessage(tabId, describePage, { frameId: 0 });
    } catch {
      const [delayMs, ...later] = delaysMs;
      if (delayMs !== undefined) setTimeout(() => void ask(tabId, documentKey, later), delayMs);
    }
  }

  return (changes, log) => {
    for (const change of changes) {
      if (change.kind === "tab-dropped") asked.delete(change.tabId);
      const tabId = tabIdOf(change);
      const chain = tabId === undefined ? undefined : pageToAsk(log, tabId);
      if (tabId === undefined || chain === undefined) continue;
      const documentKey = `${chain.id} ${chain.hops.length}`;
      if (asked.get(tabId) === documentKey) continue;
      asked.set(tabId, documentKey);
      void ask(tabId, documentKey, retryDelaysMs);
    }
  };
}

/** The tab whose document the change may affect. */
function tabIdOf(change: LogChange): number | undefined {
  if (change.kind === "tracking-put") return change.tabId;
  return change.kind === "chain-put" && change.chain.resourceType === "main_frame" ? change.chain.tabId : undefined;
}
