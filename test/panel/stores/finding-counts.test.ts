/** Tests that findings are counted for the whole log and for the chains that match the filter. */
import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { countFindings, sumOf } from "../../../panel/stores/finding-counts.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answered, chainOf, served } from "../../model/hops.ts";

const a = "http://shop.test/a";
const b = "http://shop.test/b";
/** Its only finding: two redirects. */
const long = chainOf(served(a, 302, b), served(b, 302, a), answered(a));
const plain = chainOf(answered(a));

test("both follow the log and the filter", async () => {
  const chains = signal<readonly Chain[]>([plain]);
  const matches = signal<((chain: Chain) => boolean) | undefined>(undefined);
  const counts = countFindings(chains, matches);
  const expectCounts = (all: number, shown: number) =>
    vi.waitFor(() => expect([sumOf(counts.value.all), sumOf(counts.value.shown)]).toEqual([all, shown]));

  await expectCounts(0, 0);
  chains.value = [long, plain, long];
  await expectCounts(2, 2);
  matches.value = (chain) => chain === plain;
  await expectCounts(2, 0);
  matches.value = undefined;
  await expectCounts(2, 2);
});
