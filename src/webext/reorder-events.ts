/**
 * A background that is woken gets its first events in another order. Firefox 153 delivers them type by type: all
 * onBeforeRequest of a chain, then all onSendHeaders, and so on, some 100 ms after the background's first tick. In
 * Chromium 156 events that happen while the worker starts overtake those that wait for it. Here events are batched and
 * put back into the order in which they happened (decision D22). No bugs filed.
 */
import { isSameResource } from "../model/url/location-url.ts";
import type { LogEvent, RequestEvent } from "../model/log/log-event.ts";
import { batch } from "./batch.ts";

/** The late events arrive within a few milliseconds of each other, but on a busy machine not those that woke it. */
const delayMs = 25;
/** From the first tick in Chromium, from the first event in Firefox. */
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

/** For Chromium: batches the events of the background's first moments only. Call it in the first tick. */
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

/** Chromium counts fractions of milliseconds. An event without a time stays behind the one that it followed. */
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
 * Each request's events hop by hop; requests, and events of tabs, by when they began. A service worker's requests come
 * before those that it answers.
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
  // Of the same millisecond, events of tabs come first.
  return groups.toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at)).flatMap((group) => group.events);
}

/** As almost always: then the order of arrival is right, also between events of the same millisecond. */
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
    // Within a type the order is right: each event belongs to the next start of its URL.
    let reached = -1;
    for (const event of events.filter(({ kind }) => kind === step)) {
      if (step === "completed" || step === "failed") {
        // The end of the request. (A refused port fails without a start of its own.)
        hopOf.set(event, starts.length);
        continue;
      }
      const hop = starts.findIndex(
        (start, index) => index > reached && start.at <= event.at && isSameResource(start.url, event.url),
      );
      if (hop !== -1) reached = hop;
      // Without a start of its own it belongs to the hop reached so far, or to one before this moment (-1).
      hopOf.set(event, reached);
    }
  }
  const place = (event: RequestEvent) => (hopOf.get(event) ?? 0) * steps.length + steps.indexOf(event.kind);
  return events.toSorted((a, b) => place(a) - place(b));
}

/** A request that a service worker took over starts once more. */
function isRestart(event: RequestEvent, last: RequestEvent, events: readonly RequestEvent[]): boolean {
  const isBetween = ({ kind, at, url }: RequestEvent) =>
    kind === "intercepted" && last.at <= at && at <= event.at && isSameResource(url, event.url);
  return isSameResource(event.url, last.url) && events.some(isBetween);
}
