/** Says that a file is being opened, that the list shows one, and why one was not opened. */
import { importLimits } from "../../../src/model/import/import-limits.ts";
import type { ImportNote, SkipReason } from "../../../src/model/import/import-notes.ts";
import { formatCount, formatSize } from "../../ui/format.ts";
import { Banner } from "../notice.tsx";
import type { ImportedLog, ImportFailure, PanelStore } from "../panel-store.ts";
import { countText, text, type TextName } from "../../ui/texts.ts";
import { cutInMiddle, visibleText } from "../../ui/visible-text.ts";

export function ImportNotices({ store }: { readonly store: PanelStore }) {
  const [log, fileName, failure] = [store.importedLog, store.openingFileName, store.importFailure];
  return (
    <>
      {log.value !== undefined && <ImportedNotice store={store} log={log.value} />}
      {fileName.value !== undefined && <OpeningNotice fileName={fileName.value} />}
      {failure.value !== undefined && <ImportFailureNotice store={store} failure={failure.value} />}
    </>
  );
}

interface ImportedNoticeProps {
  readonly store: PanelStore;
  readonly log: ImportedLog;
}

function ImportedNotice({ store, log }: ImportedNoticeProps) {
  const sentence = text("importedNotice", shown(log.fileName));
  const more = log.notes.map(noteSentence);
  return (
    <Banner sentence={sentence} more={more} label={text("backToTab")} onClick={() => store.showImported(undefined)} />
  );
}

const skipTexts = {
  "no-request": "skippedNoRequest",
  "no-url": "skippedNoUrl",
  "no-time": "skippedNoTime",
  "no-method": "skippedNoMethod",
  "no-response": "skippedNoResponse",
} as const satisfies Record<SkipReason, TextName>;

function noteSentence({ kind, count, firstAt }: ImportNote): string {
  if (kind === "urls-cut") return countText("importUrlsCut", count, firstAt, importLimits.urlLength);
  if (kind === "headers-cut") return countText("importHeadersCut", count, firstAt, importLimits.headerLines);
  return countText("importSkipped", count, text(skipTexts[kind], formatCount(firstAt)));
}

/** A large file takes a while. */
function OpeningNotice({ fileName }: { readonly fileName: string }) {
  return <Banner sentence={text("openingFile", shown(fileName))} />;
}

interface ImportFailureNoticeProps {
  readonly store: PanelStore;
  readonly failure: ImportFailure;
}

function ImportFailureNotice({ store, failure }: ImportFailureNoticeProps) {
  const dismiss = () => (store.importFailure.value = undefined);
  return <Banner sentence={failureSentence(failure)} label={text("close")} onClick={dismiss} />;
}

function failureSentence({ fileName, problem }: ImportFailure): string {
  const name = shown(fileName);
  switch (problem.kind) {
    case "too-large":
      return text("importTooLarge", name, formatSize(problem.max));
    case "unpacked-too-large":
      return text("importUnpackedTooLarge", name, formatSize(problem.max));
    case "too-deep":
      return text("importTooDeep", name, formatCount(problem.max));
    case "too-many-chains":
      return text("importTooManyChains", name, formatCount(problem.max));
    case "too-many-hops":
      return text("importTooManyHops", name, formatCount(problem.max));
    case "zip-no-har":
      return text("importZipNoHar", name);
    case "zip-several-hars":
      return text("importZipSeveralHars", name);
    case "zip-encrypted":
      return text("importZipEncrypted", name);
    case "pack-damaged":
      return text("importPackDamaged", name);
    case "not-readable":
      return text("importNotReadable", name);
    case "empty":
      return text("importEmpty", name);
    case "cut-off":
      return text("importCutOff", name);
    case "not-json":
      return text("importNotJson", name, formatCount(problem.at.line), formatCount(problem.at.column));
    case "unknown-format":
      return text("importUnknownFormat", name);
    case "newer-version":
      return text("importNewerVersion", name);
    case "damaged":
      return text("importDamaged", name, problem.path);
    case "no-redirects":
      return text("importNoRedirects", name);
  }
}

function shown(fileName: string): string {
  return visibleText(cutInMiddle(fileName, 80));
}
