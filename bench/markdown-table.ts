/** Markdown tables in the formatter's style, and numbers in a readable form. */

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) => Math.max(3, name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** Appends the goal to a figure that misses it. Both are in the unit that follows the figure. */
export function atMost(shown: string, goal = Infinity): string {
  return numberIn(shown) > goal ? `${shown} > ${goal}` : shown;
}

export function atLeast(shown: string, goal: number): string {
  return numberIn(shown) < goal ? `${shown} < ${goal.toLocaleString("en")}` : shown;
}

function numberIn(shown: string): number {
  return Number.parseFloat(shown.replaceAll(",", ""));
}

/** Two significant digits: 0.34, 3.4, 34, 1,234. */
export function figure(value: number): string {
  const digits = Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 1 ? 1 : 2;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
