/** Tests that events wait, in order, until the saved log was read. */
import { expect, test } from "vitest";
import { emptyLog, type ChainLog, type LogChange } from "../../src/model/log/chain-log.ts";
import { logKeeper } from "../../src/webext/event-queue.ts";
import { inShort, requestEvents, watchedLog } from "../model/request-events.ts";

const a = "http://a.test/";
const b = "http://b.test/";

test("an event that woke the background finds the chain that it belongs to", async () => {
  const [start, ...rest] = requestEvents().redirectedOnce(a, b);
  const saved = watchedLog(start === undefined ? [] : [start]);
  const reported: (readonly LogChange[])[] = [];
  // Resolved already, but read only when this function waits.
  const keeper = logKeeper(Promise.resolve(saved), (changes) => reported.push(changes));
  for (const event of rest) keeper.receive(event);
  expect(reported).toEqual([]);
  const log = await new Promise<ChainLog>((resolve) => {
    keeper.whenReady(resolve);
  });
  expect(inShort(log.chains.get("1"))).toEqual([`GET ${a} 301 → ${b}`, `GET ${b} 200`]);
  expect(reported).toHaveLength(3);
});

test("changes are reported at once when the log is there, nothing where nothing changed", async () => {
  const reported: string[] = [];
  const keeper = logKeeper(Promise.resolve(emptyLog()), (changes) => reported.push(...changes.map(({ kind }) => kind)));
  await new Promise<ChainLog>((resolve) => {
    keeper.whenReady(resolve);
  });
  const get = requestEvents();
  keeper.receive(get.completed(a));
  expect(reported).toEqual([]);
  keeper.receive(get.started(a));
  expect(reported).toEqual(["tab-put", "chain-put"]);
});
