/**
 * Exports a log to a file or the clipboard without blocking the panel. Only menus import this, so that the formats are loaded
 * with the first menu that opens.
 */
import browser from "../../src/browser-api.ts";
import { exportFileName } from "../../src/model/export/export-file-name.ts";
import { exportParts, type ExportFormat } from "../../src/model/export/export-formats.ts";
import type { ExportOptions } from "../../src/model/url/url-masking.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { browserNameAndVersion } from "../ui/browser-name.ts";
import { findingsOf } from "../findings/chain-findings.ts";
import { runInChunks } from "../ui/run-in-chunks.ts";
import { copyText } from "../ui/copy-text.ts";
import { saveFile } from "../ui/save-file.ts";

export interface SavedFormat {
  readonly format: ExportFormat;
  readonly label: string;
  readonly mediaType: string;
}

export const savedFormats: readonly SavedFormat[] = [
  { format: "json", label: "JSON", mediaType: "application/json" },
  { format: "csv", label: "CSV", mediaType: "text/csv" },
  { format: "har", label: "HAR", mediaType: "application/json" },
];

/** Returns the name of the file. */
export async function saveLog(
  { format, mediaType }: SavedFormat,
  chains: readonly Chain[],
  options: ExportOptions,
): Promise<string> {
  const exportedAt = new Date().toISOString();
  const fileName = exportFileName(chains, exportedAt, format);
  const content = new ContentBlobs();
  await eachPart(format, chains, exportedAt, options, (part) => content.add(part));
  saveFile(fileName, mediaType, content.all());
  return fileName;
}

export async function copyLog(format: ExportFormat, chains: readonly Chain[], options: ExportOptions): Promise<void> {
  const parts: string[] = [];
  await eachPart(format, chains, new Date().toISOString(), options, (part) => parts.push(part));
  await copyText(parts.join(""));
}

async function eachPart(
  format: ExportFormat,
  chains: readonly Chain[],
  exportedAt: string,
  options: ExportOptions,
  use: (part: string) => void,
): Promise<void> {
  const { name, version } = browser.runtime.getManifest();
  const generator = { name, version, browser: await browserNameAndVersion() };
  const parts = exportParts(format, chains, { exportedAt, generator }, { ...options, findingsOf });
  await runInChunks(parts[Symbol.iterator](), use);
}

/** Packs parts into blobs as they come: packing tens of megabytes at once would block the panel. */
class ContentBlobs {
  readonly #blobs: Blob[] = [];
  #waiting: string[] = [];
  #waitingLength = 0;

  add(part: string) {
    this.#waiting.push(part);
    this.#waitingLength += part.length;
    if (this.#waitingLength > 2 ** 19) this.#pack();
  }

  all(): Blob[] {
    this.#pack();
    return this.#blobs;
  }

  #pack() {
    this.#blobs.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#waitingLength = 0;
  }
}
