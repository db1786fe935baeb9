/** The toolbar: record, clear, preserve log, filter, open in a tab, reference, open a file, export, shortcuts. */
import browser from "../../src/browser-api.ts";
import type { FilterStore } from "../stores/filter-store.ts";
import type { SelectionStore } from "../stores/selection-store.ts";
import type { BackgroundLink } from "./background-link.ts";
import { FilterBar } from "./filter/filter-bar.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { ShortcutsButton } from "./shortcuts-button.tsx";
import type { LogStore } from "../stores/log-store.ts";
import type { ReferenceStore } from "../stores/reference-store.ts";
import { OpenButton } from "./import/open-button.tsx";
import type { FileStore } from "./import/file-store.ts";
import { text } from "../ui/texts.ts";
import { ToolButton } from "../ui/tool-button.tsx";

interface ToolbarProps {
  readonly log: LogStore;
  readonly file: FileStore;
  readonly filter: FilterStore;
  readonly selection: SelectionStore;
  readonly reference: ReferenceStore;
  readonly link: BackgroundLink;
  readonly onShortcuts: (isOpen: true) => void;
}

export function Toolbar({ log, file, filter, selection, reference, link, onShortcuts }: ToolbarProps) {
  const { recording, preserveLog } = log.tabState.value;
  // Some buttons act on the tab's log, which a file hides.
  const isFromFile = file.log.value !== undefined;
  const isReferenceOpen = reference.place.value !== undefined;
  const recordLabel = text(recording ? "pauseRecording" : "startRecording");
  return (
    <div class="toolbar" role="toolbar" aria-label={text("toolbarLabel")}>
      <button
        type="button"
        class={recording ? "tool recording" : "tool"}
        disabled={isFromFile}
        aria-pressed={recording}
        aria-label={recordLabel}
        title={recordLabel}
        onClick={() => link.send({ type: "set-recording", recording: !recording })}
      >
        <span class="record-sign" aria-hidden="true" />
      </button>
      <ToolButton
        label={text("clear")}
        icon="M4.2 4.2l7.6 7.6M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 1 1 0-11z"
        disabled={isFromFile}
        onClick={() => link.send({ type: "clear" })}
      />
      <label class="tool preserve-log" title={text("preserveLogTitle")}>
        <input
          type="checkbox"
          checked={preserveLog}
          disabled={isFromFile}
          onChange={(event) => link.send({ type: "set-preserve-log", preserveLog: event.currentTarget.checked })}
        />
        <span>{text("preserveLog")}</span>
      </label>
      <FilterBar filter={filter} />
      <span class="push" />
      {browser.devtools !== undefined && (
        <ToolButton
          label={text("openInTab")}
          icon="M9.5 2.5h4v4M13 3 7.5 8.5M12 9.5v3.5H3V4h3.5"
          onClick={() => link.send({ type: "open-in-tab" })}
        />
      )}
      <ToolButton
        label={text("reference")}
        icon="M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.8-1.1 1.8M8 12.2v.8"
        aria-pressed={isReferenceOpen}
        onClick={() => (isReferenceOpen ? reference.close() : reference.open({ page: 301 }))}
      />
      <OpenButton onFile={file.open} />
      <ExportMenu filter={filter} selection={selection} />
      <ShortcutsButton onOpen={onShortcuts} />
    </div>
  );
}
