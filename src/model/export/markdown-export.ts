/**
 * A Markdown table for each chain, for a report. Every character that could be markup in CommonMark, GFM or a common
 * extension (autolinks, mentions, math, emoji) is escaped, so that untrusted text stays text.
 */
import type { Chain } from "../chain/redirect-chain.ts";
import { findFindings } from "../findings/find-findings.ts";
import type { Finding } from "../findings/finding.ts";
import { chainSummary, chainTitle, findingSentences, findingsText, formText, unfollowedTarget } from "./chain-text.ts";
import { hopColumnList, hopRows } from "./hop-cell-text.ts";
import { urlMasking, type ExportOptions, type UrlMasking } from "../url/url-masking.ts";

const headRows = [
  tableRow(hopColumnList.map(({ title }) => title)),
  `| ${hopColumnList.map(({ isNumeric }) => (isNumeric === true ? "--:" : ":--")).join(" | ")} |`,
];

export function* markdownParts(chains: readonly Chain[], options?: ExportOptions): Generator<string> {
  const masking = urlMasking(options);
  for (const [at, chain] of chains.entries()) {
    const form = formText(chain);
    const target = unfollowedTarget(chain, masking);
    const paragraphs = [
      `### ${escapeMarkdown(chainTitle(chain, masking))}`,
      escapeMarkdown(chainSummary(chain)),
      ...(form === "" ? [] : [`Form: ${escapeMarkdown(form)}`]),
      hopTable(chain, masking),
      ...(target === "" ? [] : [`Redirects to: ${escapeMarkdown(target)}`]),
      ...findingParagraphs(chain, masking, options),
    ];
    yield `${at === 0 ? "" : "\n"}${paragraphs.join("\n\n")}\n`;
  }
}

export function hopTable(chain: Chain, masking: UrlMasking): string {
  return [...headRows, ...hopRows(chain, masking).map(tableRow)].join("\n");
}

/** One line of ids; with `describe`, a list of sentences. */
function findingParagraphs(chain: Chain, masking: UrlMasking, options: ExportOptions = {}): string[] {
  const { describe, findingsOf = findFindings } = options;
  if (describe === undefined) {
    const ids = findingsText(chain, options);
    return ids === "" ? [] : [`Findings: ${escapeMarkdown(ids)}`];
  }
  const items = findingsOf(chain).map((finding) => findingItem(finding, masking, options));
  return items.length === 0 ? [] : ["Findings:", items.join("\n")];
}

/** `- **Body lost** at hop 1 (error): what happened. *Fix:* what to change.` */
export function findingItem(finding: Finding, masking: UrlMasking, options?: ExportOptions): string {
  const { title, what, fix } = findingSentences(finding, masking, options);
  const at = finding.hop === undefined ? "" : ` at hop ${finding.hop + 1}`;
  const sentences = [escapeMarkdown(what), fix === "" ? "" : `*Fix:* ${escapeMarkdown(fix)}`].filter(
    (part) => part !== "",
  );
  return `- **${escapeMarkdown(title)}**${at} (${finding.severity})${sentences.length === 0 ? "" : `: ${sentences.join(" ")}`}`;
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
