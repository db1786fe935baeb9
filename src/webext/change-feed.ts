/** Sends the changes of each tab's log to its panels, in batches. */
import { isListed } from "../model/chain/listed-chain.ts";
import type { Chain } from "../model/chain/redirect-chain.ts";
import type { LogChange } from "../model/log/chain-log.ts";
import { batch } from "./batch.ts";
import type { PanelPorts } from "./panel-ports.ts";

/** Rendering a batch is most of what Hopscope costs, and nobody reads faster (decision D66). */
const times = { delayMs: 50, intervalMs: 500, quietMs: 50 };

export interface ChangeFeed {
  send(changes: readonly LogChange[]): void;
  /** The user sent a command: its changes do not wait for the interval. */
  expectAnswer(): void;
  flush(): void;
}

interface TabChanges {
  /** By chain id. Undefined: dropped. */
  readonly chains: Map<string, Chain | undefined>;
  tab?: LogChange;
}

export function changeFeed(ports: Pick<PanelPorts, "has" | "post">): ChangeFeed {
  let pending = new Map<number, TabChanges>();
  let isAnswerExpected = false;

  const sending = batch(() => {
    const sent = pending;
    pending = new Map();
    for (const [tabId, changes] of sent) ports.post(tabId, { type: "changes", changes: changesOf(tabId, changes) });
  }, times);

  function changesOfTab(tabId: number): TabChanges {
    const known = pending.get(tabId);
    if (known !== undefined) return known;
    const changes: TabChanges = { chains: new Map() };
    pending.set(tabId, changes);
    return changes;
  }

  function collect(change: LogChange) {
    if (change.kind === "tracking-put" || change.kind === "tab-dropped") return;
    const tabId = change.kind === "chain-put" ? change.chain.tabId : change.tabId;
    if (!ports.has(tabId) || (change.kind === "chain-put" && !isListed(change.chain))) return;
    const { chains } = changesOfTab(tabId);
    if (change.kind === "tab-put") changesOfTab(tabId).tab = change;
    else if (change.kind === "chain-put") chains.set(change.chain.id, change.chain);
    else for (const id of change.chainIds) chains.set(id, undefined);
  }

  return {
    flush: sending.flushNow,
    expectAnswer() {
      isAnswerExpected = true;
    },
    send(changes) {
      const dropped = changes.filter((change) => change.kind === "tab-dropped");
      // A panel keeps showing the log of a closed tab, up to its last redirect. Panels of private tabs clear
      // themselves.
      if (dropped.some(({ tabId }) => pending.has(tabId))) sending.flushNow();
      for (const change of changes) collect(change);
      for (const { tabId, movedTo } of dropped) {
        pending.delete(tabId);
        ports.post(tabId, movedTo === undefined ? { type: "tab-closed" } : { type: "tab-replaced", tabId: movedTo });
      }
      if (pending.size === 0) return;
      const isAnswer = isAnswerExpected && changes.some(({ kind }) => kind === "tab-put");
      if (isAnswer) isAnswerExpected = false;
      sending.schedule(isAnswer);
    },
  };
}

function changesOf(tabId: number, { chains, tab }: TabChanges): LogChange[] {
  const droppedIds = [...chains].flatMap(([id, chain]) => (chain === undefined ? [id] : []));
  return [
    ...(droppedIds.length > 0 ? [{ kind: "chains-dropped", tabId, chainIds: droppedIds } as const] : []),
    ...[...chains.values()].flatMap((chain) => (chain === undefined ? [] : [{ kind: "chain-put", chain } as const])),
    ...(tab === undefined ? [] : [tab]),
  ];
}
