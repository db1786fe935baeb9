/** A log in one format, made without keeping the panel from answering, and handed to a file or the clipboard. */
import browser from "webextension-polyfill";
import { exportFileName, exportParts, type ExportFormat } from "../../src/model/export/export-formats.ts";
import type { ExportOptions } from "../../src/model/export/url-masking.ts";
import type { Chain } from "../../src/model/redirect-chain.ts";
import { browserNameAndVersion } from "../browser-name.ts";
import { copyText } from "./copy-text.ts";
import { saveFile } from "./save-file.ts";

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

/** The name of the file. */
export async function saveLog(
  { format, mediaType }: SavedFormat,
  chains: readonly Chain[],
  options: ExportOptions,
): Promise<string> {
  const exportedAt = new Date().toISOString();
  const fileName = exportFileName(chains, exportedAt, format);
  saveFile(fileName, mediaType, await exported(format, chains, exportedAt, options));
  return fileName;
}

export async function copyLog(format: ExportFormat, chains: readonly Chain[], options: ExportOptions): Promise<void> {
  await copyText((await exported(format, chains, new Date().toISOString(), options)).join(""));
}

/** A frame of 60 a second, and room in it for the panel. */
const longestSliceMs = 10;

async function exported(
  format: ExportFormat,
  chains: readonly Chain[],
  exportedAt: string,
  options: ExportOptions,
): Promise<string[]> {
  const { name, version } = browser.runtime.getManifest();
  const generator = { name, version, browser: await browserNameAndVersion() };
  const parts: string[] = [];
  let sliceBeganAt = performance.now();
  for (const part of exportParts(format, chains, { exportedAt, generator }, options)) {
    parts.push(part);
    if (performance.now() - sliceBeganAt < longestSliceMs) continue;
    await new Promise((resume) => {
      setTimeout(resume);
    });
    sliceBeganAt = performance.now();
  }
  return parts;
}
