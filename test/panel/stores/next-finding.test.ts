/** Tests where the buttons for the previous and next finding move to. */
import { expect, test } from "vitest";
import { nextFindingRow } from "../../../panel/stores/next-finding.ts";
import type { RowKey } from "../../../panel/stores/row-key.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answered, chainOf, formBody, served } from "../../model/hops.ts";

const a = "https://shop.test/a";
const b = "https://shop.test/b";
const c = "https://shop.test/c";
const d = "https://shop.test/d";
const post = { method: "POST", body: formBody };
const named = (id: string, chain: Chain): Chain => ({ ...chain, id });
const plain = named("plain", chainOf(answered(a)));
/** A warning about the whole chain. */
const long = named("long", chainOf(served(a, 301, b), served(b, 301, c), served(c, 301, d), answered(d)));
/** An error at the first hop, with its effects. */
const broken = named("broken", chainOf(served(a, 302, b, post), answered(b, 405)));

const chains = [plain, long, plain, broken];
const none = new Set<string>();

function rowsInOrder(step: 1 | -1, count: number, collapsedIds: ReadonlySet<string> = none): (RowKey | undefined)[] {
  const rows: (RowKey | undefined)[] = [];
  for (let index = 0; index < count; index += 1) {
    rows.push(nextFindingRow({ chains, collapsedIds }, rows.at(-1), step));
  }
  return rows;
}

test("from the first to the last and around; only causes with an error or a warning", () => {
  const [heading, hop] = [{ chainId: "long" }, { chainId: "broken", hopIndex: 0 }];
  expect(rowsInOrder(1, 3)).toEqual([heading, hop, heading]);
  expect(rowsInOrder(-1, 3)).toEqual([hop, heading, hop]);
});

test("a collapsed chain is one row", () => {
  expect(rowsInOrder(1, 3, new Set(["broken"]))).toEqual([
    { chainId: "long" },
    { chainId: "broken" },
    { chainId: "long" },
  ]);
});

test.each([
  ["before it in its chain", { chainId: "broken" }, 1, { chainId: "broken", hopIndex: 0 }],
  ["behind it in its chain", { chainId: "broken", hopIndex: 1 }, -1, { chainId: "broken", hopIndex: 0 }],
  ["a row that is not listed", { chainId: "gone", hopIndex: 3 }, 1, { chainId: "long" }],
  ["a row that is not listed, backwards", { chainId: "gone" }, -1, { chainId: "broken", hopIndex: 0 }],
] as const)("from %s", (_, from, step, to) => {
  expect(nextFindingRow({ chains, collapsedIds: none }, from, step)).toEqual(to);
});

test("a single finding is found again from its own row; without any, nothing", () => {
  const only = { chainId: "broken", hopIndex: 0 };
  expect(nextFindingRow({ chains: [plain, broken], collapsedIds: none }, only, 1)).toEqual(only);
  expect(nextFindingRow({ chains: [plain], collapsedIds: none }, undefined, 1)).toBeUndefined();
  expect(nextFindingRow({ chains: [], collapsedIds: none }, undefined, -1)).toBeUndefined();
});
