/** Tests that events are queued, in order, until the saved log has been read. */
import { expect, test } from "vitest";
import { emptyLog, type ChainLog, type LogChange } from "../../src/model/log/chain-log.ts";
import { eventQueue, type RestoredState } from "../../src/webext/event-queue.ts";
import { eventRewriter } from "../../src/webext/quirks/rewrite-events.ts";
import { inShort, requestEvents, watchedLog } from "../model/request-events.ts";

const a = "http://a.test/";
const b = "http://b.test/";

test("an event that woke the background finds its chain", async () => {
  const [start, ...rest] = requestEvents().redirectedOnce(a, b);
  const saved = watchedLog(start === undefined ? [] : [start]);
  const reported: (readonly LogChange[])[] = [];
  // Already resolved, but not read before this function awaits.
  const queue = eventQueue(stateOf(saved), (changes) => reported.push(changes));
  for (const event of rest) queue.dispatch(event);
  expect(reported).toEqual([]);
  const log = await new Promise<ChainLog>((resolve) => {
    queue.whenReady(resolve);
  });
  expect(inShort(log.chains.get("1"))).toEqual([`GET ${a} 301 → ${b}`, `GET ${b} 200`]);
  expect(reported).toHaveLength(3);
});

test("changes are reported immediately when the log is ready, and only if there are any", async () => {
  const reported: string[] = [];
  const queue = eventQueue(stateOf(emptyLog()), (changes) => reported.push(...changes.map(({ kind }) => kind)));
  await new Promise<ChainLog>((resolve) => {
    queue.whenReady(resolve);
  });
  const get = requestEvents();
  queue.dispatch(get.completed(a));
  expect(reported).toEqual([]);
  queue.dispatch(get.started(a));
  expect(reported).toEqual(["tracking-put", "chain-put"]);
});

function stateOf(log: ChainLog): Promise<RestoredState> {
  return Promise.resolve({ log, rewriter: eventRewriter([]) });
}
