/** Tests that a cycle is shown once, with one row for the hops that repeat it, until the user asks for all. */
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { createRowsStore } from "../../../panel/stores/rows-store.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answered, chainOf, failed, served } from "../../model/hops.ts";

const url = (path: string) => `http://shop.test/${path}`;
const enter = served(url("in"), 301, url("a"));
const circle = Array.from({ length: 19 }, (_, at) =>
  at % 2 === 0 ? served(url("a"), 302, url("b")) : served(url("b"), 302, url("a")),
);
const loop: Chain = {
  ...chainOf(enter, ...circle, failed(url("b"), "net::ERR_TOO_MANY_REDIRECTS")),
  id: "loop",
};
const plain: Chain = { ...chainOf(served(url("x"), 301, url("y")), answered(url("y"))), id: "plain" };

function storeOf(...chains: readonly Chain[]) {
  const log = signal<readonly Chain[]>(chains);
  return createRowsStore({ chains: log, shownChains: log });
}

const keysOf = (store: ReturnType<typeof storeOf>) =>
  store.rows.value.map(({ chainId, hopIndex }) => `${chainId}/${hopIndex ?? ""}`);

test("a cycle is shown once, and a row stands for the rest", () => {
  const store = storeOf(loop, plain);
  expect(keysOf(store)).toEqual(["loop/", "loop/0", "loop/1", "loop/2", "loop/3", "plain/", "plain/0", "plain/1"]);
  expect(store.rowCount.value).toBe(8);
  expect(store.rowCountOf(loop)).toBe(5);
  expect(store.isRest({ chainId: "loop", hopIndex: 3 })).toBe(true);
  expect(store.isRest({ chainId: "loop", hopIndex: 2 })).toBe(false);
  expect(store.isRest({ chainId: "plain", hopIndex: 1 })).toBe(false);
});

test("a hidden hop has the row of the rest", () => {
  const store = storeOf(loop);
  const hidden = { chainId: "loop", hopIndex: 17 };
  expect(store.shownRow(hidden, loop)).toEqual({ chainId: "loop", hopIndex: 3 });
  expect(store.shownRow({ chainId: "loop" }, loop)).toEqual({ chainId: "loop" });
  store.showAllHops("loop");
  expect(store.shownRow(hidden, loop)).toEqual(hidden);
});

test("all hops are shown until the chain is collapsed", () => {
  const store = storeOf(loop);
  store.showAllHops("loop");
  expect(store.foldOf(loop)).toBeUndefined();
  expect(store.rowCount.value).toBe(22);
  expect(store.isRest({ chainId: "loop", hopIndex: 3 })).toBe(false);
  store.setCollapsed("loop", true);
  expect(store.rowCount.value).toBe(1);
  store.setCollapsed("loop", false);
  expect(store.rowCount.value).toBe(5);
  store.showAllHops("loop");
  store.setAllCollapsed(true);
  store.setAllCollapsed(false);
  expect(store.rowCount.value).toBe(5);
});
