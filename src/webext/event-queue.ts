/**
 * The only entry point to the log, for events and commands. They are queued until the saved log has been read, so that
 * an event that woke a stopped background finds its chain.
 */
import { applyEvent } from "../model/log/apply-event.ts";
import type { ChainLog, LogChange } from "../model/log/chain-log.ts";
import type { LogEvent } from "../model/log/log-event.ts";
import type { EventRewriter } from "./quirks/rewrite-events.ts";

export interface EventQueue {
  /** Applies the event; the changes go to `onChanges`. */
  dispatch(event: LogEvent): void;
  /** Calls `use` immediately, or as soon as the saved log has been read. */
  whenReady(use: (log: ChainLog) => void): void;
}

export interface RestoredState {
  readonly log: ChainLog;
  readonly rewriter: EventRewriter;
}

export function eventQueue(
  restoring: Promise<RestoredState>,
  onChanges: (changes: readonly LogChange[], log: ChainLog) => void,
): EventQueue {
  let state: RestoredState | undefined;
  let waiting: ((restored: RestoredState) => void)[] = [];

  async function begin() {
    const restored = await restoring;
    state = restored;
    const queue = waiting;
    waiting = [];
    for (const use of queue) use(restored);
  }

  void begin();

  function enqueue(use: (restored: RestoredState) => void) {
    if (state === undefined) waiting.push(use);
    else use(state);
  }

  return {
    whenReady: (use) => enqueue(({ log }) => use(log)),
    dispatch(event) {
      enqueue(({ log, rewriter }) => {
        const changes = rewriter.rewrite(event).flatMap((rewritten) => applyEvent(log, rewritten));
        if (changes.length > 0) onChanges(changes, log);
      });
    },
  };
}
