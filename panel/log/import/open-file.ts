/** Opens a file that a person chose or dropped: its log is shown, or one sentence says why not and nothing changes. */
import type { PanelStore } from "../panel-store.ts";

/** Of two files at a time, the later one counts. */
let latest: File | undefined;

export async function openFile(file: File, store: PanelStore): Promise<void> {
  latest = file;
  store.importFailure.value = undefined;
  // Smaller ones are there at once.
  store.openingFileName.value = file.size > 2 ** 20 ? file.name : undefined;
  const { readFile } = await import("./read-file.ts");
  const result = await readFile(file);
  if (latest !== file) return;
  store.openingFileName.value = undefined;
  if ("problem" in result) store.importFailure.value = { fileName: file.name, problem: result.problem };
  else store.showImported({ fileName: file.name, ...result });
}
