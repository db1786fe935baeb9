/** Aligned text, for a ticket or a terminal: chain title, form result, hops in columns, findings. */
import type { Chain } from "../chain/redirect-chain.ts";
import { chainSummary, chainTitle, findingsText, formText, unfollowedTarget } from "./chain-text.ts";
import { hopColumnList, hopRows } from "./hop-cell-text.ts";
import { urlMasking, type ExportOptions } from "../url/url-masking.ts";

export function* textParts(chains: readonly Chain[], options?: ExportOptions): Generator<string> {
  const masking = urlMasking(options);
  for (const [at, chain] of chains.entries()) {
    const findings = findingsText(chain, options);
    const form = formText(chain);
    const target = unfollowedTarget(chain, masking);
    const lines = [
      chainTitle(chain, masking),
      chainSummary(chain),
      ...(form === "" ? [] : [`Form: ${form}`]),
      ...aligned([hopColumnList.map(({ title }) => title), ...hopRows(chain, masking)]),
      ...(target === "" ? [] : [`Redirects to: ${target}`]),
      ...(findings === "" ? [] : [`Findings: ${findings}`]),
    ];
    yield `${at === 0 ? "" : "\n"}${lines.join("\n")}\n`;
  }
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = hopColumnList.map((_, column) => Math.max(...rows.map((cells) => widthOf(cells[column] ?? ""))));
  return rows.map((cells) =>
    cells
      .map((cell, column) => {
        const space = " ".repeat((widths[column] ?? 0) - widthOf(cell));
        return hopColumnList[column]?.isNumeric === true ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** In characters: those beyond the Basic Multilingual Plane have two code units. */
function widthOf(cell: string): number {
  return cell.length - (cell.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
