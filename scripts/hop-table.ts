/** The hops as a person sees them: read from the rows of the real panel, printed as an aligned table. */
import type { PanelHandle } from "./browsers/browser-session.ts";

export interface ShownChain {
  readonly title: string;
  /** The texts of the seven cells of each hop. */
  readonly hops: readonly (readonly string[])[];
}

const headings = ["#", "Status", "Method", "Body", "SEO", "URL", "Time"] as const;

/** The place of each column among a hop's cells. */
export const column = { number: 0, status: 1, method: 2, body: 3, seo: 4, url: 5, time: 6 } as const;

export async function readChains(panel: PanelHandle): Promise<readonly ShownChain[]> {
  const rows = await panel.evaluate(() =>
    [...document.querySelectorAll(".row.chain, .row.hop")].map((row) =>
      [...row.querySelectorAll('.chain-title, .hop > [role="gridcell"]')].map((cell) => cell.textContent.trim()),
    ),
  );
  const chains: { title: string; hops: string[][] }[] = [];
  for (const cells of rows) {
    // A chain's heading is one cell.
    if (cells.length === 1) chains.push({ title: cells[0] ?? "", hops: [] });
    else chains.at(-1)?.hops.push(cells);
  }
  return chains;
}

export function formatChains(chains: readonly ShownChain[]): string {
  const hops = chains.flatMap((chain) => chain.hops);
  const widths = headings.map((heading, index) =>
    Math.max(heading.length, ...hops.map((cells) => cells[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) =>
        index === column.number || index === column.time
          ? cell.padStart(widths[index] ?? 0)
          : cell.padEnd(widths[index] ?? 0),
      )
      .join("  ");
  const rule = "─".repeat(line(headings).length);
  return [line(headings), rule, ...chains.flatMap(({ title, hops: rows }) => [title, ...rows.map(line), ""])]
    .join("\n")
    .trimEnd();
}
