/** Tests when a batch is flushed, in virtual time. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { batch, type BatchTimes } from "../../src/webext/batch.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Calls `schedule` at the times, and returns the times of the flushes, in milliseconds. */
function flushTimes(times: BatchTimes, calls: readonly number[], urgentAt?: number): number[] {
  const startMs = Date.now();
  const flushes: number[] = [];
  const { schedule } = batch(() => flushes.push(Date.now() - startMs), times);
  for (const at of calls) {
    vi.advanceTimersByTime(startMs + at - Date.now());
    schedule(at === urgentAt);
  }
  vi.advanceTimersByTime(10_000);
  return flushes;
}

const every = (stepMs: number, endMs: number) => Array.from({ length: endMs / stepMs }, (_, index) => index * stepMs);

test("the first call is flushed after the delay, with all that follow in the meantime", () => {
  expect(flushTimes({ delayMs: 50 }, [0, 10, 49])).toEqual([50]);
});

test("calls that keep coming are flushed once in an interval", () => {
  expect(flushTimes({ delayMs: 50, intervalMs: 500 }, every(20, 1_200))).toEqual([50, 550, 1_050, 1_550]);
});

test("an urgent call does not wait for the interval", () => {
  expect(flushTimes({ delayMs: 50, intervalMs: 500 }, [0, 100, 120], 120)).toEqual([50, 170]);
});

test("the end of a burst does not wait for the interval", () => {
  const times = { delayMs: 50, intervalMs: 500, quietMs: 50 };
  expect(flushTimes(times, every(20, 200))).toEqual([50, 230]);
  expect(flushTimes(times, every(20, 1_200))).toEqual([50, 550, 1_050, 1_230]);
});

test("the first flush can take longer", () => {
  expect(flushTimes({ delayMs: 25, firstDelayMs: 250 }, [0, 300])).toEqual([250, 325]);
});
