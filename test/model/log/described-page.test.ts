/** Tests which chain gets a page's description, and which page is asked for one. */
import { expect, test } from "vitest";
import { applyEvent } from "../../../src/model/log/apply-event.ts";
import { listedChains, tabTracking, type ChainLog } from "../../../src/model/log/chain-log.ts";
import { pageToAsk } from "../../../src/model/log/described-page.ts";
import { chainSizeBytes, trackingSizeBytes } from "../../../src/model/log/log-size.ts";
import { lastHop } from "../../../src/model/chain/redirect-chain.ts";
import type { LogEvent, PageDescribed } from "../../../src/model/log/log-event.ts";
import { requestEvents, watchedLog } from "../request-events.ts";

const a = "http://a.test/a";
const b = "http://a.test/b";
const page = { canonicals: [a], robots: ["noindex"] };
const preserve: LogEvent = { kind: "set-preserve-log", tabId: 1, at: 0, preserveLog: true };
const redirected = requestEvents({ requestId: "1" }).redirectedOnce(a, b);
const commit = (url: string, at: number): LogEvent => ({ kind: "document-committed", tabId: 1, at, url });
const described = (at: number, documentUrl = b): PageDescribed => ({
  kind: "page-described",
  tabId: 1,
  at,
  documentUrl,
  page,
});

const navigation: LogEvent = {
  kind: "client-navigated",
  tabId: 1,
  at: 15,
  url: `${b}?next`,
  documentUrl: b,
  baseUrl: b,
  isUserActive: false,
};
const next = requestEvents({ requestId: "2", startAt: 16 }).started(`${b}?next`);

function pages(log: ChainLog) {
  return listedChains(log, 1).map((chain) => lastHop(chain).page);
}

test("the target of a redirect is described", () => {
  const log = watchedLog([...redirected, commit(b, 10), described(20, `${b}#top`)]);
  expect(pages(log)).toEqual([page]);
  expect(listedChains(log, 1)[0]?.hops[0].page).toBeUndefined();
  const chainBytes = [...log.chains.values()].reduce((size, chain) => size + chainSizeBytes(chain), 0);
  expect(log.sizeBytes).toBe(chainBytes + trackingSizeBytes(tabTracking(log, 1)));
});

test("a page that is described before its request has ended", () => {
  const answered = requestEvents({ requestId: "1", startAt: 5 }).received(b, 200);
  const events = [...redirected.slice(0, -1), answered, described(20), ...redirected.slice(-1)];
  expect(pages(watchedLog(events))).toEqual([page]);
});

test.each<[string, LogEvent[]]>([
  ["another URL", [described(20, `${b}?c`)]],
  ["another tab's", [{ ...described(20), tabId: 2 }]],
  ["an earlier page", [described(-1)]],
  ["a page that has redirected by script", [navigation, next, described(20)]],
])("%s is ignored", (_, events) => {
  expect(pages(watchedLog([...redirected, commit(b, 10), ...events]))).toEqual([undefined]);
});

test("a description of a page without redirects is ignored, even after redirects to the same URL", () => {
  const again = requestEvents({ requestId: "2", startAt: 100 });
  const events = [preserve, ...redirected, commit(b, 10), again.started(b), again.completed(b), commit(b, 110)];
  expect(pages(watchedLog([...events, described(120)]))).toEqual([undefined]);
});

test("a late description of the previous document belongs to that document", () => {
  const again = requestEvents({ requestId: "2", startAt: 100 }).redirectedOnce(a, b);
  const events = [preserve, ...redirected, commit(b, 10), ...again, commit(b, 110)];
  expect(pages(watchedLog([...events, described(50)]))).toEqual([page, undefined]);
  expect(pages(watchedLog([...events, described(50), described(150)]))).toEqual([page, page]);
});

test("the target of redirects is asked when it is committed and its response is known, until it is described", () => {
  const log = watchedLog([]);
  const asked = [...redirected, commit(b, 10), described(20)].map((event) => {
    applyEvent(log, event);
    return pageToAsk(log, 1)?.id;
  });
  expect(asked).toEqual([undefined, undefined, undefined, undefined, "1", undefined]);
});

test("Firefox: the commit is reported before the end of the request", () => {
  const events = [...redirected.slice(0, -1), commit(b, 10), ...redirected.slice(-1)];
  expect(pageToAsk(watchedLog(events), 1)?.id).toBe("1");
});

const direct = requestEvents({ requestId: "1" });
test.each<[string, LogEvent[]]>([
  ["without a redirect", [direct.started(b), direct.completed(b), commit(b, 10)]],
  ["that is an error", [...redirected.slice(0, -1), direct.completed(b, 404), commit(b, 10)]],
  ["that is a download: the tab keeps its page", [commit(a, -5), ...redirected]],
  ["that failed", [...redirected.slice(0, -1), direct.failed(b, "net::ERR_FAILED"), commit(b, 10)]],
])("a document %s is not asked", (_, events) => {
  expect(pageToAsk(watchedLog(events), 1)).toBeUndefined();
});
