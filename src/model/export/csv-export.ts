/**
 * CSV by RFC 4180, one row per hop, for spreadsheets. The byte order mark makes Excel read it as UTF-8. A cell that a
 * spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection"). So does text after a semicolon
 * (decision D131).
 */
import { escapeInvisible } from "../url/escape-invisible.ts";
import { findFindings } from "../findings/find-findings.ts";
import type { Finding } from "../findings/finding.ts";
import { hopDurationMs, type Chain } from "../chain/redirect-chain.ts";
import { redirectUrlOf } from "./json-export.ts";
import { hopColumns, hopsOfChain, type HopOfChain } from "./hop-cell-text.ts";
import { urlMasking, type ExportOptions, type UrlMasking } from "../url/url-masking.ts";

interface CsvRow extends HopOfChain {
  readonly chainNumber: number;
  readonly findings: readonly Finding[];
}

interface CsvColumn {
  readonly title: string;
  readonly text: (row: CsvRow, masking: UrlMasking) => string;
}

/** Without its unit, so that a spreadsheet can calculate with it. */
const { time: _, ...textColumns } = hopColumns;

const columns: readonly CsvColumn[] = [
  { title: "Chain", text: ({ chainNumber }) => String(chainNumber) },
  ...Object.values(textColumns),
  { title: "Redirects to", text: ({ hop }, masking) => escapeInvisible(redirectUrlOf(hop, masking) ?? "") },
  {
    title: "Time (ms)",
    text: ({ hop }) => {
      const durationMs = hopDurationMs(hop);
      return durationMs === undefined ? "" : String(Math.round(durationMs * 10) / 10);
    },
  },
  { title: "Findings", text: ({ findings }) => findings.map(({ id }) => id).join(" ") },
  { title: "Started", text: ({ hop }) => new Date(hop.startedAt).toISOString() },
];

export const csvTitles = columns.map(({ title }) => title);

export function* csvParts(chains: readonly Chain[], options?: ExportOptions): Generator<string> {
  const masking = urlMasking(options);
  yield `\ufeff${csvRow(csvTitles)}`;
  for (const [at, chain] of chains.entries()) {
    const findings = (options?.findingsOf ?? findFindings)(chain);
    yield hopsOfChain(chain)
      .map((hopOfChain) => {
        const { index } = hopOfChain;
        // Findings of the whole chain go to its last row.
        const ofHop = findings.filter(({ hop = chain.hops.length - 1 }) => hop === index);
        const row = { ...hopOfChain, chainNumber: at + 1, findings: ofHop };
        return csvRow(columns.map(({ text }) => text(row, masking)));
      })
      .join("");
  }
}

export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string): string {
  const harmless = neutralised(value);
  // LibreOffice splits cells at semicolons and tabs as well, unless they are quoted.
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Full-width signs count as well: some spreadsheets normalise them. */
export function neutralised(value: string): string {
  return value.replaceAll(/(?:^|;)(?=["\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/g, "$&'");
}
