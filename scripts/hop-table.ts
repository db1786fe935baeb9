/** Prints what the panel lists as an aligned table. */
import { columns, type ShownChain } from "./browsers/panel-page.ts";

const headings = Object.values(columns);
const rightAligned = new Set<string>([columns.number, columns.time]);

export function formatChains(chains: readonly ShownChain[]): string {
  const hops = chains.flatMap((chain) => chain.hops);
  const widths = headings.map((heading, index) =>
    Math.max(heading.length, ...hops.map((cells) => cells[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return rightAligned.has(headings[index] ?? "") ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ");
  const rule = "─".repeat(line(headings).length);
  return [line(headings), rule, ...chains.flatMap(({ title, hops: rows }) => [title, ...rows.map(line), ""])]
    .join("\n")
    .trimEnd();
}
