/** Says that a file is being opened, that the list shows one, and why one was not opened. */
import { Banner } from "../notice.tsx";
import type { ImportedLog, ImportFailure, PanelStore } from "../panel-store.ts";
import { text } from "../texts.ts";
import { cutInMiddle, visibleText } from "../visible-text.ts";

interface ImportedNoticeProps {
  readonly store: PanelStore;
  readonly log: ImportedLog;
}

export function ImportedNotice({ store, log }: ImportedNoticeProps) {
  const sentence = text("importedNotice", shown(log.fileName));
  return <Banner sentence={sentence} label={text("backToTab")} onClick={() => store.showImported(undefined)} />;
}

/** A large file takes a while. */
export function OpeningNotice({ fileName }: { readonly fileName: string }) {
  return <Banner sentence={text("openingFile", shown(fileName))} />;
}

interface ImportFailureNoticeProps {
  readonly store: PanelStore;
  readonly failure: ImportFailure;
}

export function ImportFailureNotice({ store, failure }: ImportFailureNoticeProps) {
  const dismiss = () => (store.importFailure.value = undefined);
  return <Banner sentence={failureSentence(failure)} label={text("close")} onClick={dismiss} />;
}

function failureSentence({ fileName, problem }: ImportFailure): string {
  const name = shown(fileName);
  switch (problem.kind) {
    case "too-large":
      return text("importTooLarge", name);
    case "not-readable":
      return text("importNotReadable", name);
    case "not-json":
      return text("importNotJson", name);
    case "unknown-format":
      return text("importUnknownFormat", name);
    case "newer-version":
      return text("importNewerVersion", name);
    case "damaged":
      return text("importDamaged", name, problem.at);
    case "no-redirects":
      return text("importNoRedirects", name);
  }
}

function shown(fileName: string): string {
  return visibleText(cutInMiddle(fileName, 80));
}
