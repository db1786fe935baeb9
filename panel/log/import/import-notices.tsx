/** Notices about files: being opened, shown in the list, not opened and why. */
import { importLimits } from "../../../src/model/import/import-limits.ts";
import type { ImportNote, SkipReason } from "../../../src/model/import/import-notes.ts";
import { formatCount, formatSize } from "../../ui/format.ts";
import { Banner } from "../notice.tsx";
import type { FileStore, ImportedLog, ImportFailure } from "./file-store.ts";
import { countText, text, type TextName } from "../../ui/texts.ts";
import { cutInMiddle, visibleText } from "../../ui/visible-text.ts";

export function ImportNotices({ file }: { readonly file: FileStore }) {
  const { log, openingFileName, failure, close, dismissFailure } = file;
  return (
    <>
      {log.value !== undefined && <ImportedNotice log={log.value} onClose={close} />}
      {openingFileName.value !== undefined && <Banner sentence={text("openingFile", shown(openingFileName.value))} />}
      {failure.value !== undefined && (
        <Banner sentence={failureSentence(failure.value)} label={text("close")} onClick={dismissFailure} />
      )}
    </>
  );
}

interface ImportedNoticeProps {
  readonly log: ImportedLog;
  readonly onClose: () => void;
}

function ImportedNotice({ log, onClose }: ImportedNoticeProps) {
  const sentence = text("importedNotice", shown(log.fileName));
  return <Banner sentence={sentence} more={log.notes.map(noteSentence)} label={text("backToTab")} onClick={onClose} />;
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
