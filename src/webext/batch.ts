/** Batches what comes in bursts: one flush for all that was scheduled in the meantime (decision D67). */

export interface BatchTimes {
  /** From a call to the flush, in milliseconds. */
  readonly delayMs: number;
  /** Minimum time between two flushes while calls keep coming, in milliseconds. Default: `delayMs`. */
  readonly intervalMs?: number;
  /** A burst is over after this time without a call: then the flush does not wait for the interval. Default: it does. */
  readonly quietMs?: number;
  /** Of the first flush, if longer. */
  readonly firstDelayMs?: number;
}

export interface Batch {
  /** Schedules a flush. An urgent call does not wait for the interval. */
  schedule(isUrgent?: boolean): void;
  flushNow(): void;
}

export function batch(
  flush: () => void,
  { delayMs, intervalMs = delayMs, quietMs = Infinity, firstDelayMs = delayMs }: BatchTimes,
): Batch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer ends at the latest. Milliseconds since the epoch. */
  let deadline = Infinity;
  let flushedAt: number | undefined;

  function flushNow() {
    clearTimeout(timer);
    timer = undefined;
    deadline = Infinity;
    flushedAt = Date.now();
    flush();
  }

  function latest(now: number, isUrgent: boolean) {
    if (flushedAt === undefined) return now + firstDelayMs;
    // A clock that was set back must not delay anything.
    const isSoon = isUrgent || now < flushedAt;
    return isSoon ? now + delayMs : Math.max(now + delayMs, flushedAt + intervalMs);
  }

  return {
    flushNow,
    schedule(isUrgent = false) {
      const now = Date.now();
      const isWaiting = timer !== undefined;
      if (isWaiting && !isUrgent && quietMs === Infinity) return;
      deadline = isWaiting && !isUrgent ? deadline : Math.min(deadline, latest(now, isUrgent));
      clearTimeout(timer);
      timer = setTimeout(flushNow, Math.max(0, Math.min(deadline - now, quietMs)));
    },
  };
}
