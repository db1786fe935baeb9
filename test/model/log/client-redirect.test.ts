/** Tests which page's word joins which request, in whatever order the two come, and what is no redirect. */
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
const leave: ClientNavigated = {
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
  ["before the request", [...pageA, commit(a, 5), leave, ...pageB, commit(b, 110)]],
  ["Firefox: before the page's own request was told", [leave, ...pageA, ...pageB]],
  ["Firefox: after the request began", [...pageA, ...pageB.slice(0, 1), leave, ...pageB.slice(1)]],
  ["Firefox: after the request ended", [...pageA, ...pageB, leave]],
  ["Firefox: the commit comes before the request", [...pageA, commit(a, 5), leave, commit(b, 110), ...pageB]],
  ["the page is left while it loads", [...pageA.slice(0, 2), leave, first.failed(a, "NS_BINDING_ABORTED"), ...pageB]],
])("a page's word comes %s", (_, events) => {
  expect(shown(events)).toEqual([[`script → ${b}`, "200"]]);
});

test.each<[string, Partial<ClientNavigated>]>([
  ["a person's click that a script answers", { isUserActive: true }],
  ["a page that loads itself again", { url: `${a}#top` }],
  ["another page's word", { documentUrl: b }],
  ["another target", { url: "http://a.test/c" }],
  ["a word of long ago", { at: -20_000 }],
  ["a mail program", { url: "mailto:me@a.test" }],
])("%s is no redirect", (_, more) => {
  expect(shown([...pageA, { ...leave, ...more }, ...pageB])).toEqual([]);
});

test.each<[string, Partial<ClientNavigated>, string]>([
  ["its meta refresh", { at: 3_100, metaRefreshes: ["3;url=b"] }, "meta-refresh 3"],
  [
    "its meta refresh, by the clock, while a person types",
    { metaRefreshes: ["0;url=/b"], isUserActive: true },
    "meta-refresh 0",
  ],
  ["a script, before a meta refresh to elsewhere", { metaRefreshes: ["0;url=/c"] }, "script"],
  ["a second meta refresh", { at: 1_100, metaRefreshes: ["300", "1;url=/b"] }, "meta-refresh 1"],
  ["the shorter of two", { at: 2_100, metaRefreshes: ["2;url=/b", "1;url=/b", "9;url=/b"] }, "meta-refresh 1"],
  ["a script, before the meta refresh to the same page", { metaRefreshes: ["1;url=/b"] }, "script"],
  ["a meta refresh after a delay without end", { metaRefreshes: [`${"9".repeat(400)};url=/b`] }, "script"],
  ["a script or a meta refresh that is too long to be known", { hasMoreRefreshes: true }, "page"],
  ["a known meta refresh among unknown ones", { metaRefreshes: ["0;/b"], hasMoreRefreshes: true }, "meta-refresh 0"],
])("what sent the browser there: %s", (_, more, source) => {
  expect(shown([...pageA, { ...leave, ...more }, ...pageB])[0]?.[0]).toBe(`${source} → ${b}`);
});

test("what sent the browser there: a Refresh header", () => {
  const page = [first.started(a), first.completed(a, 200, { Refresh: "5; url=/b" })];
  expect(shown([...page, { ...leave, at: 5_100 }, ...pageB])[0]?.[0]).toBe(`refresh-header 5 → ${b}`);
});

test("Firefox: two pages that send the browser to each other, the first one's word late", () => {
  const third = requestEvents({ requestId: "3", startAt: 200 });
  const back: ClientNavigated = { ...leave, at: 190, url: a, documentUrl: b, baseUrl: b };
  const events = [...pageA, ...pageB, leave, back, third.started(a), third.received(a, 200), third.completed(a)];
  expect(shown(events)).toEqual([[`script → ${b}`, `script → ${a}`, "200"]]);
});
