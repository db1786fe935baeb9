/** Aligned text, for a ticket or a terminal: the chain in a line, what became of a form, hops in columns, findings. */
import type { Chain } from "../chain/redirect-chain.ts";
import {
  chainSummary,
  chainTitle,
  findingWords,
  formWords,
  hopColumns,
  hopWords,
  unfollowedTarget,
} from "./hop-cell-text.ts";
import { urlMasking, type ExportOptions } from "../url/url-masking.ts";

export function* textParts(chains: readonly Chain[], options?: ExportOptions): Generator<string> {
  const masking = urlMasking(options);
  for (const [at, chain] of chains.entries()) {
    const findings = findingWords(chain, options);
    const form = formWords(chain);
    const target = unfollowedTarget(chain, masking);
    const rows = chain.hops.map((hop, index) => hopWords(chain, hop, index, masking));
    const lines = [
      chainTitle(chain, masking),
      chainSummary(chain),
      ...(form === "" ? [] : [`Form: ${form}`]),
      ...aligned([hopColumns, ...rows]),
      ...(target === "" ? [] : [`Redirects to: ${target}`]),
      ...(findings === "" ? [] : [`Findings: ${findings}`]),
    ];
    yield `${at === 0 ? "" : "\n"}${lines.join("\n")}\n`;
  }
}

const columnsOfNumbers = new Set(["#", "Time"]);

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = hopColumns.map((_, column) => Math.max(...rows.map((cells) => widthOf(cells[column] ?? ""))));
  return rows.map((cells) =>
    cells
      .map((cell, column) => {
        const space = " ".repeat((widths[column] ?? 0) - widthOf(cell));
        return columnsOfNumbers.has(hopColumns[column] ?? "") ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** In characters: those beyond the Basic Multilingual Plane are two units long. */
function widthOf(cell: string): number {
  return cell.length - (cell.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
