/** A row of the list: a chain's heading, or one of its hops. */
export interface RowKey {
  readonly chainId: string;
  readonly hopIndex?: number;
}

export function isSameRow(a: RowKey | undefined, b: RowKey | undefined): boolean {
  return a?.chainId === b?.chainId && a?.hopIndex === b?.hopIndex;
}
