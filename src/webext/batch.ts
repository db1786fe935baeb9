/** Batches what comes in bursts: one flush for all that was scheduled in the meantime (decision D67). */

export interface BatchTimes {
  /** From the first call to the flush, in milliseconds. */
  readonly delayMs: number;
  /** While calls keep coming: the least time between two flushes. Default: `delayMs`. */
  readonly intervalMs?: number;
  /** Of the first flush, if longer. */
  readonly firstDelayMs?: number;
}

export interface Batch {
  /** Flushes later. An urgent call does not wait for the interval. */
  schedule(isUrgent?: boolean): void;
  flushNow(): void;
}

export function batch(flush: () => void, { delayMs, intervalMs = delayMs, firstDelayMs = delayMs }: BatchTimes): Batch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTimerUrgent = false;
  let flushedAt: number | undefined;

  function flushNow() {
    clearTimeout(timer);
    timer = undefined;
    isTimerUrgent = false;
    flushedAt = Date.now();
    flush();
  }

  function waitMs(isUrgent: boolean) {
    if (flushedAt === undefined) return firstDelayMs;
    const elapsedMs = Date.now() - flushedAt;
    // A clock that was set back must not delay anything.
    return isUrgent || elapsedMs < 0 ? delayMs : Math.max(delayMs, intervalMs - elapsedMs);
  }

  return {
    flushNow,
    schedule(isUrgent = false) {
      if (timer !== undefined && (isTimerUrgent || !isUrgent)) return;
      clearTimeout(timer);
      isTimerUrgent = isUrgent;
      timer = setTimeout(flushNow, waitMs(isUrgent));
    },
  };
}
