/** Batches calls that come in bursts: one flush for all calls since the last one. */

export interface BatchTimes {
  /** From the first call to the flush, in milliseconds. */
  readonly delayMs: number;
  /** Minimum time between two flushes while calls keep coming, in milliseconds. Default: `delayMs`. */
  readonly intervalMs?: number;
  /** Delay of the first flush, in milliseconds. Default: `delayMs`. */
  readonly firstDelayMs?: number;
}

export interface Batch {
  /** Schedules a flush. An urgent call does not wait for the interval. */
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
    // A clock that was set back must not cause a delay.
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
