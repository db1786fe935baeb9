import type { Chain, Hop } from "../../src/model/chain/redirect-chain.ts";

/** What every cell of a hop's row gets. */
export interface CellProps {
  readonly chain: Chain;
  readonly index: number;
}

/** `chain.hops[index]`. Every index comes from the chain's own hops; the fallback is for the compiler. */
export function hopAt({ chain, index }: CellProps): Hop {
  return chain.hops[index] ?? chain.hops[0];
}
