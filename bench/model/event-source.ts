/** Events to measure the model with: recorded ones over and over, and made-up ones in any number. */
import type { Answer, Header } from "../../src/model/redirect-chain.ts";
import type { LogEvent, RequestEvent } from "../../src/model/request-event.ts";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import { browserNames, eventsOf, readTrace } from "../../test/replay/traces.ts";

/** The tab that all made-up requests belong to. */
export const tabId = 1;

/** Every recorded event of both browsers, as the background gets them. */
export function recordedEvents(): LogEvent[] {
  return browserNames.flatMap((browserName) =>
    allScenarios.flatMap(({ name }) => eventsOf(browserName, readTrace(browserName, name))),
  );
}

/** The same once more: requests of their own, at a later time. */
export function repeated(events: readonly LogEvent[], round: number): LogEvent[] {
  return events.map((event) => ({
    ...event,
    ...("requestId" in event ? { requestId: `${round}/${event.requestId}` } : {}),
    ...("at" in event ? { at: event.at + round * 60_000 } : {}),
  }));
}

const headers = (count: number): Header[] =>
  Array.from({ length: count }, (_, at) => ({ name: `X-Header-${at}`, value: `the value of header ${at}` }));
const requestHeaders = headers(6);
const answer: Answer = { status: 200, statusText: "OK", protocol: "HTTP/1.1", headers: headers(8), fromCache: false };
const redirectAnswer: Answer = { ...answer, status: 302, statusText: "Found" };

/** How many events a made-up chain of one redirect has. */
export const eventsPerChain = 8;

/** Fetches with one redirect each, from the given one on, one after the other. */
export function madeUpEvents(firstChain: number, chainCount: number): RequestEvent[] {
  return Array.from({ length: chainCount }, (_, at) => chainEvents(firstChain + at)).flat();
}

function chainEvents(number: number): RequestEvent[] {
  const at = 1_800_000_000_000 + number * 10;
  const common = { requestId: String(number), tabId, frameId: 0, resourceType: "xmlhttprequest", method: "GET" };
  const from = { ...common, url: `https://shop.test/from/${number}?page=1` };
  const to = { ...common, url: `https://shop.test/to/${number}` };
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
}
