/** How many events a second `applyEvent` takes, and whether an event costs the same in a small log and in a huge one. */
import { applyEvent } from "../../src/model/apply-event.ts";
import { emptyLog, type ChainLog } from "../../src/model/chain-log.ts";
import { defaultLimits } from "../../src/model/log-limits.ts";
import type { LogEvent } from "../../src/model/request-event.ts";
import type { Bench } from "../bench.ts";
import { figure, markdownTable } from "../markdown-table.ts";
import { median } from "../median.ts";
import { eventsPerChain, madeUpEvents, recordedEvents, repeated, tabId } from "./event-source.ts";

const roundCount = 5;
const million = 1_000_000;
const batchChains = 1_250;
const logSizes = [100, 1_000, 10_000, 100_000] as const;

export const modelBench: Bench = {
  name: "model",
  title: "Model",
  run({ say }) {
    const rounds = Array.from({ length: roundCount }, (_, round) => {
      say(`round ${round + 1} of ${roundCount}`);
      return {
        recorded: measureRecorded(),
        madeUp: measureMadeUp(),
        bySize: logSizes.map(measureInLogOf),
      };
    });
    const line = (name: string, nsOf: (round: (typeof rounds)[number]) => Cost) => {
      const ns = median(rounds.map((round) => nsOf(round).applyNs));
      const emptyNs = median(rounds.map((round) => nsOf(round).emptyNs));
      return [name, `${figure(ns)} ns`, figure(1e9 / ns), figure(ns / emptyNs)];
    };
    const rows = [
      line("all recorded traces, over and over", ({ recorded }) => recorded),
      line("1,000,000 made-up events", ({ madeUp }) => madeUp),
      ...logSizes.map((size, at) =>
        line(`in a full log of ${figure(size)} chains`, ({ bySize }) => bySize[at] ?? { applyNs: 0, emptyNs: 0 }),
      ),
    ];
    const head = ["events", "one event", "events a second", "times an empty function"];
    return Promise.resolve(
      `\`applyEvent\` in Node; the empty function only reads the events' fields. In the full logs each new chain drops the oldest;
their limits are raised. The median of ${roundCount} rounds. Goals: 1,000,000 events a second, and no dearer in a larger log.

${markdownTable(head, rows)}`,
    );
  },
};

/** Nanoseconds for one event. */
interface Cost {
  readonly applyNs: number;
  readonly emptyNs: number;
}

function measureRecorded(): Cost {
  const events = recordedEvents();
  const log = watchedLog([
    ...new Set(events.flatMap((event) => ("tabId" in event && event.tabId >= 0 ? [event.tabId] : []))),
  ]);
  const batches = Math.ceil(200_000 / events.length);
  return measure(log, batches, (round) => repeated(events, round));
}

function measureMadeUp(): Cost {
  const batches = million / (batchChains * eventsPerChain);
  return measure(watchedLog([tabId]), batches, (batch) => madeUpEvents(batch * batchChains, batchChains));
}

function measureInLogOf(chainCount: number): Cost {
  const log = watchedLog([tabId], chainCount);
  for (let first = 0; first < chainCount; first += 100) {
    for (const event of madeUpEvents(first, 100)) applyEvent(log, event);
  }
  return measure(log, 16, (batch) => madeUpEvents(chainCount + batch * batchChains, batchChains));
}

/** The events are made batch by batch, outside of what is timed: a million of them at once would not leave room. */
function measure(log: ChainLog, batchCount: number, makeBatch: (batch: number) => readonly LogEvent[]): Cost {
  let applyMs = 0;
  let emptyMs = 0;
  let eventCount = 0;
  let read = 0;
  for (let batch = 0; batch < batchCount; batch += 1) {
    const events = makeBatch(batch);
    const startMs = performance.now();
    for (const event of events) read += readOnly(event);
    const middleMs = performance.now();
    for (const event of events) applyEvent(log, event);
    applyMs += performance.now() - middleMs;
    emptyMs += middleMs - startMs;
    eventCount += events.length;
  }
  if (read === 0) throw new Error("No event was read.");
  return { applyNs: (applyMs * 1e6) / eventCount, emptyNs: (emptyMs * 1e6) / eventCount };
}

/** What any receiver of events does at least. Its result is used, so that the compiler cannot leave it out. */
function readOnly(event: LogEvent): number {
  const url = "url" in event ? event.url.length : 0;
  const id = "requestId" in event ? event.requestId.length : 0;
  return event.kind.length + event.tabId + url + id;
}

function watchedLog(tabIds: readonly number[], chainsPerTab = defaultLimits.chainsPerTab): ChainLog {
  const isRaised = chainsPerTab !== defaultLimits.chainsPerTab;
  const log = emptyLog(isRaised ? { ...defaultLimits, chainsPerTab, sizeBytes: Infinity } : defaultLimits);
  for (const watchedTabId of tabIds) applyEvent(log, { kind: "set-watched", tabId: watchedTabId, watched: true });
  return log;
}
