/**
 * Tests what holds where requests are joined on purpose: a page that redirects, and a service worker that answers. Apart
 * from log-properties.test.ts, whose requests must never mix at all.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerOf, isClientRedirect, type Chain, type Hop } from "../../../src/model/chain/redirect-chain.ts";
import type { LogEvent, RequestEvent } from "../../../src/model/log/log-event.ts";
import { arbitraryHops } from "../arbitrary-hops.ts";
import { eventsFor } from "../events-for.ts";
import { watchedLog } from "../request-events.ts";

/** Two documents of tab 1, one of tab 2, each on a host of its own, and a worker that asks on the hosts of all three. */
const scene = fc
  .tuple(...["1", "2", "3"].map((id) => arbitraryHops(`host${id}.test`)), fc.constantFrom("1", "2", "3"))
  .chain((drawn) => {
    const [first, second, third, workerHost] = drawn as [Hop[], Hop[], Hop[], string];
    return arbitraryHops(`host${workerHost}.test`).map((worker) => ({ documents: [first, second, third], worker }));
  })
  .chain(({ documents, worker }) => {
    const requests = documents.map((hops, index) =>
      eventsFor(hops, { requestId: String(index + 1), tabId: index === 2 ? 2 : 1 }),
    );
    const asked = eventsFor(worker, { requestId: "9", tabId: -1, resourceType: "xmlhttprequest" });
    const urls = [...documents, worker].flatMap((hops) => hops.map(({ url }) => url));
    const aboutTabs = fc.array(
      fc.oneof(
        clientNavigated(urls),
        ...["navigation-started", "document-committed"].map((kind) => tabEvent(kind, urls)),
      ),
      { maxLength: 6 },
    );
    const intercepted = requests
      .flat()
      .flatMap((event): RequestEvent[] => (event.kind === "started" ? [{ ...event, kind: "intercepted" }] : []));
    return aboutTabs.chain((more) => {
      const all: LogEvent[] = [...requests.flat(), ...asked, ...intercepted, ...more];
      return fc.oneof(fc.shuffledSubarray([...all, ...all]), inOrder(requests, asked, more));
    });
  });

describe("pages that redirect, workers that answer; lost, doubled and shuffled", () => {
  test("only what a page said joins two requests, and only of its own tab", () => {
    fc.assert(
      fc.property(scene, (told) => {
        for (const chain of watchedLog(told, [1, 2]).chains.values()) expectJoinedRightly(chain, told);
      }),
      { numRuns: 300 },
    );
  });

  test("each part of a chain is of one request: its URLs, methods and statuses were told of it, or of the worker", () => {
    fc.assert(
      fc.property(scene, (told) => {
        for (const chain of watchedLog(told, [1, 2]).chains.values()) {
          for (const part of partsOf(chain)) expect(requestsThatTold(part, told)).not.toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("no chain is a worker's", () => {
    fc.assert(
      fc.property(scene, (told) => {
        // Watched, so that nothing but its having no tab keeps the worker's requests out.
        const { chains } = watchedLog(told, [-1, 1, 2]);
        expect([...chains.values()].filter(({ tabId, id }) => tabId < 0 || id === "9")).toEqual([]);
      }),
    );
  });

  test("the property sees joined chains", () => {
    const isJoined = (told: readonly LogEvent[]) =>
      [...watchedLog(told, [1, 2]).chains.values()].some(({ id, requestId }) => id !== requestId);
    expect(fc.sample(scene, { numRuns: 2_000, seed: 1 }).some(isJoined)).toBe(true);
  });
});

function expectJoinedRightly(chain: Chain, told: readonly LogEvent[]): void {
  const leaving = chain.hops.filter((hop) => hop.state === "redirected" && isClientRedirect(hop));
  expect(chain.id !== chain.requestId).toBe(leaving.length > 0);
  for (const hop of leaving) {
    const isSaid = (event: LogEvent) =>
      event.kind === "client-navigated" && event.tabId === chain.tabId && event.documentUrl === hop.url;
    expect(told.some(isSaid)).toBe(true);
  }
}

/** What lies between two client redirects is of one request. */
function partsOf({ hops }: Chain): Hop[][] {
  const parts: Hop[][] = [[]];
  for (const hop of hops) {
    parts.at(-1)?.push(hop);
    if (hop.state === "redirected" && isClientRedirect(hop)) parts.push([]);
  }
  return parts;
}

function requestsThatTold(part: readonly Hop[], told: readonly LogEvent[]): string[] {
  const isOf =
    (id: string) =>
    (event: LogEvent): event is RequestEvent =>
      "requestId" in event && event.requestId === id;
  const coming = new Set(told.flatMap((event) => (event.kind === "navigation-started" ? event.url : [])));
  const workers = told.filter(isOf("9"));
  return ["1", "2", "3"].filter((id) => {
    const own = told.filter(isOf(id));
    return part.every((hop) => {
      const isComing = hop.inferred === true && answerOf(hop) === undefined && coming.has(hop.url);
      return isComing || tells(own, hop) || (hop.state === "redirected" && tells(workers, hop));
    });
  });
}

function tells(events: readonly RequestEvent[], { url, method, ...hop }: Hop): boolean {
  const status = "answer" in hop ? hop.answer?.status : undefined;
  const urls = events.flatMap((event) => ("redirectUrl" in event ? [event.url, event.redirectUrl] : [event.url]));
  const statuses = events.flatMap((event) => ("answer" in event ? [event.answer.status] : []));
  const isAsked = urls.includes(url) && events.some((event) => event.method === method);
  return isAsked && (status === undefined || statuses.includes(status));
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

/** As a browser tells it: the first page, a word that is true or not, the second. */
function inOrder(
  requests: readonly RequestEvent[][],
  asked: RequestEvent[],
  more: LogEvent[],
): fc.Arbitrary<LogEvent[]> {
  const [first = [], second = [], third = []] = requests;
  const [left = "", arriving = "", elsewhere = ""] = [first.at(-1)?.url, second[0]?.url, third[0]?.url];
  const documentUrl = fc.constantFrom(left, elsewhere, arriving);
  return fc
    .record({ documentUrl, tabId: fc.constantFrom(1, 2) })
    .map((word) => [
      ...asked,
      ...first,
      { kind: "client-navigated", at: 5, url: arriving, baseUrl: left, isUserActive: false, ...word },
      ...second,
      ...third,
      ...more,
    ]);
}
