/**
 * Tests properties for arbitrary events: complete events give the original hops; incomplete or shuffled ones never
 * produce wrong data.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEvent } from "../../../src/model/log/apply-event.ts";
import { emptyLog, type ChainLog } from "../../../src/model/log/chain-log.ts";
import { isListed } from "../../../src/model/chain/listed-chain.ts";
import { chainSizeBytes, trackingSizeBytes } from "../../../src/model/log/log-size.ts";
import { answerOf, type Hop } from "../../../src/model/chain/redirect-chain.ts";
import type { LogEvent, RequestEvent } from "../../../src/model/log/log-event.ts";
import { arbitraryHops } from "../arbitrary-hops.ts";
import { eventsFor } from "../events-for.ts";
import { answered, pending, served } from "../hops.ts";
import { watchedLog } from "../request-events.ts";

describe("the events of a request give its original hops", () => {
  test("any hops", () => {
    fc.assert(
      fc.property(arbitraryHops("a.test"), (hops) => {
        expect(watchedLog(eventsFor(hops)).chains.get("1")?.hops).toStrictEqual(hops);
      }),
    );
  });

  test("inferred hops", () => {
    const [http, https] = ["http://a.test/", "https://a.test/"];
    const first: Hop = {
      ...pending(http),
      state: "redirected",
      source: "upgrade",
      inferred: true,
      redirectUrl: https,
      endedAt: 2,
    };
    const end = answered(https, 200, { startedAt: 2, endedAt: 3 });
    const before = served("http://b.test/", 301, http, { endedAt: 1 });
    const middle: Hop = { ...first, startedAt: 2 };
    expect(watchedLog(eventsFor([first, end])).chains.get("1")?.hops).toStrictEqual([first, end]);
    expect(watchedLog(eventsFor([before, middle, end])).chains.get("1")?.hops).toStrictEqual([before, middle, end]);
  });

  test("of several requests at once", () => {
    fc.assert(
      fc.property(requests(), fc.infiniteStream(fc.nat(2)), (each, turns) => {
        const log = watchedLog(
          interleaved(
            each.map(({ events }) => events),
            turns,
          ),
          [1, 2, 3],
        );
        for (const { requestId, hops } of each) expect(log.chains.get(requestId)?.hops).toStrictEqual(hops);
      }),
    );
  });
});

describe("lost, duplicated and shuffled events of several requests", () => {
  const incompleteEvents = requests().chain((each) => {
    const events: LogEvent[] = each.flatMap(({ events: ofRequest }) => ofRequest);
    const commits = [1, 2].map((at): LogEvent => ({
      kind: "document-committed",
      tabId: 1,
      at,
      url: "http://host1.test/a",
    }));
    return fc.record({ events: fc.shuffledSubarray([...events, ...events, ...commits]) });
  });

  test("all URLs, methods and statuses of a chain come from its own request", () => {
    fc.assert(
      fc.property(incompleteEvents, ({ events }) => {
        for (const chain of watchedLog(events, [1, 2, 3]).chains.values()) {
          const ofRequest = events.filter(
            (event): event is RequestEvent => "requestId" in event && event.requestId === chain.id,
          );
          const urls = ofRequest.flatMap((event) =>
            "redirectUrl" in event ? [event.url, event.redirectUrl] : [event.url],
          );
          const statuses = ofRequest.flatMap((event) => ("answer" in event ? [event.answer.status] : []));
          for (const hop of chain.hops) {
            const hopUrls = hop.state === "redirected" ? [hop.url, hop.redirectUrl] : [hop.url];
            expect(urls).toEqual(expect.arrayContaining(hopUrls));
            expect(ofRequest.map((event) => event.method)).toContain(hop.method);
            expect([undefined, ...statuses]).toContain(answerOf(hop)?.status);
          }
        }
      }),
    );
  });

  test("the log stays plain data, and its chains and tabs survive JSON", () => {
    fc.assert(
      fc.property(incompleteEvents, ({ events }) => {
        const log = watchedLog(events, [1, 2, 3]);
        const saved = [...log.chains.values(), ...Object.values(log.tabs)];
        expect(JSON.parse(JSON.stringify(saved))).toStrictEqual(saved);
        expect(structuredClone(log)).toStrictEqual(log);
      }),
    );
  });

  test("listed chains, sizes and open requests are consistent with the chains", () => {
    fc.assert(
      fc.property(incompleteEvents, ({ events }) => {
        const { actual, expected } = indexesOf(watchedLog(events, [1, 2, 3]));
        expect(actual).toEqual(expected);
      }),
    );
  });

  test("repeating any event immediately changes nothing", () => {
    fc.assert(
      fc.property(arbitraryHops("a.test"), fc.nat(), (hops, at) => {
        const events = eventsFor(hops);
        const index = at % events.length;
        const twice = events.toSpliced(index, 0, ...events.slice(index, index + 1));
        expect(watchedLog(twice).chains.get("1")?.hops).toStrictEqual(hops);
      }),
    );
  });
});

test("an unwatched tab's log has documents only", () => {
  fc.assert(
    fc.property(requests(), (each) => {
      const log = emptyLog();
      for (const event of each.flatMap(({ events }) => events)) applyEvent(log, event);
      expect([...log.chains.values()].every((chain) => chain.resourceType === "main_frame")).toBe(true);
    }),
  );
});

interface GeneratedRequest {
  readonly requestId: string;
  readonly hops: Hop[];
  readonly events: RequestEvent[];
}

/**
 * Three requests, each with its own tab, host and statuses. They are listed, so that they are not dropped when they
 * end.
 */
function requests(): fc.Arbitrary<GeneratedRequest[]> {
  return fc.tuple(request(1, "main_frame"), request(2, "xmlhttprequest"), request(3, "main_frame"));
}

function request(tabId: number, resourceType: string): fc.Arbitrary<GeneratedRequest> {
  const requestId = String(tabId);
  return arbitraryHops(`host${tabId}.test`)
    .filter((hops) => hops.length > 1 || resourceType === "main_frame")
    .map((hops) => ({ requestId, hops, events: eventsFor(hops, { requestId, tabId, resourceType }) }));
}

function interleaved(queues: readonly (readonly RequestEvent[])[], turns: Iterable<number>): RequestEvent[] {
  const waiting = queues.map((queue) => [...queue]);
  const result: RequestEvent[] = [];
  for (const turn of turns) {
    result.push(...(waiting[turn]?.splice(0, 1) ?? []));
    if (waiting.every((queue) => queue.length === 0)) break;
  }
  return result;
}

/** The log's indexes and size, as computed from its chains (`expected`) and as stored (`actual`). */
function indexesOf(log: ChainLog) {
  const all = [...log.chains.values()];
  const listed = all.filter(isListed);
  const ofTabs = Object.values(log.tabs).reduce((sum, { tracking }) => sum + trackingSizeBytes(tracking), 0);
  const indexed = Object.entries(log.tabs).flatMap(([tabId, tab]) => tab.chainIds.map((id) => `${id} in ${tabId}`));
  return {
    expected: {
      listed: listed.map(({ id, tabId }) => `${id} in ${tabId}`).toSorted(),
      sizeBytes: all.reduce((sum, chain) => sum + chainSizeBytes(chain), ofTabs),
      openWithoutChain: [],
    },
    actual: {
      listed: indexed.toSorted(),
      sizeBytes: log.sizeBytes,
      openWithoutChain: [...log.openRequests.values()].filter((id) => log.chains.get(id) === undefined),
    },
  };
}
