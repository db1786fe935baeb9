/** Header bytes that are no UTF-8, which Chromium gives as `binaryValue` and Firefox as text: the same in both. */
import { expect, test } from "vitest";
import { answerOf, headerValue } from "../../src/model/chain/redirect-chain.ts";
import { browserNames, eventsOf, listedIn, readTrace, replay } from "./traces.ts";

test.each(browserNames)("%s: each byte is the character of its number, and the URL has it escaped", (browserName) => {
  const trace = readTrace(browserName, "location-bytes");
  // A recording without it would test nothing.
  expect(JSON.stringify(trace).includes("binaryValue")).toBe(browserName === "chromium");
  const [hop, next] = listedIn(replay(eventsOf(browserName, trace)))[0]?.hops ?? [];
  const headers = hop === undefined ? undefined : answerOf(hop)?.headers;
  expect(headerValue(headers, "location")).toBe("/page?\u00e9");
  expect(headerValue(headers, "x-bytes")).toBe("\u00ff\u00fe");
  expect(next?.url).toBe("http://shop.test:8301/page?%E9");
});
