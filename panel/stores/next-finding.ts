/** The rows that deserve a change: where the buttons and keys for the previous and next finding move to. */
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { groupFindings } from "../../src/model/findings/group-findings.ts";
import { findingsOf } from "../findings/chain-findings.ts";
import type { RowKey } from "./row-key.ts";

interface ListedRows {
  readonly chains: readonly Chain[];
  readonly collapsedIds: ReadonlySet<string>;
}

/** 1: the next one; -1: the previous one. Wraps around. Undefined if no chain has an error or a warning. */
export function nextFindingRow(
  { chains, collapsedIds }: ListedRows,
  from: RowKey | undefined,
  step: 1 | -1,
): RowKey | undefined {
  const at = chains.findIndex(({ id }) => id === from?.chainId);
  const isAfter = (row: RowKey) => step * (placeOf(row) - placeOf(from)) > 0;
  const rowsOf = (index: number) => {
    const chain = chains.at(index % chains.length);
    const rows = chain === undefined ? [] : findingRows(chain, collapsedIds.has(chain.id));
    return step === 1 ? rows : rows.toReversed();
  };
  const start = at === -1 && step === 1 ? -1 : Math.max(at, 0);
  const here = at === -1 ? undefined : rowsOf(at).find(isAfter);
  if (here !== undefined) return here;
  for (let distance = 1; distance <= chains.length; distance += 1) {
    const [first] = rowsOf(start + step * distance);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** One row for each hop with a cause of its own; the heading for causes of the whole chain, or if it is collapsed. */
function findingRows(chain: Chain, isCollapsed: boolean): RowKey[] {
  const hops = groupFindings(findingsOf(chain))
    .filter(({ cause }) => cause.severity !== "info")
    .map(({ cause }) => (isCollapsed ? -1 : (cause.hop ?? -1)));
  return [...new Set(hops)].toSorted((a, b) => a - b).map((hopIndex) => keyOf(chain, hopIndex));
}

function keyOf({ id }: Chain, hopIndex: number): RowKey {
  return hopIndex === -1 ? { chainId: id } : { chainId: id, hopIndex };
}

function placeOf(row: RowKey | undefined): number {
  return row?.hopIndex ?? -1;
}
