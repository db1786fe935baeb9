/** The panel: toolbar and notices, list and details, status bar; the reference and the shortcuts dialog over them. */
import { useEffect, useState } from "preact/hooks";
import { OpenReference } from "../reference/reference-link.tsx";
import { FilterProblemLine } from "./filter/filter-problem.tsx";
import { Toolbar } from "./toolbar.tsx";
import { Splitter, useIsNarrow } from "../ui/splitter.tsx";
import { listSizes } from "./list-sizes.ts";
import { lazy } from "../ui/lazy.tsx";
import { NoMatch } from "./filter/no-match.tsx";
import { focusFilter, focusFilterByKey } from "./filter/filter-focus.ts";
import type { BackgroundLink } from "./background-link.ts";
import type { FileStore } from "./import/file-store.ts";
import { EmptyState, Notice } from "./notice.tsx";
import type { PanelStore } from "./panel-store.ts";
import { ChainList } from "../list/chain-list.tsx";
import type { SelectionStore } from "../stores/selection-store.ts";
import { StatusBar } from "./status-bar.tsx";
import { text } from "../ui/texts.ts";
import { useDropTarget } from "./import/drop-target.ts";
import { LazyReference } from "../reference/lazy-reference.tsx";

const Details = lazy<{ selection: SelectionStore }>(async () => (await import("../details/details.tsx")).Details);
const ShortcutsDialog = lazy(async () => (await import("./shortcuts-dialog.tsx")).ShortcutsDialog);
const ImportNotices = lazy<{ file: FileStore }>(
  async () => (await import("./import/import-notices.tsx")).ImportNotices,
);

interface AppProps {
  readonly store: PanelStore;
  readonly link: BackgroundLink;
}

export function App({ store, link }: AppProps) {
  const { log, connection, file, filter, selection, reference } = store;
  const [isShortcutsOpen, setShortcutsOpen] = useState(false);
  const isFromFile = file.log.value !== undefined;
  const isEmpty = filter.chains.value.length === 0;
  const hasMatch = filter.shownChains.value.length > 0;
  const place = reference.place.value;
  const hasDetails = selection.isDetailsOpen.value && selection.chain.value !== undefined;
  const hasImportNotice = [file.log, file.openingFileName, file.failure].some(({ value }) => value !== undefined);
  const drop = useDropTarget(file.open);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!focusFilterByKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // In the capture phase: wherever the focus is, and before DevTools handle Ctrl+F.
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, []);
  const isNarrow = useIsNarrow();
  const { percent, defaultPercent, resize } = isNarrow ? listSizes.narrow : listSizes.wide;
  return (
    <div
      class={drop.isFileOver ? "app file-over" : "app"}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !(hasDetails || place !== undefined)) return;
        // In Chromium, an Esc that reaches the document opens the DevTools drawer.
        event.stopPropagation();
        event.preventDefault();
        if (place !== undefined) {
          reference.close();
          return;
        }
        selection.closeDetails();
        document.querySelector<HTMLElement>('.list [tabindex="0"]')?.focus();
      }}
      {...drop.handlers}
    >
      <header class="header">
        <h1 class="for-screen-readers">{text("panelTitle")}</h1>
        <Toolbar {...store} link={link} onShortcuts={setShortcutsOpen} />
        <FilterProblemLine filter={filter} />
        {!isFromFile && <Notice log={log} connection={connection} link={link} />}
        {hasImportNotice && <ImportNotices file={file} />}
      </header>
      <OpenReference.Provider value={reference.open}>
        <main class={mainClass(hasDetails, place !== undefined)} style={{ "--list-size": `${percent.value}%` }}>
          {isEmpty ? (
            <EmptyState connection={connection} link={link} />
          ) : hasMatch ? (
            <ChainList {...store} isFromFile={isFromFile} onFilter={focusFilter} />
          ) : (
            <NoMatch filter={filter} />
          )}
          {hasDetails && (
            <Splitter
              listPercent={percent.value}
              defaultPercent={defaultPercent}
              isNarrow={isNarrow}
              onResize={resize}
            />
          )}
          {hasDetails && <Details selection={selection} />}
          {place !== undefined && <LazyReference reference={reference} filter={filter} place={place} />}
        </main>
      </OpenReference.Provider>
      <StatusBar {...store} isFromFile={isFromFile} />
      {isShortcutsOpen && <ShortcutsDialog onClose={() => setShortcutsOpen(false)} />}
    </div>
  );
}

function mainClass(hasDetails: boolean, hasReference: boolean): string {
  return `main${hasDetails ? " with-details" : ""}${hasReference ? " behind-reference" : ""}`;
}
