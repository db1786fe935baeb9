/**
 * A background that is woken gets its first events in another order. Firefox 153 delivers them type by type: all
 * onBeforeRequest of a chain, then all onSendHeaders, and so on, some 100 ms after the background's first tick. In
 * Chromium 156 events that happen while the worker starts overtake those that wait for it. Here events are batched and
 * put back into the order in which they happened (decision D22). No bugs filed.
 */
import { isSameResource } from "../model/url/location-url.ts";
import type { LogEvent, RequestEvent } from "../model/log/log-event.ts";
import { batch } from "./batch.ts";

/**
 * Late events arrive within a few milliseconds of each other, except those that woke a background on a busy machine.
 */
const delayMs = 25;
/** Measured from the first tick in Chromium, and from the first event in Firefox. */
const firstDelayMs = 250;

/** For Firefox: batches all events. */
export function batchAndReorder(dispatch: (event: LogEvent) => void): (event: LogEvent) => void {
  let waiting: LogEvent[] = [];
  const { schedule } = batch(
    () => {
      const events = waiting;
      waiting = [];
      for (const event of inOrderOfHops(events)) dispatch(event);
    },
    { delayMs, firstDelayMs },
  );
  return (event) => {
    waiting.push(event);
    schedule();
  };
}

/** For Chromium: batches only the events of the first `firstDelayMs`. Call it in the first tick of the background. */
export function reorderAfterWake(dispatch: (event: LogEvent) => void): (event: LogEvent) => void {
  let waiting: LogEvent[] | undefined = [];
  const { schedule } = batch(
    () => {
      const events = waiting ?? [];
      waiting = undefined;
      for (const event of inOrderOfTime(events)) dispatch(event);
    },
    { delayMs: firstDelayMs },
  );
  schedule();
  return (event) => {
    if (waiting === undefined) dispatch(event);
    else waiting.push(event);
  };
}

/** Chromium's times have fractions of milliseconds. An event without a time stays after its predecessor. */
export function inOrderOfTime(events: readonly LogEvent[]): readonly LogEvent[] {
  let last = -Infinity;
  const timed = events.map((event) => {
    const at = "at" in event ? event.at : last;
    last = at;
    return { at, event };
  });
  return timed.toSorted((a, b) => a.at - b.at).map(({ event }) => event);
}

/**
 * Orders each request's events hop by hop, and requests and tab events by their start time. A service worker's requests
 * come before those that the worker answers.
 */
export function inOrderOfHops(events: readonly LogEvent[]): readonly LogEvent[] {
  if (isByTime(events)) return events;
  const requests = new Map<string, RequestEvent[]>();
  const groups: { readonly at: number; readonly events: readonly LogEvent[] }[] = [];
  for (const event of events) {
    if (!("requestId" in event)) groups.push({ at: "at" in event ? event.at : Infinity, events: [event] });
    else requests.set(event.requestId, [...(requests.get(event.requestId) ?? []), event]);
  }
  for (const ofRequest of requests.values()) {
    const isWorkers = ofRequest.some(({ tabId }) => tabId < 0);
    const at = isWorkers ? -Infinity : Math.min(...ofRequest.map((event) => event.at));
    groups.push({ at, events: hopByHop(ofRequest) });
  }
  // Within the same millisecond, tab events come first.
  return groups.toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at)).flatMap((group) => group.events);
}

/** True for almost all batches: then the order of arrival is correct, also within the same millisecond. */
function isByTime(events: readonly LogEvent[]): boolean {
  const times = events.flatMap((event) => ("at" in event ? [event.at] : []));
  return times.every((at, index) => index === 0 || at >= (times[index - 1] ?? at));
}

const steps: readonly RequestEvent["kind"][] = [
  "started",
  "intercepted",
  "headers-sent",
  "headers-received",
  "redirected",
  "completed",
  "failed",
];

function hopByHop(events: readonly RequestEvent[]): RequestEvent[] {
  const hopOf = new Map<RequestEvent, number>();
  const starts: RequestEvent[] = [];
  for (const event of events) {
    if (event.kind !== "started") continue;
    const last = starts.at(-1);
    if (last === undefined || !isRestart(event, last, events)) starts.push(event);
    hopOf.set(event, starts.length - 1);
  }
  for (const step of steps.slice(1)) {
    // Within a type the order is correct: each event belongs to the next start event with its URL.
    let reached = -1;
    for (const event of events.filter(({ kind }) => kind === step)) {
      if (step === "completed" || step === "failed") {
        // The end of the request. (A request to a blocked port fails without a start event.)
        hopOf.set(event, starts.length);
        continue;
      }
      const hop = starts.findIndex(
        (start, index) => index > reached && start.at <= event.at && isSameResource(start.url, event.url),
      );
      if (hop !== -1) reached = hop;
      // Without a start event, it belongs to the current hop, or to a hop before this batch (-1).
      hopOf.set(event, reached);
    }
  }
  const place = (event: RequestEvent) => (hopOf.get(event) ?? 0) * steps.length + steps.indexOf(event.kind);
  return events.toSorted((a, b) => place(a) - place(b));
}

/** A request that a service worker intercepted starts a second time. */
function isRestart(event: RequestEvent, last: RequestEvent, events: readonly RequestEvent[]): boolean {
  const isBetween = ({ kind, at, url }: RequestEvent) =>
    kind === "intercepted" && last.at <= at && at <= event.at && isSameResource(url, event.url);
  return isSameResource(event.url, last.url) && events.some(isBetween);
}
