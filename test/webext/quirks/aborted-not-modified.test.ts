/** Tests that a 304 which is reported as aborted counts as completed, and that other aborted requests do not. */
import { expect, test } from "vitest";
import { inShort, requestEvents, watchedLog } from "../../model/request-events.ts";
import { rewritten } from "../../replay/traces.ts";

const [a, b] = ["http://a.test/", "http://b.test/"];
const get = requestEvents();
const redirected = [get.started(a), get.redirected(a, 302, b), get.started(b)];

test.each([
  [304, "net::ERR_ABORTED", `GET ${b} 304`],
  [200, "net::ERR_ABORTED", `GET ${b} 200 net::ERR_ABORTED`],
])("%i, then %s", (status, error, lastHop) => {
  const events = [...redirected, get.received(b, status), get.failed(b, error)];
  const [chain] = watchedLog(rewritten("chromium", events)).chains.values();
  expect(inShort(chain)).toEqual([`GET ${a} 302 → ${b}`, lastHop]);
});

test("the 304 of another request does not count", () => {
  const other = requestEvents({ requestId: "2" });
  const events = [...redirected, other.started(a), other.received(a, 304), get.failed(b, "net::ERR_ABORTED")];
  expect(inShort(watchedLog(rewritten("chromium", events)).chains.get("1")).at(-1)).toBe(`GET ${b} net::ERR_ABORTED`);
});
