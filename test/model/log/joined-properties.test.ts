/**
 * Tests properties of requests that are joined on purpose: a page that redirects, and a service worker that responds.
 * The requests of log-properties.test.ts, in contrast, must never be joined.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerOf, isClientRedirect, type Chain, type Hop } from "../../../src/model/chain/redirect-chain.ts";
import type { LogEvent, RequestEvent } from "../../../src/model/log/log-event.ts";
import { arbitraryHops } from "../arbitrary-hops.ts";
import { eventsFor } from "../events-for.ts";
import { watchedLog } from "../request-events.ts";

/**
 * Two documents of tab 1 and one of tab 2, each on its own host, and a service worker that requests URLs on one of
 * these hosts.
 */
const arbitraryEvents = fc
  .tuple(...["1", "2", "3"].map((id) => arbitraryHops(`host${id}.test`)), fc.constantFrom("1", "2", "3"))
  .chain((generated) => {
    const [first, second, third, workerHost] = generated as [Hop[], Hop[], Hop[], string];
    return arbitraryHops(`host${workerHost}.test`).map((worker) => ({ documents: [first, second, third], worker }));
  })
  .chain(({ documents, worker }) => {
    const requests = documents.map((hops, index) =>
      eventsFor(hops, { requestId: String(index + 1), tabId: index === 2 ? 2 : 1 }),
    );
    const workerEvents = eventsFor(worker, { requestId: "9", tabId: -1, resourceType: "xmlhttprequest" });
    const urls = [...documents, worker].flatMap((hops) => hops.map(({ url }) => url));
    const arbitraryTabEvents = fc.array(
      fc.oneof(
        clientNavigated(urls),
        ...["navigation-started", "document-committed"].map((kind) => tabEvent(kind, urls)),
      ),
      { maxLength: 6 },
    );
    const intercepted = requests
      .flat()
      .flatMap((event): RequestEvent[] => (event.kind === "started" ? [{ ...event, kind: "intercepted" }] : []));
    return arbitraryTabEvents.chain((tabEvents) => {
      const all: LogEvent[] = [...requests.flat(), ...workerEvents, ...intercepted, ...tabEvents];
      return fc.oneof(fc.shuffledSubarray([...all, ...all]), inOrder(requests, workerEvents, tabEvents));
    });
  });

describe("client redirects and service workers, with lost, duplicated and shuffled events", () => {
  test("two requests are joined only by a page's message from the same tab", () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        for (const chain of watchedLog(events, [1, 2]).chains.values()) expectJoinedByMessage(chain, events);
      }),
      { numRuns: 300 },
    );
  });

  test("each part of a chain has the URLs, methods and statuses of a single request or of the service worker's request", () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        for (const chain of watchedLog(events, [1, 2]).chains.values()) {
          for (const part of partsOf(chain)) expect(requestsWith(part, events)).not.toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a service worker's request has no chain of its own", () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        // Watched, so that the service worker's requests are left out only because they have no tab.
        const { chains } = watchedLog(events, [-1, 1, 2]);
        expect([...chains.values()].filter(({ tabId, id }) => tabId < 0 || id === "9")).toEqual([]);
      }),
    );
  });

  test("the events of this test produce joined chains", () => {
    const isJoined = (events: readonly LogEvent[]) =>
      [...watchedLog(events, [1, 2]).chains.values()].some(({ id, requestId }) => id !== requestId);
    expect(fc.sample(arbitraryEvents, { numRuns: 2_000, seed: 1 }).some(isJoined)).toBe(true);
  });
});

function expectJoinedByMessage(chain: Chain, events: readonly LogEvent[]): void {
  const clientRedirects = chain.hops.filter((hop) => hop.state === "redirected" && isClientRedirect(hop));
  expect(chain.id !== chain.requestId).toBe(clientRedirects.length > 0);
  for (const hop of clientRedirects) {
    const isMessageOfHop = (event: LogEvent) =>
      event.kind === "client-navigated" && event.tabId === chain.tabId && event.documentUrl === hop.url;
    expect(events.some(isMessageOfHop)).toBe(true);
  }
}

/** The hops between two client redirects belong to a single request. */
function partsOf({ hops }: Chain): Hop[][] {
  const parts: Hop[][] = [[]];
  for (const hop of hops) {
    parts.at(-1)?.push(hop);
    if (hop.state === "redirected" && isClientRedirect(hop)) parts.push([]);
  }
  return parts;
}

function requestsWith(part: readonly Hop[], events: readonly LogEvent[]): string[] {
  const hasId =
    (id: string) =>
    (event: LogEvent): event is RequestEvent =>
      "requestId" in event && event.requestId === id;
  const announcedUrls = new Set(events.flatMap((event) => (event.kind === "navigation-started" ? event.url : [])));
  const ofWorker = events.filter(hasId("9"));
  return ["1", "2", "3"].filter((id) => {
    const ofRequest = events.filter(hasId(id));
    return part.every((hop) => {
      const isAnnounced = hop.inferred === true && answerOf(hop) === undefined && announcedUrls.has(hop.url);
      return isAnnounced || haveHop(ofRequest, hop) || (hop.state === "redirected" && haveHop(ofWorker, hop));
    });
  });
}

function haveHop(events: readonly RequestEvent[], { url, method, ...hop }: Hop): boolean {
  const status = "answer" in hop ? hop.answer?.status : undefined;
  const urls = events.flatMap((event) => ("redirectUrl" in event ? [event.url, event.redirectUrl] : [event.url]));
  const statuses = events.flatMap((event) => ("answer" in event ? [event.answer.status] : []));
  const isRequested = urls.includes(url) && events.some((event) => event.method === method);
  return isRequested && (status === undefined || statuses.includes(status));
}

function clientNavigated(urls: readonly string[]): fc.Arbitrary<LogEvent> {
  const url = fc.constantFrom(...urls);
  return fc.record({
    kind: fc.constant("client-navigated" as const),
    tabId: fc.constantFrom(1, 2),
    at: fc.nat(50),
    url,
    documentUrl: url,
    baseUrl: url,
    isUserActive: fc.boolean(),
  });
}

function tabEvent(kind: string, urls: readonly string[]): fc.Arbitrary<LogEvent> {
  const facts = { tabId: fc.constantFrom(1, 2), at: fc.nat(50), url: fc.constantFrom(...urls) };
  return fc.record(facts).map((event) => ({ kind, ...event }) as LogEvent);
}

/** In a browser's order: the first page, a message that is correct or not, the second page. */
function inOrder(
  requests: readonly RequestEvent[][],
  workerEvents: RequestEvent[],
  tabEvents: LogEvent[],
): fc.Arbitrary<LogEvent[]> {
  const [first = [], second = [], third = []] = requests;
  const [left = "", arriving = "", elsewhere = ""] = [first.at(-1)?.url, second[0]?.url, third[0]?.url];
  const documentUrl = fc.constantFrom(left, elsewhere, arriving);
  return fc
    .record({ documentUrl, tabId: fc.constantFrom(1, 2) })
    .map((message) => [
      ...workerEvents,
      ...first,
      { kind: "client-navigated", at: 5, url: arriving, baseUrl: left, isUserActive: false, ...message },
      ...second,
      ...third,
      ...tabEvents,
    ]);
}
