/** The tab's log, as the background sends it. */
import { signal, type ReadonlySignal } from "@preact/signals";
import { applyChange } from "../../src/model/log/apply-change.ts";
import { emptyLog, listedChains, newTabState, type TabState } from "../../src/model/log/chain-log.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import type { Changes, LogSaved, Snapshot } from "../../src/protocol/panel-messages.ts";

export interface LogStore {
  /** Oldest first. */
  readonly chains: ReadonlySignal<readonly Chain[]>;
  readonly tabState: ReadonlySignal<TabState>;
  /** False: part of the log is lost when the browser stops the background. */
  readonly isSaved: ReadonlySignal<boolean>;
  apply(message: Snapshot | Changes | LogSaved): void;
  clear(): void;
}

export function createLogStore(): LogStore {
  const chains = signal<readonly Chain[]>([]);
  const tabState = signal<TabState>(newTabState);
  const isSaved = signal(true);
  let log = emptyLog();

  return {
    chains,
    tabState,
    isSaved,
    apply(message) {
      if (message.type === "log-saved") {
        isSaved.value = message.isSaved;
        return;
      }
      if (message.type === "snapshot") log = emptyLog();
      for (const change of message.changes) {
        applyChange(log, change);
        if (change.kind === "tab-put") tabState.value = change.state;
      }
      chains.value = Object.keys(log.tabs).flatMap((tabId) => listedChains(log, Number(tabId)));
    },
    clear() {
      log = emptyLog();
      chains.value = [];
    },
  };
}
