/**
 * Tests chains that end with a redirect, because browsers report nothing after a redirect to a URL that is not HTTP(S):
 * they are complete.
 */
import { expect, test } from "vitest";
import { chainOutcome } from "../../src/model/chain/redirect-chain.ts";
import { browserNames, eventsOf, listedIn, readTrace, replay } from "./traces.ts";

const outcomes = {
  "location-custom-scheme": { kind: "failed", error: "not-http" },
  "app-form": { kind: "failed", error: "not-http" },
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
