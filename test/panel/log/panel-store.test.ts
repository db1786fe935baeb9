/** Tests that a message renders once however many chains it has, and that rows keep their places. */
import { effect } from "@preact/signals";
import { expect, test } from "vitest";
import { createPanelStore } from "../../../panel/log/panel-store.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import type { LogChange } from "../../../src/model/log/chain-log.ts";
import { chainOf, served } from "../../model/hops.ts";

test("1,000 chains in one message render once", () => {
  const store = createPanelStore();
  let renders = 0;
  effect(() => {
    renders += store.rows.rows.value.length >= 0 ? 1 : 0;
  });
  store.apply({ type: "changes", changes: chains(0, 1_000).map(put) });
  expect(renders).toBe(2);
  expect(store.rows.rows.value).toHaveLength(2_000);
});

test("a change of one of 10,000 chains replaces only that chain, in place", () => {
  const store = createPanelStore();
  store.apply({ type: "snapshot", changes: chains(0, 10_000).map(put) });
  const before = store.filter.chains.value;
  const [changed] = chains(5_000, 5_001);
  store.apply({ type: "changes", changes: [dropped("0"), ...(changed === undefined ? [] : [put(changed)])] });
  const after = store.filter.chains.value;
  expect(after).toHaveLength(9_999);
  expect(after.filter((chain, index) => chain !== before[index + 1])).toEqual([changed]);
  expect(after[4_999]).toBe(changed);
});

test("selection and collapsed chains survive added and dropped chains", () => {
  const store = createPanelStore();
  store.apply({ type: "snapshot", changes: chains(0, 3).map(put) });
  store.selection.select({ chainId: "1", hopIndex: 0 });
  store.rows.setCollapsed("2", true);
  store.apply({ type: "changes", changes: [dropped("0"), ...chains(3, 5).map(put)] });
  expect(store.selection.isInList.value).toBe(true);
  expect(store.rows.rows.value.map(({ chainId, hopIndex }) => `${chainId}/${hopIndex ?? ""}`)).toEqual([
    "1/",
    "1/0",
    "2/",
    "3/",
    "3/0",
    "4/",
    "4/0",
  ]);
  store.rows.setAllCollapsed(true);
  expect(store.rows.rows.value).toHaveLength(4);
  store.rows.setAllCollapsed(false);
  expect(store.rows.rows.value).toHaveLength(8);
});

function put(chain: Chain): LogChange {
  return { kind: "chain-put", chain };
}

function dropped(chainId: string): LogChange {
  return { kind: "chains-dropped", tabId: 1, chainIds: [chainId] };
}

function chains(from: number, to: number): Chain[] {
  return Array.from({ length: to - from }, (_, index) => {
    const id = String(from + index);
    return { ...chainOf(served("http://shop.test/a", 302, "http://shop.test/b")), id, requestId: id };
  });
}
