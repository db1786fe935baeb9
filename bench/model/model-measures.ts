/**
 * Measures `applyEvent` in the engine that this runs in. Built into one script and run in a page of each browser: what
 * an event costs differs from engine to engine, and Node's is years older than the browsers'.
 */
import { applyEvent } from "../../src/model/log/apply-event.ts";
import { emptyLog, type ChainLog } from "../../src/model/log/chain-log.ts";
import { defaultLimits, type LogLimits } from "../../src/model/log/log-limits.ts";
import type { LogEvent } from "../../src/model/log/log-event.ts";
import { madeUpEvents, plainFetch, redirectedFetch, repeated, tabId, type FetchEvents } from "./event-source.ts";

/** Nanoseconds for one event. */
export interface Cost {
  readonly applyNs: number;
  /** The same for a function that only reads the events. */
  readonly emptyNs: number;
}

declare global {
  var modelMeasures: typeof modelMeasuresHere;
}

const modelMeasuresHere = { recorded, madeUp, inFullLog };
globalThis.modelMeasures = modelMeasuresHere;

const million = 1_000_000;
const batchFetches = 1_250;
/** One pass over a batch is too fast to be timed. */
const emptyRepeats = 20;

function recorded(events: readonly LogEvent[]): Cost {
  const tabIds = events.flatMap((event) => ("tabId" in event && event.tabId >= 0 ? [event.tabId] : []));
  const batches = Math.ceil(200_000 / events.length);
  return measure(watchedLog([...new Set(tabIds)]), batches, (round) => repeated(events, round));
}

function madeUp(): Cost {
  const batches = million / (batchFetches * redirectedFetch(0).length);
  return measure(watchedLog([tabId]), batches, (batch) =>
    madeUpEvents(redirectedFetch, batch * batchFetches, batchFetches),
  );
}

/** A log at its limit of chains: each new chain drops the oldest. */
function inFullLog(chainCount: number, kind: "redirected" | "plain"): Cost {
  const eventsOf: FetchEvents = kind === "plain" ? plainFetch : redirectedFetch;
  const log = watchedLog([tabId], { ...defaultLimits, chainsPerTab: chainCount, sizeBytes: Infinity });
  for (let first = 0; first < chainCount; first += 100) {
    for (const event of madeUpEvents(redirectedFetch, first, 100)) applyEvent(log, event);
  }
  return measure(log, 16, (batch) => madeUpEvents(eventsOf, chainCount + batch * batchFetches, batchFetches));
}

/** Events are created per batch, outside the timed part: a million at once would fill the memory. */
function measure(log: ChainLog, batchCount: number, makeBatch: (batch: number) => readonly LogEvent[]): Cost {
  let applyMs = 0;
  let emptyMs = 0;
  let eventCount = 0;
  let read = 0;
  for (let batch = 0; batch < batchCount; batch += 1) {
    const events = makeBatch(batch);
    const startMs = performance.now();
    for (let again = 0; again < emptyRepeats; again += 1) for (const event of events) read += readOnly(event);
    const middleMs = performance.now();
    for (const event of events) applyEvent(log, event);
    applyMs += performance.now() - middleMs;
    emptyMs += middleMs - startMs;
    eventCount += events.length;
  }
  if (read === 0) throw new Error("No event was read.");
  return { applyNs: (applyMs * 1e6) / eventCount, emptyNs: (emptyMs * 1e6) / (eventCount * emptyRepeats) };
}

/** The minimum work of any event consumer. Its result is used, so the compiler cannot remove it. */
function readOnly(event: LogEvent): number {
  const url = "url" in event ? event.url.length : 0;
  const id = "requestId" in event ? event.requestId.length : 0;
  return event.kind.length + event.tabId + url + id;
}

function watchedLog(tabIds: readonly number[], limits?: LogLimits): ChainLog {
  const log = emptyLog(limits);
  for (const watchedTabId of tabIds) applyEvent(log, { kind: "set-watched", tabId: watchedTabId, watched: true });
  return log;
}
