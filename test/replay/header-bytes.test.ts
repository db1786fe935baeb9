/**
 * Tests header bytes that are not UTF-8, which Chromium reports as `binaryValue` and Firefox as text: the result is the
 * same.
 */
import { expect, test } from "vitest";
import { answerOf, headerValue } from "../../src/model/chain/redirect-chain.ts";
import { browserNames, eventsOf, listedIn, readTrace, replay } from "./traces.ts";

test.each(browserNames)("%s: each byte is decoded as ISO-8859-1 and percent-encoded in the URL", (browserName) => {
  const trace = readTrace(browserName, "location-bytes");
  // A trace without it would test nothing.
  expect(JSON.stringify(trace).includes("binaryValue")).toBe(browserName === "chromium");
  const [hop, next] = listedIn(replay(eventsOf(browserName, trace)))[0]?.hops ?? [];
  const headers = hop === undefined ? undefined : answerOf(hop)?.headers;
  expect(headerValue(headers, "location")).toBe("/page?\u00e9");
  expect(headerValue(headers, "x-bytes")).toBe("\u00ff\u00fe");
  expect(next?.url).toBe("http://shop.test:8301/page?%E9");
});
