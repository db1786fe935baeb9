/** A log opened from a file. The list shows it instead of the tab's log, which keeps recording. */
import { batch, signal, type ReadonlySignal } from "@preact/signals";
import type { ImportProblem } from "../../../src/model/import/import-log.ts";
import type { ImportNote } from "../../../src/model/import/import-notes.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";
import type { PackProblem } from "./unpack-file.ts";

export interface ImportedLog {
  readonly fileName: string;
  readonly chains: readonly Chain[];
  /** What was left out of the file. */
  readonly notes: readonly ImportNote[];
}

export interface ImportFailure {
  readonly fileName: string;
  readonly problem: ImportProblem | PackProblem | { readonly kind: "not-readable" };
}

export interface FileStore {
  readonly log: ReadonlySignal<ImportedLog | undefined>;
  /** While a large file is being read. */
  readonly openingFileName: ReadonlySignal<string | undefined>;
  readonly failure: ReadonlySignal<ImportFailure | undefined>;
  /** Shows the file's log, or sets `failure` and changes nothing else. */
  open(file: File): Promise<void>;
  /** Back to the tab's log. */
  close(): void;
  dismissFailure(): void;
}

const largeFileBytes = 2 ** 20;

/** `onLogChange`: other chains are listed from now on. */
export function createFileStore(onLogChange: () => void): FileStore {
  const log = signal<ImportedLog | undefined>(undefined);
  const openingFileName = signal<string | undefined>(undefined);
  const failure = signal<ImportFailure | undefined>(undefined);
  /** When two files are opened at once, the later one is shown. */
  let latest: File | undefined;

  function show(next: ImportedLog | undefined) {
    batch(() => {
      log.value = next;
      failure.value = undefined;
      onLogChange();
    });
  }

  return {
    log,
    openingFileName,
    failure,
    async open(file) {
      latest = file;
      failure.value = undefined;
      openingFileName.value = file.size > largeFileBytes ? file.name : undefined;
      const { readFile } = await import("./read-file.ts");
      const result = await readFile(file);
      if (latest !== file) return;
      openingFileName.value = undefined;
      if ("problem" in result) failure.value = { fileName: file.name, problem: result.problem };
      else show({ fileName: file.name, ...result });
    },
    close: () => show(undefined),
    dismissFailure() {
      failure.value = undefined;
    },
  };
}
