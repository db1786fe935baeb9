/** The recorded traces as one list of events. A separate file, because reading files needs Node. */
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import type { LogEvent } from "../../src/model/log/log-event.ts";
import { browserNames, eventsOf, readTrace } from "../../test/replay/traces.ts";

/** Every recorded event of both browsers, as the background receives it. */
export function recordedEvents(): LogEvent[] {
  let requestCount = 0;
  let startMs = 0;
  return browserNames.flatMap((browserName) =>
    allScenarios.flatMap(({ name }) => {
      // Request ids start at 1 in each trace; here they are numbered as in one long session.
      const numbers = new Map<string, string>();
      const events = eventsOf(browserName, readTrace(browserName, name));
      // Each trace begins at 0; here one follows the other.
      const offsetMs = startMs;
      startMs += 1_000 + Math.max(...events.map((event) => ("at" in event ? event.at : 0)));
      return events.map((recorded) => {
        const event = "at" in recorded ? { ...recorded, at: recorded.at + offsetMs } : recorded;
        if (!("requestId" in event)) return event;
        const requestId = numbers.get(event.requestId) ?? String((requestCount += 1));
        numbers.set(event.requestId, requestId);
        return { ...event, requestId };
      });
    }),
  );
}
