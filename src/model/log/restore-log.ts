/** Restores a log from its saved changes. */
import { applyAll } from "./apply-event.ts";
import { emptyLog, type ChainLog, type LogChange } from "./chain-log.ts";
import type { LogLimits } from "./log-limits.ts";

/** `saved`: at most one change for each chain and tab, in any order. */
export function restoreLog(saved: readonly LogChange[], limits?: LogLimits): ChainLog {
  const log = emptyLog(limits);
  const inOrder = saved.toSorted((a, b) => listedAt(a) - listedAt(b));
  applyAll(log, inOrder);
  return log;
}

/** A chain gets its place in the list when its first hop ends. */
function listedAt(change: LogChange): number {
  if (change.kind !== "chain-put") return -Infinity;
  const {
    hops: [first],
  } = change.chain;
  return first.state === "pending" ? first.startedAt : first.endedAt;
}
