/** Passes each event through the quirks of a browser before it reaches the model. */
import type { LogEvent } from "../../model/log/log-event.ts";
import type { Quirk } from "./quirk.ts";

/** By quirk id. Plain JSON data, so that it can be saved. */
export type QuirkMemory = Readonly<Record<string, unknown>>;

export interface EventRewriter {
  rewrite(event: LogEvent): readonly LogEvent[];
}

/**
 * `saved`: the memory from before the browser stopped the background. `save` is called with the new memory whenever it
 * changes.
 */
export function eventRewriter(
  quirks: readonly Quirk<unknown>[],
  saved: QuirkMemory = {},
  save: (memory: QuirkMemory) => void = () => undefined,
): EventRewriter {
  let memory = saved;
  const transient: Record<string, unknown> = {};

  function rewriteOne(quirk: Quirk<unknown>, event: LogEvent): readonly LogEvent[] {
    const before = (quirk.hasTransientMemory === true ? transient : memory)[quirk.id] ?? quirk.emptyMemory;
    const rewritten = quirk.rewrite(event, before);
    if (rewritten === undefined) return [event];
    if (quirk.hasTransientMemory === true) transient[quirk.id] = rewritten.memory;
    else if (rewritten.memory !== before) {
      memory = { ...memory, [quirk.id]: rewritten.memory };
      save(memory);
    }
    return rewritten.events;
  }

  return {
    rewrite(event) {
      let events: readonly LogEvent[] = [event];
      for (const quirk of quirks) events = events.flatMap((each) => rewriteOne(quirk, each));
      return events;
    },
  };
}
