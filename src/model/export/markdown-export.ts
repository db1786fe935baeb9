/**
 * A Markdown table for each chain, for a report. Every character that could be markup in CommonMark, GFM or a common
 * extension (autolinks, mentions, math, emoji) is escaped: what strangers chose stays text.
 */
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

const delimiterRow = "| --: | :-- | :-- | :-- | :-- | :-- | --: |";

export function* markdownParts(chains: readonly Chain[], options?: ExportOptions): Generator<string> {
  const masking = urlMasking(options);
  for (const [at, chain] of chains.entries()) {
    const findings = findingWords(chain, options);
    const form = formWords(chain);
    const target = unfollowedTarget(chain, masking);
    const paragraphs = [
      `### ${escapeMarkdown(chainTitle(chain, masking))}`,
      escapeMarkdown(chainSummary(chain)),
      ...(form === "" ? [] : [`Form: ${escapeMarkdown(form)}`]),
      [
        tableRow(hopColumns),
        delimiterRow,
        ...chain.hops.map((hop, index) => tableRow(hopWords(chain, hop, index, masking))),
      ].join("\n"),
      ...(target === "" ? [] : [`Redirects to: ${escapeMarkdown(target)}`]),
      ...(findings === "" ? [] : [`Findings: ${escapeMarkdown(findings)}`]),
    ];
    yield `${at === 0 ? "" : "\n"}${paragraphs.join("\n\n")}\n`;
  }
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(escapeMarkdown).join(" | ")} |`;
}

/** For one line of text; line breaks must be gone before. */
export function escapeMarkdown(line: string): string {
  return (
    line
      .replace(/[\\`*_{}[\]<>#~:@$^&]/g, "\\$&")
      // As an entity, it cannot be taken for a border of a cell, however many backslashes stand before it.
      .replaceAll("|", "&#124;")
      // Outer space is cut off.
      .replace(/^\s|\s$/g, (space) => `&#${space.codePointAt(0) ?? 32};`)
  );
}
