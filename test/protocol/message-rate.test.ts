/** Tests how many messages are accepted within ten seconds. */
import { expect, test } from "vitest";
import { messageRate } from "../../src/protocol/message-rate.ts";

const accepted = (times: readonly number[], max = 3) => times.filter(messageRate(max));

test("accepts messages up to the maximum, then none for ten seconds", () => {
  expect(accepted([100_000, 100_001, 100_002, 100_003, 109_000, 110_001])).toEqual([
    100_000, 100_001, 100_002, 110_001,
  ]);
});

test("a clock that is set back blocks no message", () => {
  expect(accepted([100_000, 100_000, 100_000, 50_000])).toHaveLength(4);
});

test("each sender has its own rate", () => {
  expect([messageRate(1)(1e6), messageRate(1)(1e6)]).toEqual([true, true]);
});
