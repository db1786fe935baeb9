/**
 * A Markdown table for each chain, for a report. Every character that could be markup in CommonMark, GFM or a common
 * extension (autolinks, mentions, math, emoji) is escaped, so that untrusted text stays text.
 */
import type { Chain } from "../chain/redirect-chain.ts";
import { chainSummary, chainTitle, findingsText, formText, unfollowedTarget } from "./chain-text.ts";
import { hopColumnList, hopRows } from "./hop-cell-text.ts";
import { urlMasking, type ExportOptions } from "../url/url-masking.ts";

const headRows = [
  tableRow(hopColumnList.map(({ title }) => title)),
  `| ${hopColumnList.map(({ isNumeric }) => (isNumeric === true ? "--:" : ":--")).join(" | ")} |`,
];

export function* markdownParts(chains: readonly Chain[], options?: ExportOptions): Generator<string> {
  const masking = urlMasking(options);
  for (const [at, chain] of chains.entries()) {
    const findings = findingsText(chain, options);
    const form = formText(chain);
    const target = unfollowedTarget(chain, masking);
    const paragraphs = [
      `### ${escapeMarkdown(chainTitle(chain, masking))}`,
      escapeMarkdown(chainSummary(chain)),
      ...(form === "" ? [] : [`Form: ${escapeMarkdown(form)}`]),
      [...headRows, ...hopRows(chain, masking).map(tableRow)].join("\n"),
      ...(target === "" ? [] : [`Redirects to: ${escapeMarkdown(target)}`]),
      ...(findings === "" ? [] : [`Findings: ${escapeMarkdown(findings)}`]),
    ];
    yield `${at === 0 ? "" : "\n"}${paragraphs.join("\n\n")}\n`;
  }
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(escapeMarkdown).join(" | ")} |`;
}

/** Escapes a single line: the text must not contain line breaks. */
export function escapeMarkdown(line: string): string {
  return (
    line
      .replace(/[\\`*_{}[\]<>#~:@$^&]/g, "\\$&")
      // An entity cannot end the cell, however many backslashes precede it.
      .replaceAll("|", "&#124;")
      // Markdown trims leading and trailing space.
      .replace(/^\s|\s$/g, (space) => `&#${space.codePointAt(0) ?? 32};`)
  );
}
