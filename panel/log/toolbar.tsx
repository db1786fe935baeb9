/** The toolbar: record or pause, clear, preserve log, the filter, the reference, open a file, export. */
import browser from "webextension-polyfill";
import type { BackgroundLink } from "./background-link.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { FilterBar } from "./filter/filter-bar.tsx";
import { KeysButton } from "./shortcuts-button.tsx";
import { OpenButton } from "./import/open-button.tsx";
import type { PanelStore } from "./panel-store.ts";
import { text } from "../ui/texts.ts";

interface ToolbarProps {
  readonly store: PanelStore;
  readonly link: BackgroundLink;
}

export function Toolbar({ store, link }: ToolbarProps) {
  const { recording, preserveLog } = store.tabState.value;
  // These act on the tab's log, which is out of sight then.
  const isImported = store.importedLog.value !== undefined;
  const recordLabel = text(recording ? "pauseRecording" : "startRecording");
  return (
    <div class="toolbar" role="toolbar" aria-label={text("toolbarLabel")}>
      <button
        type="button"
        class={recording ? "tool recording" : "tool"}
        disabled={isImported}
        aria-pressed={recording}
        aria-label={recordLabel}
        title={recordLabel}
        onClick={() => link.send({ type: "set-recording", recording: !recording })}
      >
        <span class="record-sign" aria-hidden="true" />
      </button>
      <button
        type="button"
        class="tool"
        disabled={isImported}
        aria-label={text("clear")}
        title={text("clear")}
        onClick={() => link.send({ type: "clear" })}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="5.5" />
          <path d="M4.2 4.2l7.6 7.6" />
        </svg>
      </button>
      <label class="tool preserve-log" title={text("preserveLogTitle")}>
        <input
          type="checkbox"
          checked={preserveLog}
          disabled={isImported}
          onChange={(event) => link.send({ type: "set-preserve-log", preserveLog: event.currentTarget.checked })}
        />
        <span>{text("preserveLog")}</span>
      </label>
      <FilterBar store={store} />
      <span class="push" />
      {browser.devtools !== undefined && (
        <button
          type="button"
          class="tool"
          aria-label={text("openInTab")}
          title={text("openInTab")}
          onClick={() => link.send({ type: "open-in-tab" })}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M9.5 2.5h4v4M13 3 7.5 8.5M12 9.5v3.5H3V4h3.5" />
          </svg>
        </button>
      )}
      <button
        type="button"
        class="tool"
        aria-label={text("reference")}
        title={text("reference")}
        aria-pressed={store.referencePlace.value !== undefined}
        onClick={() =>
          (store.referencePlace.value = store.referencePlace.value === undefined ? { page: 301 } : undefined)
        }
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.8-1.1 1.8M8 12.2v.8" />
        </svg>
      </button>
      <OpenButton store={store} />
      <ExportMenu store={store} />
      <KeysButton isOpen={store.isKeysSheetOpen} />
    </div>
  );
}
