/**
 * Holds the one log of the background. Events that arrive before the saved log was read wait in a queue, in order, so
 * that an event which woke a stopped background finds the chain that it belongs to.
 */
import { applyEvent } from "../model/log/apply-event.ts";
import { emptyLog, type ChainLog, type LogChange } from "../model/log/chain-log.ts";
import type { LogEvent } from "../model/log/log-event.ts";

export interface LogKeeper {
  /** Applies the event; the changes go to `onChanges`. */
  receive(event: LogEvent): void;
  /** Called now, or as soon as the saved log was read. */
  whenReady(use: (log: ChainLog) => void): void;
}

export function logKeeper(
  reading: Promise<ChainLog>,
  onChanges: (changes: readonly LogChange[], log: ChainLog) => void,
): LogKeeper {
  let log: ChainLog | undefined;
  let waiting: ((log: ChainLog) => void)[] = [];

  async function begin() {
    // What was saved cannot be read: better a log that begins now than none.
    const ready = await reading.catch(() => emptyLog());
    log = ready;
    const queue = waiting;
    waiting = [];
    for (const use of queue) use(ready);
  }

  void begin();

  function whenReady(use: (log: ChainLog) => void) {
    if (log === undefined) waiting.push(use);
    else use(log);
  }

  return {
    whenReady,
    receive(event) {
      whenReady((ready) => {
        const changes = applyEvent(ready, event);
        if (changes.length > 0) onChanges(changes, ready);
      });
    },
  };
}
