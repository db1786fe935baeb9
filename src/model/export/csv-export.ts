/**
 * CSV by RFC 4180, one row a hop, for a spreadsheet. A byte order mark tells Excel that it is UTF-8. A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"); so does what follows a semicolon:
 * where the comma is for decimals, Excel begins a cell there, within quotes, too, for they do not stand at the cell's beginning.
 */
import { escapeInvisible } from "../url/escape-invisible.ts";
import { findFindings } from "../findings/find-findings.ts";
import { hopDurationMs, type Chain } from "../chain/redirect-chain.ts";
import { redirectUrlOf } from "./json-export.ts";
import { hopColumns, hopWords } from "./hop-cell-text.ts";
import { urlMasking, type ExportOptions } from "../url/url-masking.ts";

export const csvColumns = ["Chain", ...hopColumns.slice(0, -1), "Redirects to", "Time (ms)", "Findings", "Started"];

export function* csvParts(chains: readonly Chain[], options?: ExportOptions): Generator<string> {
  const masking = urlMasking(options);
  yield `\ufeff${csvRow(csvColumns)}`;
  for (const [at, chain] of chains.entries()) {
    const findings = (options?.findingsOf ?? findFindings)(chain);
    yield chain.hops
      .map((hop, index) => {
        const durationMs = hopDurationMs(hop);
        return csvRow([
          String(at + 1),
          ...hopWords(chain, hop, index, masking).slice(0, -1),
          escapeInvisible(redirectUrlOf(hop, masking) ?? ""),
          durationMs === undefined ? "" : String(Math.round(durationMs * 10) / 10),
          findings
            .filter((finding) => (finding.hop ?? chain.hops.length - 1) === index)
            .map(({ id }) => id)
            .join(" "),
          new Date(hop.startedAt).toISOString(),
        ]);
      })
      .join("");
  }
}

export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string): string {
  const harmless = neutralised(value);
  // LibreOffice begins a cell at semicolons and tabs as well, unless they are in quotes.
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Full-width signs count as well: some spreadsheets fold them. */
export function neutralised(value: string): string {
  return value.replaceAll(/(?:^|;)(?=["\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/g, "$&'");
}
