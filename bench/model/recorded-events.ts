/** The recorded traces as one long list of events. Apart from the other events, because reading files needs Node. */
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import type { LogEvent } from "../../src/model/log/log-event.ts";
import { browserNames, eventsOf, readTrace } from "../../test/replay/traces.ts";

/** Every recorded event of both browsers, as the background gets them. */
export function recordedEvents(): LogEvent[] {
  let requestCount = 0;
  return browserNames.flatMap((browserName) =>
    allScenarios.flatMap(({ name }) => {
      // Each trace counts its requests from 1 on; here they get the numbers of one long session.
      const numbers = new Map<string, string>();
      return eventsOf(browserName, readTrace(browserName, name)).map((event) => {
        if (!("requestId" in event)) return event;
        const requestId = numbers.get(event.requestId) ?? String((requestCount += 1));
        numbers.set(event.requestId, requestId);
        return { ...event, requestId };
      });
    }),
  );
}
