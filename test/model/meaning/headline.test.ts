/** Tests which finding is the conclusion about a chain, and what its text can name. */
import { expect, test } from "vitest";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import { headline, headlineFacts } from "../../../src/model/meaning/headline.ts";
import { browserNames, eventsOf, listedIn, readTrace, replay } from "../../replay/traces.ts";

const headlines = (name: string) =>
  browserNames.map((browserName) => {
    const [chain] = listedIn(replay(eventsOf(browserName, readTrace(browserName, name))));
    const shown = chain && headline(findFindings(chain));
    return shown && { id: shown.finding.id, others: shown.otherCount, facts: headlineFacts(chain, shown.finding) };
  });

test.each([
  [
    "story-checkout",
    "method-not-allowed-after-redirect",
    {
      hop: "1",
      status: "302",
      method: "POST",
      followedMethod: "GET",
      path: "/checkout",
      target: "/done",
      lastStatus: "405",
    },
  ],
  ["loop", "points-to-itself", { hop: "1", status: "302", count: "1" }],
  ["ping-pong", "loop", { hop: "1", count: "2" }],
])("%s: %s", (name, id, facts) => {
  for (const shown of headlines(name)) {
    expect(shown?.id).toBe(id);
    expect(shown?.facts).toMatchObject(facts);
  }
});

test.each(["matrix-303", "matrix-301", "no-redirect"])("%s: nothing deserves a change", (name) => {
  expect(headlines(name)).toEqual([undefined, undefined]);
});
