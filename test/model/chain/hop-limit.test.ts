/** Tests the chain of a page that redirects forever: it's bounded, keeps its first and last hops, and counts the omitted ones. */
import { describe, expect, test } from "vitest";
import { applyEvent } from "../../../src/model/log/apply-event.ts";
import { emptyLog, type ChainLog } from "../../../src/model/log/chain-log.ts";
import { exportJson } from "../../../src/model/export/json-export.ts";
import { chainSummary } from "../../../src/model/export/chain-text.ts";
import { maxHops, withinHopLimit } from "../../../src/model/chain/hop-limit.ts";
import { importLog } from "../../../src/model/import/import-log.ts";
import { lastHop, redirectCount, type Chain } from "../../../src/model/chain/redirect-chain.ts";
import { origin } from "../export/exported.ts";
import { answered, chainOf, internal } from "../hops.ts";
import { requestEvents } from "../request-events.ts";

describe("a page that redirects forever", () => {
  const laps = 2_000;
  const log = pagesInARow(laps);
  const [chain] = log.chains.values();
  if (chain === undefined) throw new Error("no chain");

  test("is one chain within the hop limit, with its first and last hops", () => {
    expect(log.chains.size).toBe(1);
    expect(chain.hops.length).toBeLessThanOrEqual(maxHops);
    expect(chain.hops[0].url).toBe("http://a.test/0");
    expect(lastHop(chain).url).toBe(`http://a.test/${laps}`);
  });

  test("the omitted hops are counted, with their position", () => {
    const { afterHop, count } = chain.omittedHops ?? { afterHop: 0, count: 0 };
    expect(chain.hops.length + count).toBe(laps + 1);
    expect(redirectCount(chain)).toBe(laps);
    const numbers = chain.hops.map(({ url }) => Number(url.slice("http://a.test/".length)));
    const expected = Array.from({ length: laps + 1 }, (_, at) => at).toSpliced(afterHop + 1, count);
    expect(numbers).toEqual(expected);
  });

  test("exports show the omitted hops, and JSON survives a round trip", () => {
    const { afterHop, count } = chain.omittedHops ?? { afterHop: 0, count: 0 };
    expect(chainSummary(chain)).toContain(`${count} hops after hop ${afterHop + 1} left out`);
    const result = importLog(exportJson([chain], origin));
    const [back] = "chains" in result ? result.chains : [];
    expect(back?.omittedHops).toEqual(chain.omittedHops);
    expect(back?.hops.map(({ url }) => url)).toEqual(chain.hops.map(({ url }) => url));
  });
});

test.each([maxHops, maxHops + 1, maxHops + 37, 2 * maxHops, 10 * maxHops])(
  "%i redirects without a page are also bounded and counted",
  (count) => {
    const redirects = Array.from({ length: count }, (_, at) =>
      internal(`http://a.test/${at}`, "extension", `http://a.test/${at + 1}`),
    );
    const [first = answered("http://a.test/"), ...rest] = redirects;
    const chain: Chain = chainOf(first, ...rest, answered(`http://a.test/${count}`));
    const bounded = withinHopLimit(chain);
    expect(bounded.hops.length).toBeLessThanOrEqual(maxHops);
    expect(redirectCount(bounded)).toBe(count);
    expect(lastHop(bounded)).toBe(lastHop(chain));
    expect(withinHopLimit(bounded)).toBe(bounded);
  },
);

function pagesInARow(laps: number): ChainLog {
  const log = emptyLog();
  for (let at = 0; at <= laps; at += 1) {
    const request = requestEvents({ requestId: String(at), startAt: at * 100 });
    const url = `http://a.test/${at}`;
    applyEvent(log, request.started(url));
    applyEvent(log, request.completed(url));
    applyEvent(log, { kind: "document-committed", tabId: 1, at: at * 100 + 2, url });
    if (at === laps) break;
    applyEvent(log, {
      kind: "client-navigated",
      tabId: 1,
      at: at * 100 + 50,
      url: `http://a.test/${at + 1}`,
      documentUrl: url,
      baseUrl: url,
      isUserActive: false,
    });
  }
  return log;
}
