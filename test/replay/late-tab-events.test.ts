/**
 * What tabs and pages tell comes late when the browser is busy. What a page says of its leaving is even lost when the
 * background was stopped and the page is gone before it has started: then the browser's own word at the commit joins the
 * chains, where it gives one; how the page did it, only a header tells.
 */
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import type { BrowserName } from "../../scripts/browsers/find-browser.ts";
import { isClientRedirect, type Chain } from "../../src/model/chain/redirect-chain.ts";
import type { LogEvent } from "../../src/model/log/log-event.ts";
import { inOrderOfHops } from "../../src/webext/reorder-events.ts";
import { normalizeNavigation } from "../../src/webext/normalize-navigation.ts";
import { browserNames, eventsOf, listedIn, normalizedEventsOf, readTrace, replay, rewritten } from "./traces.ts";

const recorded = browserNames.flatMap((browserName) =>
  allScenarios.map(({ name }) => ({ browserName, name, chains: chainsIn(browserName, name) })),
);
// A script that leaves after its page has loaded is told by nobody else in Chromium, and no script is in Firefox.
const toldByBrowser = recorded.filter(({ browserName, name, chains }) => {
  const commits = eventsIn(browserName, name).filter((event) => "isClientRedirect" in event);
  return commits.length > 0 && commits.length === chains.flatMap(clientHops).length;
});

test("browsers tell of some of the pages that leave by themselves", () => {
  expect(toldByBrowser.map(({ browserName, name }) => `${browserName} ${name}`)).toMatchInlineSnapshot(`
    [
      "chromium meta-refresh-0",
      "chromium meta-refresh-1",
      "chromium refresh-header-0",
      "chromium refresh-header-1",
      "chromium script-assign-load",
      "chromium script-replace-load",
      "chromium script-href-load",
      "chromium script-replace-later",
      "chromium client-and-server",
      "chromium meta-refresh-second",
      "chromium meta-refresh-shortest",
      "chromium meta-refresh-inserted",
      "chromium meta-refresh-base",
      "chromium meta-refresh-spelling",
      "chromium story-old-shop",
      "firefox meta-refresh-0",
      "firefox meta-refresh-1",
      "firefox refresh-header-0",
      "firefox refresh-header-1",
      "firefox meta-refresh-second",
      "firefox meta-refresh-shortest",
      "firefox meta-refresh-inserted",
      "firefox meta-refresh-base",
      "firefox meta-refresh-spelling",
      "firefox story-old-shop",
    ]
  `);
});

test.each(toldByBrowser)("$browserName: $name, without the page's word", ({ browserName, name, chains }) => {
  const untold = chainsIn(browserName, name, ({ kind }) => kind !== "client-navigated");
  expect(untold.map(sources)).toEqual(chains.map(sources).map((hops) => hops.map(asUntold)));
});

test.each(toldByBrowser)("$browserName: $name, the page's word late", ({ browserName, name, chains }) => {
  const events = eventsIn(browserName, name);
  const wrong = [];
  for (const [index, word] of events.entries()) {
    if (word.kind !== "client-navigated" && word.kind !== "document-committed") continue;
    const others = events.toSpliced(index, 1);
    for (let later = index + 1; later <= others.length; later += 1) {
      const told = listedIn(replay(others.toSpliced(later, 0, word))).map(sources);
      if (!isDeepStrictEqual(told, chains.map(sources))) wrong.push([index, later, told]);
    }
  }
  expect(wrong).toEqual([]);
});

test.each(recorded.filter(({ browserName }) => browserName === "firefox"))(
  "Firefox: $name, all that tabs and pages tell behind up to ten request events",
  ({ browserName, name, chains }) => {
    const events = eventsIn(browserName, name);
    for (let places = 1; places <= 10; places += 1) {
      const placeOf = (event: LogEvent, index: number) => ("requestId" in event ? index : index + places + 0.5);
      const late = events.map((event, index) => ({ event, place: placeOf(event, index) }));
      const log = replay(late.toSorted((a, b) => a.place - b.place).map(({ event }) => event));
      expect(listedIn(log).map(sources), `${places} later`).toEqual(chains.map(sources));
    }
  },
);

test("a document that is loaded again, by hand or out of the history, was not led to by a page", () => {
  const details = { tabId: 1, frameId: 0, timeStamp: 0, url: "http://a.test/", transitionType: "link" };
  const isRedirect = (more: { transitionType?: string; transitionQualifiers?: string[] }) =>
    normalizeNavigation("onCommitted", { ...details, ...more }, "chromium");
  expect(isRedirect({ transitionQualifiers: ["client_redirect"] })).toHaveProperty("isClientRedirect", true);
  expect(isRedirect({ transitionQualifiers: ["server_redirect"] })).not.toHaveProperty("isClientRedirect");
  expect(isRedirect({ transitionType: "reload", transitionQualifiers: ["client_redirect"] })).not.toHaveProperty(
    "isClientRedirect",
  );
  expect(isRedirect({ transitionQualifiers: ["client_redirect", "forward_back"] })).not.toHaveProperty(
    "isClientRedirect",
  );
});

function eventsIn(browserName: BrowserName, name: string): readonly LogEvent[] {
  const trace = readTrace(browserName, name);
  if (browserName !== "firefox") return eventsOf(browserName, trace);
  return rewritten(browserName, inOrderOfHops(normalizedEventsOf(browserName, trace)));
}

function chainsIn(browserName: BrowserName, name: string, isTold: (event: LogEvent) => boolean = () => true): Chain[] {
  return listedIn(replay(eventsIn(browserName, name).filter(isTold)));
}

function clientHops({ hops }: Chain) {
  return hops.filter((hop) => hop.state === "redirected" && isClientRedirect(hop));
}

function sources({ hops }: Chain): string[] {
  return hops.map((hop) => (hop.state === "redirected" ? hop.source : hop.state));
}

function asUntold(source: string): string {
  return source === "meta-refresh" || source === "script" ? "page" : source;
}
