/** Opens a file that a person chose or dropped: its log is shown, or one sentence says why not and nothing changes. */
import type { ImportResult } from "../../src/model/import/import-log.ts";
import { inSlices } from "../in-slices.ts";
import { decodedText } from "./decoded-text.ts";
import type { ImportFailure, PanelStore } from "../panel-store.ts";

/** Of two files at a time, the later one counts. */
let latest: File | undefined;

export async function openFile(file: File, store: PanelStore): Promise<void> {
  latest = file;
  store.importFailure.value = undefined;
  // Smaller ones are there at once.
  store.openingFileName.value = file.size > 2 ** 20 ? file.name : undefined;
  const result = await readLog(file);
  if (latest !== file) return;
  store.openingFileName.value = undefined;
  if ("problem" in result) store.importFailure.value = { fileName: file.name, problem: result.problem };
  else store.showImported({ fileName: file.name, chains: result.chains });
}

async function readLog(file: File): Promise<ImportResult | Pick<ImportFailure, "problem">> {
  // Loaded when the first file is opened: a panel that lists redirects does not wait for it.
  const { importSteps, largestFileBytes } = await import("../../src/model/import/import-log.ts");
  if (file.size > largestFileBytes) return { problem: { kind: "too-large" } };
  try {
    return await inSlices(importSteps(decodedText(new Uint8Array(await file.arrayBuffer()))));
  } catch {
    // Gone, changed or forbidden since it was chosen; or a folder.
    return { problem: { kind: "not-readable" } };
  }
}
