/** Tests that the chains that deserve a change are counted by their headline, and follow the list. */
import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { countConclusions } from "../../../panel/stores/conclusion-counts.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import { answered, chainOf, formBody, served } from "../../model/hops.ts";

const a = "http://shop.test/a";
const b = "http://shop.test/b";
const c = "http://shop.test/c";
const d = "http://shop.test/d";
/** Its only finding with a severity above "info": three redirects. */
const long = chainOf(served(a, 301, b), served(b, 301, c), served(c, 301, d), answered(d));
/** Four findings with one cause, errors and a warning. */
const broken = chainOf(served(a, 302, b, { method: "POST", body: formBody }), answered(b, 405));
const plain = chainOf(answered(a));

test("a chain counts once, by its most severe finding; the counts follow the listed chains", async () => {
  const chains = signal<readonly Chain[]>([plain]);
  const counts = countConclusions(chains);
  const expectCounts = (error: number, warning: number) =>
    vi.waitFor(() => expect(counts.value).toEqual({ error, warning }));

  await expectCounts(0, 0);
  chains.value = [long, plain, broken, long];
  await expectCounts(1, 2);
  chains.value = [plain];
  await expectCounts(0, 0);
});
