/** Tests which page's message joins which request, in any order of arrival, and what is not a redirect. */
import { expect, test } from "vitest";
import { listedChains } from "../../../src/model/log/chain-log.ts";
import { answerOf } from "../../../src/model/chain/redirect-chain.ts";
import type { ClientNavigated, LogEvent } from "../../../src/model/log/log-event.ts";
import { requestEvents, watchedLog } from "../request-events.ts";

const a = "http://a.test/a";
const b = "http://a.test/b";
const first = requestEvents({ requestId: "1" });
const second = requestEvents({ requestId: "2", startAt: 100 });
const pageA = [first.started(a), first.received(a, 200), first.completed(a)];
const pageB = [second.started(b), second.received(b, 200), second.completed(b)];
const navigation: ClientNavigated = {
  kind: "client-navigated",
  tabId: 1,
  at: 90,
  url: b,
  documentUrl: a,
  baseUrl: a,
  isUserActive: false,
};
const commit = (url: string, at: number): LogEvent => ({ kind: "document-committed", tabId: 1, at, url });

function shown(events: readonly LogEvent[]) {
  return listedChains(watchedLog(events), 1).map((chain) =>
    chain.hops.map((hop) =>
      hop.state === "redirected"
        ? `${hop.source}${"delaySeconds" in hop ? ` ${hop.delaySeconds}` : ""} → ${hop.redirectUrl}`
        : String(answerOf(hop)?.status),
    ),
  );
}

test.each<[string, LogEvent[]]>([
  ["before the request", [...pageA, commit(a, 5), navigation, ...pageB, commit(b, 110)]],
  ["Firefox: before the page's own request is reported", [navigation, ...pageA, ...pageB]],
  ["Firefox: after the request began", [...pageA, ...pageB.slice(0, 1), navigation, ...pageB.slice(1)]],
  ["Firefox: after the request ended", [...pageA, ...pageB, navigation]],
  [
    "Firefox: after which the commit is reported before the request",
    [...pageA, commit(a, 5), navigation, commit(b, 110), ...pageB],
  ],
  [
    "when the page navigates away while it is loading",
    [...pageA.slice(0, 2), navigation, first.failed(a, "NS_BINDING_ABORTED"), ...pageB],
  ],
])("a page's message arrives %s", (_, events) => {
  expect(shown(events)).toEqual([[`script → ${b}`, "200"]]);
});

test.each<[string, Partial<ClientNavigated>]>([
  ["a user's click that a script handles", { isUserActive: true }],
  ["a page that reloads itself", { url: `${a}#top` }],
  ["another page's message", { documentUrl: b }],
  ["another target", { url: "http://a.test/c" }],
  ["an old message", { at: -20_000 }],
  ["a mailto: URL", { url: "mailto:me@a.test" }],
])("%s is not a redirect", (_, more) => {
  expect(shown([...pageA, { ...navigation, ...more }, ...pageB])).toEqual([]);
});

test.each<[string, Partial<ClientNavigated>, string]>([
  ["its meta refresh", { at: 3_100, metaRefreshes: ["3;url=b"] }, "meta-refresh 3"],
  [
    "its meta refresh, when the delay elapses while the user types",
    { metaRefreshes: ["0;url=/b"], isUserActive: true },
    "meta-refresh 0",
  ],
  ["a script, before a meta refresh to another page", { metaRefreshes: ["0;url=/c"] }, "script"],
  ["a second meta refresh", { at: 1_100, metaRefreshes: ["300", "1;url=/b"] }, "meta-refresh 1"],
  ["the shorter of two", { at: 2_100, metaRefreshes: ["2;url=/b", "1;url=/b", "9;url=/b"] }, "meta-refresh 1"],
  ["a script, before the meta refresh to the same page", { metaRefreshes: ["1;url=/b"] }, "script"],
  ["a meta refresh after an infinite delay", { metaRefreshes: [`${"9".repeat(400)};url=/b`] }, "script"],
  ["a script or a meta refresh that is too long to be reported", { hasMoreRefreshes: true }, "page"],
  ["a reported meta refresh among omitted ones", { metaRefreshes: ["0;/b"], hasMoreRefreshes: true }, "meta-refresh 0"],
])("cause of the redirect: %s", (_, more, source) => {
  expect(shown([...pageA, { ...navigation, ...more }, ...pageB])[0]?.[0]).toBe(`${source} → ${b}`);
});

test("cause of the redirect: a Refresh header", () => {
  const page = [first.started(a), first.completed(a, 200, { Refresh: "5; url=/b" })];
  expect(shown([...page, { ...navigation, at: 5_100 }, ...pageB])[0]?.[0]).toBe(`refresh-header 5 → ${b}`);
});

test("Firefox: two pages that redirect to each other, the first page's message late", () => {
  const third = requestEvents({ requestId: "3", startAt: 200 });
  const back: ClientNavigated = { ...navigation, at: 190, url: a, documentUrl: b, baseUrl: b };
  const events = [...pageA, ...pageB, navigation, back, third.started(a), third.received(a, 200), third.completed(a)];
  expect(shown(events)).toEqual([[`script → ${b}`, `script → ${a}`, "200"]]);
});
