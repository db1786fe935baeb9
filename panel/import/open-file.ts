/** Opens a file that a person chose or dropped: its log is shown, or one sentence says why not and nothing changes. */
import { importLog, largestFileBytes, type ImportResult } from "../../src/model/import/import-log.ts";
import type { ImportFailure, PanelStore } from "../panel-store.ts";

export async function openFile(file: File, store: PanelStore): Promise<void> {
  const result = await readLog(file);
  if ("problem" in result) store.importFailure.value = { fileName: file.name, problem: result.problem };
  else store.showImported({ fileName: file.name, chains: result.chains });
}

async function readLog(file: File): Promise<ImportResult | Pick<ImportFailure, "problem">> {
  if (file.size > largestFileBytes) return { problem: { kind: "too-large" } };
  try {
    return importLog(await file.text());
  } catch {
    // Gone, changed or forbidden since it was chosen; or a folder.
    return { problem: { kind: "not-readable" } };
  }
}

/** For the whole panel: a file can be dropped anywhere. */
export function dropHandlers(store: PanelStore) {
  return {
    onDragOver(event: DragEvent) {
      if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
    },
    onDrop(event: DragEvent) {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      void openFile(file, store);
    },
  };
}
