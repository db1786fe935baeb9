/** Tests which hops of an endless chain stand for the others. */
import { describe, expect, test } from "vitest";
import { foldedCycle } from "../../../src/model/meaning/folded-cycle.ts";
import { browserNames, eventsOf, listedIn, readTrace, replay } from "../../replay/traces.ts";

const folded = (browserName: "chromium" | "firefox", name: string) => {
  const [chain] = listedIn(replay(eventsOf(browserName, readTrace(browserName, name))));
  const cycle = chain && foldedCycle(chain);
  return cycle && { ...cycle, repeatsOf: [0, 1].map((index) => cycle.repeatsOf(index)), hops: chain.hops.length };
};

describe.each(browserNames)("%s", (browserName) => {
  test("a page that redirects to itself is shown once", () => {
    expect(folded(browserName, "loop")).toMatchObject({ start: 0, length: 1, hiddenFrom: 1 });
  });

  test("two pages that redirect to each other are shown once each", () => {
    const cycle = folded(browserName, "ping-pong");
    expect(cycle).toMatchObject({ start: 0, length: 2, hiddenFrom: 2 });
    const [first = 0, second = 0] = cycle?.repeatsOf ?? [];
    expect(first + second).toBe(cycle?.hops);
  });

  test("pages that send the browser to each other, too", () => {
    expect(folded(browserName, "sign-in-loop")).toMatchObject({ length: 2 });
  });

  test.each(["chain-of-three", "page-20-redirects", "no-redirect"])("%s has no cycle", (name) => {
    expect(folded(browserName, name)).toBeUndefined();
  });
});
