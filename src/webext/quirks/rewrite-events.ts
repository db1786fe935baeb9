/** Lets each quirk of a browser rewrite an event before it reaches the model. */
import type { LogEvent } from "../../model/log/log-event.ts";
import type { Quirk } from "./quirk.ts";

/** By the quirk's id. Plain JSON data, to be saved. */
export type QuirkMemory = Readonly<Record<string, unknown>>;

export interface EventRewriter {
  rewrite(event: LogEvent): readonly LogEvent[];
}

/** `saved`: the memory from before the background was stopped. `save` is called with what has to be saved next. */
export function eventRewriter(
  quirks: readonly Quirk<unknown>[],
  saved: QuirkMemory = {},
  save: (memory: QuirkMemory) => void = () => undefined,
): EventRewriter {
  let memory = saved;
  const forgetful: Record<string, unknown> = {};

  function rewriteOne(quirk: Quirk<unknown>, event: LogEvent): readonly LogEvent[] {
    const before = (quirk.isForgetful === true ? forgetful : memory)[quirk.id] ?? quirk.emptyMemory;
    const rewritten = quirk.rewrite(event, before);
    if (rewritten === undefined) return [event];
    if (quirk.isForgetful === true) forgetful[quirk.id] = rewritten.memory;
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
