/** The tab's log, as the background sends it. */
import { signal, type ReadonlySignal } from "@preact/signals";
import { newTabState, type TabState } from "../../src/model/log/chain-log.ts";
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

  return {
    chains,
    tabState,
    isSaved,
    apply(message) {
      if (message.type === "log-saved") {
        isSaved.value = message.isSaved;
        return;
      }
      if (message.type === "snapshot") chains.value = message.chains;
      else chains.value = applyChanges(chains.value, message);
      if (message.state !== undefined) tabState.value = message.state;
    },
    clear() {
      chains.value = [];
    },
  };
}

/** Changed chains keep their place; new ones go to the end. */
function applyChanges(chains: readonly Chain[], { put, droppedIds }: Changes): readonly Chain[] {
  const changed = new Map(put.map((chain) => [chain.id, chain]));
  const dropped = new Set(droppedIds);
  const kept = chains.filter((chain) => !dropped.has(chain.id));
  const next = kept.map((chain) => changed.get(chain.id) ?? chain);
  for (const { id } of kept) changed.delete(id);
  return [...next, ...changed.values()];
}
