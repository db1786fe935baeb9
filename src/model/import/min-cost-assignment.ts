/**
 * Assigns rows to columns at the minimum total cost: the Hungarian algorithm with potentials, O(rows² × columns)
 * (H. W. Kuhn, "The Hungarian Method for the assignment problem", 1955).
 */

/** Returns the column of each row. There must be at least as many columns as rows. */
export function minCostAssignment(costs: readonly (readonly number[])[]): readonly number[] {
  const columnCount = costs[0]?.length ?? 0;
  // Row and column 0 mean "unassigned".
  const rowPotential = new Float64Array(costs.length + 1);
  const columnPotential = new Float64Array(columnCount + 1);
  const rowOf = new Int32Array(columnCount + 1);
  for (let row = 1; row <= costs.length; row += 1) {
    const before = new Int32Array(columnCount + 1);
    const slack = new Float64Array(columnCount + 1).fill(Infinity);
    const isUsed = new Uint8Array(columnCount + 1);
    let column = 0;
    rowOf[0] = row;
    while (rowOf[column] !== 0) {
      isUsed[column] = 1;
      const current = at(rowOf, column);
      const currentCosts = costs[current - 1] ?? [];
      let nearest = 0;
      let delta = Infinity;
      for (let next = 1; next <= columnCount; next += 1) {
        if (isUsed[next] === 1) continue;
        const reduced = (currentCosts[next - 1] ?? 0) - at(rowPotential, current) - at(columnPotential, next);
        if (reduced < at(slack, next)) {
          slack[next] = reduced;
          before[next] = column;
        }
        if (at(slack, next) >= delta) continue;
        delta = at(slack, next);
        nearest = next;
      }
      for (let next = 0; next <= columnCount; next += 1) {
        if (isUsed[next] === 1) {
          rowPotential[at(rowOf, next)] = at(rowPotential, at(rowOf, next)) + delta;
          columnPotential[next] = at(columnPotential, next) - delta;
        } else slack[next] = at(slack, next) - delta;
      }
      column = nearest;
    }
    for (; column !== 0; column = at(before, column)) rowOf[column] = at(rowOf, at(before, column));
  }
  const columns: number[] = Array.from({ length: costs.length }, () => -1);
  for (let column = 1; column <= columnCount; column += 1) {
    if (rowOf[column] !== 0) columns[at(rowOf, column) - 1] = column - 1;
  }
  return columns;
}

function at(list: Float64Array | Int32Array, index: number): number {
  return list[index] ?? 0;
}
