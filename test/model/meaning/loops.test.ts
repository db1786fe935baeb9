/** Tests where a cycle begins, for each place at which a browser can stop. */
import { describe, expect, test } from "vitest";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import { findCycle } from "../../../src/model/meaning/loops.ts";
import { chainOf, failed, served } from "../hops.ts";

const url = (letter: string) => `http://shop.test/${letter}`;

/** Redirects along these URLs, again and again. */
function endless(lead: string, cycle: string, isLastReported: boolean) {
  const letters = `${lead}${cycle.repeat(21)}`;
  const hop = (index: number, more = {}) => served(url(letters[index] ?? ""), 301, url(letters[index + 1] ?? ""), more);
  const hops = Array.from({ length: 19 }, (_, index) => hop(index + 1));
  return isLastReported
    ? chainOf(hop(0), ...hops, failed(url(letters[20] ?? ""), "NS_ERROR_REDIRECT_LOOP"))
    : chainOf(hop(0), ...hops.slice(0, -1), hop(19, { stoppedBy: "net::ERR_TOO_MANY_REDIRECTS" }));
}

describe.each([
  ["stopped at the 20th redirect", false],
  ["failed at the 21st request", true],
])("%s", (_, isLastReported) => {
  test.each([
    ["", "ab", 0, 2],
    ["", "abc", 0, 3],
    ["", "abcd", 0, 4],
    ["x", "abc", 1, 3],
    ["", "abac", 0, 4],
    ["xy", "abacad", 2, 6],
  ])("%s, then %s again and again", (lead, cycle, start, length) => {
    const chain = endless(lead, cycle, isLastReported);
    expect(findCycle(chain)).toMatchObject({ start, length });
    expect(findFindings(chain)[0]).toMatchObject({ id: "loop", hop: start });
  });
});
