/** Chains whose last event is a redirect, because browsers tell nothing of what is no web address: they are over. */
import { expect, test } from "vitest";
import { chainOutcome } from "../../src/model/redirect-chain.ts";
import { browserNames, eventsOf, listedIn, readTrace, replay } from "./traces.ts";

const outcomes = {
  "location-custom-scheme-fetch": { kind: "failed", error: "not-http" },
  "location-custom-scheme-image": { kind: "failed", error: "not-http" },
  "location-custom-scheme-frame": { kind: "failed", error: "not-http" },
  "extension-redirects-to-itself": { kind: "completed" },
  "extension-redirects-page-to-itself": { kind: "completed" },
};

test.each(
  browserNames.flatMap((browserName) => Object.entries(outcomes).map((entry) => [browserName, ...entry] as const)),
)("%s: %s", (browserName, name, outcome) => {
  const log = replay(eventsOf(browserName, readTrace(browserName, name)));
  expect(listedIn(log).map(chainOutcome)).toEqual([outcome]);
  expect(log.openRequests).toEqual(new Map());
});

test.each(browserNames)("%s: a tab's document names the browser's error", (browserName) => {
  const log = replay(eventsOf(browserName, readTrace(browserName, "location-custom-scheme")));
  expect(listedIn(log).map(chainOutcome)).toEqual([
    { kind: "failed", error: browserName === "chromium" ? "net::ERR_ABORTED" : "NS_ERROR_UNKNOWN_PROTOCOL" },
  ]);
});
