/** Events to measure the model with: recorded ones, repeated, and any number of synthetic ones. Runs in any engine. */
import type { Answer, Header } from "../../src/model/chain/redirect-chain.ts";
import type { LogEvent, RequestEvent } from "../../src/model/log/log-event.ts";

/** The tab of all synthetic requests. */
export const tabId = 1;

/** Maximum number of request ids in one round of recorded events. */
const requestsPerRound = 100_000;

/** The same events again, with new request ids and later times. */
export function repeated(events: readonly LogEvent[], round: number): LogEvent[] {
  const lastAt = events.reduce((last, event) => ("at" in event ? Math.max(last, event.at) : last), 0);
  return events.map((event) => ({
    ...event,
    ...("requestId" in event ? { requestId: String(Number(event.requestId) + round * requestsPerRound) } : {}),
    ...("at" in event ? { at: event.at + round * (lastAt + 1_000) } : {}),
  }));
}

const headers = (count: number): Header[] =>
  Array.from({ length: count }, (_, at) => ({ name: `X-Header-${at}`, value: `the value of header ${at}` }));
const requestHeaders = headers(6);
const answer: Answer = { status: 200, statusText: "OK", protocol: "HTTP/1.1", headers: headers(8), fromCache: false };
const redirectAnswer: Answer = { ...answer, status: 302, statusText: "Found" };

/** Makes the events of the nth fetch. */
export type FetchEvents = (number: number) => readonly RequestEvent[];

/** Consecutive fetches, starting with the given number. */
export function madeUpEvents(eventsOf: FetchEvents, firstNumber: number, fetchCount: number): RequestEvent[] {
  return Array.from({ length: fetchCount }, (_, at) => eventsOf(firstNumber + at)).flat();
}

/** A fetch with one redirect. */
export const redirectedFetch: FetchEvents = (number) => {
  const { at, from, to } = requestsOf(number);
  return [
    { kind: "started", ...from, at, body: { presence: "absent" } },
    { kind: "headers-sent", ...from, at: at + 1, headers: requestHeaders },
    { kind: "headers-received", ...from, at: at + 2, answer: redirectAnswer },
    { kind: "redirected", ...from, at: at + 3, redirectUrl: to.url, source: "server", answer: redirectAnswer },
    { kind: "started", ...to, at: at + 4, body: { presence: "absent" } },
    { kind: "headers-sent", ...to, at: at + 5, headers: requestHeaders },
    { kind: "headers-received", ...to, at: at + 6, answer },
    { kind: "completed", ...to, at: at + 7, answer },
  ];
};

export const plainFetch: FetchEvents = (number) => {
  const { at, from } = requestsOf(number);
  return [
    { kind: "started", ...from, at, body: { presence: "absent" } },
    { kind: "headers-sent", ...from, at: at + 1, headers: requestHeaders },
    { kind: "headers-received", ...from, at: at + 2, answer },
    { kind: "completed", ...from, at: at + 3, answer },
  ];
};

function requestsOf(number: number) {
  const common = { requestId: String(number), tabId, frameId: 0, resourceType: "xmlhttprequest", method: "GET" };
  return {
    at: 1_800_000_000_000 + number * 10,
    from: { ...common, url: `https://shop.test/from/${number}?page=1` },
    to: { ...common, url: `https://shop.test/to/${number}` },
  };
}
