/**
 * Tests late events of tabs and pages, as on a busy machine. The content script's message is even lost if the
 * background was stopped and the page is gone before it has started. Then the browser's report at the commit joins the
 * chains, if there is one, and only a header can show the cause.
 */
import { isDeepStrictEqual } from "node:util";
import type { BrowserName } from "../../lab/browser-name.ts";
import { expect, test } from "vitest";
import { allScenarios } from "../../lab/scenarios/all-scenarios.ts";
import { isClientRedirect, type Chain } from "../../src/model/chain/redirect-chain.ts";
import type { LogEvent } from "../../src/model/log/log-event.ts";
import { inOrderOfHops } from "../../src/webext/reorder-events.ts";
import { normalizeNavigation } from "../../src/webext/normalize-navigation.ts";
import { browserNames, eventsOf, listedIn, normalizedEventsOf, readTrace, replay, rewritten } from "./traces.ts";

const recorded = browserNames.flatMap((browserName) =>
  allScenarios.map(({ name }) => ({ browserName, name, chains: chainsIn(browserName, name) })),
);
// Chromium does not report scripts that navigate after the load event, and Firefox reports no scripts.
const reportedByBrowser = recorded.filter(({ browserName, name, chains }) => {
  const commits = eventsIn(browserName, name).filter((event) => "isClientRedirect" in event);
  return commits.length > 0 && commits.length === chains.flatMap(clientHops).length;
});

test("browsers report some client redirects themselves", () => {
  expect(reportedByBrowser.map(({ browserName, name }) => `${browserName} ${name}`)).toMatchInlineSnapshot(`
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
      "chromium pages-in-a-row-script",
      "chromium pages-in-a-row-refresh",
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
      "firefox pages-in-a-row-refresh",
      "firefox story-old-shop",
    ]
  `);
});

test.each(reportedByBrowser)("$browserName: $name, without the page's message", ({ browserName, name, chains }) => {
  const withoutMessage = chainsIn(browserName, name, ({ kind }) => kind !== "client-navigated");
  expect(withoutMessage.map(sources)).toEqual(chains.map(sources).map((hops) => hops.map(asUnknownCause)));
});

test.each(reportedByBrowser)("$browserName: $name, with a late message or commit", ({ browserName, name, chains }) => {
  const events = eventsIn(browserName, name);
  const mismatches = [];
  for (const [index, message] of events.entries()) {
    if (message.kind !== "client-navigated" && message.kind !== "document-committed") continue;
    const others = events.toSpliced(index, 1);
    for (let later = index + 1; later <= others.length; later += 1) {
      const shown = listedIn(replay(others.toSpliced(later, 0, message))).map(sources);
      if (!isDeepStrictEqual(shown, chains.map(sources))) mismatches.push([index, later, shown]);
    }
  }
  expect(mismatches).toEqual([]);
});

test.each(recorded.filter(({ browserName }) => browserName === "firefox"))(
  "Firefox: $name, tab and page events delayed by up to ten request events",
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

test("a reload or a history navigation is not a client redirect", () => {
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

function chainsIn(
  browserName: BrowserName,
  name: string,
  isIncluded: (event: LogEvent) => boolean = () => true,
): Chain[] {
  return listedIn(replay(eventsIn(browserName, name).filter(isIncluded)));
}

function clientHops({ hops }: Chain) {
  return hops.filter((hop) => hop.state === "redirected" && isClientRedirect(hop));
}

function sources({ hops }: Chain): string[] {
  return hops.map((hop) => (hop.state === "redirected" ? hop.source : hop.state));
}

function asUnknownCause(source: string): string {
  return source === "meta-refresh" || source === "script" ? "page" : source;
}
