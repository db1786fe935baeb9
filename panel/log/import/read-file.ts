/** Reads a log from a file. Loaded when the first file is opened, so that opening the panel does not wait for it. */
import { importSteps, type ImportResult } from "../../../src/model/import/import-log.ts";
import { maxFileBytes } from "../../../src/model/import/import-limits.ts";
import { runInChunks } from "../../ui/run-in-chunks.ts";
import type { ImportFailure } from "./file-store.ts";
import { decodedText } from "./decoded-text.ts";
import { unpackFile } from "./unpack-file.ts";

export async function readFile(file: Blob): Promise<ImportResult | Pick<ImportFailure, "problem">> {
  try {
    const unpacked = await unpackFile(file, maxFileBytes);
    if ("problem" in unpacked) return unpacked;
    return await runInChunks(importSteps(decodedText(unpacked.bytes)));
  } catch {
    // Deleted, changed or forbidden since it was chosen, or a folder.
    return { problem: { kind: "not-readable" } };
  }
}
