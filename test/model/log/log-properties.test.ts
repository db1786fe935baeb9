/** Tests what holds for any events: told in order they give the hops back; disturbed, they never make the log lie. */
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

describe("the events of a request give its hops back", () => {
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

describe("lost, doubled and shuffled events of several requests", () => {
  const disturbed = requests().chain((each) => {
    const events: LogEvent[] = each.flatMap(({ events: told }) => told);
    const commits = [1, 2].map((at): LogEvent => ({
      kind: "document-committed",
      tabId: 1,
      at,
      url: "http://host1.test/a",
    }));
    return fc.record({ told: fc.shuffledSubarray([...events, ...events, ...commits]) });
  });

  test("a status was sent, a URL and a method were asked for, in that very request", () => {
    fc.assert(
      fc.property(disturbed, ({ told }) => {
        for (const chain of watchedLog(told, [1, 2, 3]).chains.values()) {
          const own = told.filter(
            (event): event is RequestEvent => "requestId" in event && event.requestId === chain.id,
          );
          const urls = own.flatMap((event) => ("redirectUrl" in event ? [event.url, event.redirectUrl] : [event.url]));
          const statuses = own.flatMap((event) => ("answer" in event ? [event.answer.status] : []));
          for (const hop of chain.hops) {
            const hopUrls = hop.state === "redirected" ? [hop.url, hop.redirectUrl] : [hop.url];
            expect(urls).toEqual(expect.arrayContaining(hopUrls));
            expect(own.map((event) => event.method)).toContain(hop.method);
            expect([undefined, ...statuses]).toContain(answerOf(hop)?.status);
          }
        }
      }),
    );
  });

  test("the log stays plain data, and its chains and tabs survive JSON", () => {
    fc.assert(
      fc.property(disturbed, ({ told }) => {
        const log = watchedLog(told, [1, 2, 3]);
        const saved = [...log.chains.values(), ...Object.values(log.tabs)];
        expect(JSON.parse(JSON.stringify(saved))).toStrictEqual(saved);
        expect(structuredClone(log)).toStrictEqual(log);
      }),
    );
  });

  test("the log's books are right: listed once, in their own tab, with their size", () => {
    fc.assert(
      fc.property(disturbed, ({ told }) => {
        const { kept, right } = booksOf(watchedLog(told, [1, 2, 3]));
        expect(kept).toEqual(right);
      }),
    );
  });

  test("a second telling of any one event, right after the first, changes nothing", () => {
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

test("an unwatched tab's log holds documents only, whatever comes", () => {
  fc.assert(
    fc.property(requests(), (each) => {
      const log = emptyLog();
      for (const event of each.flatMap(({ events }) => events)) applyEvent(log, event);
      expect([...log.chains.values()].every((chain) => chain.resourceType === "main_frame")).toBe(true);
    }),
  );
});

interface ToldRequest {
  readonly requestId: string;
  readonly hops: Hop[];
  readonly events: RequestEvent[];
}

/** Three requests, each in a tab, on a host and with statuses of its own; listed, so that their end does not drop them. */
function requests(): fc.Arbitrary<ToldRequest[]> {
  return fc.tuple(request(1, "main_frame"), request(2, "xmlhttprequest"), request(3, "main_frame"));
}

function request(tabId: number, resourceType: string): fc.Arbitrary<ToldRequest> {
  const requestId = String(tabId);
  return arbitraryHops(`host${tabId}.test`)
    .filter((hops) => hops.length > 1 || resourceType === "main_frame")
    .map((hops) => ({ requestId, hops, events: eventsFor(hops, { requestId, tabId, resourceType }) }));
}

function interleaved(queues: readonly (readonly RequestEvent[])[], turns: Iterable<number>): RequestEvent[] {
  const waiting = queues.map((queue) => [...queue]);
  const told: RequestEvent[] = [];
  for (const turn of turns) {
    told.push(...(waiting[turn]?.splice(0, 1) ?? []));
    if (waiting.every((queue) => queue.length === 0)) break;
  }
  return told;
}

/** What the log should have kept of its own chains, and what it did keep. */
function booksOf(log: ChainLog) {
  const all = [...log.chains.values()];
  const listed = all.filter(isListed);
  const ofTabs = Object.values(log.tabs).reduce((sum, { tracking }) => sum + trackingSizeBytes(tracking), 0);
  const entered = Object.entries(log.tabs).flatMap(([tabId, tab]) => tab.chainIds.map((id) => `${id} in ${tabId}`));
  return {
    right: {
      listed: listed.map(({ id, tabId }) => `${id} in ${tabId}`).toSorted(),
      sizeBytes: all.reduce((sum, chain) => sum + chainSizeBytes(chain), ofTabs),
      openWithoutChain: [],
    },
    kept: {
      listed: entered.toSorted(),
      sizeBytes: log.sizeBytes,
      openWithoutChain: [...log.openRequests.values()].filter((id) => log.chains.get(id) === undefined),
    },
  };
}
