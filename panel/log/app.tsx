/** The whole panel. */
import { useEffect } from "preact/hooks";
import type { BackgroundLink } from "./background-link.ts";
import { focusFilterByKey } from "./filter/filter-focus.ts";
import { FilterProblemLine } from "./filter/filter-problem.tsx";
import { NoMatch } from "./filter/no-match.tsx";
import { Divider, useIsNarrow } from "../ui/splitter.tsx";
import { listSizes } from "./list-sizes.ts";
import { lazy } from "../ui/lazy.tsx";
import { ChainList } from "../list/chain-list.tsx";
import { useDropTarget } from "./import/drop-target.ts";
import { EmptyState, Notice } from "./notice.tsx";
import type { PanelStore } from "./panel-store.ts";
import { LazyReference } from "../reference/lazy-reference.tsx";
import { OpenReference } from "../reference/reference-link.tsx";
import { StatusBar } from "./status-bar.tsx";
import { text } from "../ui/texts.ts";
import { Toolbar } from "./toolbar.tsx";

interface AppProps {
  readonly store: PanelStore;
  readonly link: BackgroundLink;
}

const Details = lazy<{ store: PanelStore }>(async () => (await import("../details/details.tsx")).Details);
const KeysSheet = lazy(async () => (await import("./shortcuts-dialog.tsx")).KeysSheet);
const ImportNotices = lazy(async () => (await import("./import/import-notices.tsx")).ImportNotices);

export function App({ store, link }: AppProps) {
  const isEmpty = store.chains.value.length === 0;
  const hasMatch = store.filter.shownChains.value.length > 0;
  const referencePlace = store.referencePlace.value;
  const hasDetails = store.isDetailsOpen.value && store.selectedChain.value !== undefined;
  const { importedLog, openingFileName, importFailure } = store;
  const hasImportNotice = [importedLog, openingFileName, importFailure].some(({ value }) => value !== undefined);
  const drop = useDropTarget(store);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!focusFilterByKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before anyone else: wherever the focus is, and DevTools search with Ctrl+F, too.
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, []);
  const isNarrow = useIsNarrow();
  const { size, usual } = isNarrow ? listSizes.narrow : listSizes.wide;
  return (
    <div
      class={drop.isFileOver ? "app file-over" : "app"}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !(hasDetails || referencePlace !== undefined)) return;
        // Chromium's DevTools take an Esc that reaches the document for their own: they open the console.
        event.stopPropagation();
        event.preventDefault();
        if (referencePlace !== undefined) {
          store.referencePlace.value = undefined;
          return;
        }
        store.isDetailsOpen.value = false;
        document.querySelector<HTMLElement>('.list [tabindex="0"]')?.focus();
      }}
      {...drop.handlers}
    >
      <header class="header">
        <h1 class="for-screen-readers">{text("panelTitle")}</h1>
        <Toolbar store={store} link={link} />
        <FilterProblemLine store={store} />
        {store.importedLog.value === undefined && <Notice store={store} link={link} />}
        {hasImportNotice && <ImportNotices store={store} />}
      </header>
      <OpenReference.Provider value={(place) => (store.referencePlace.value = place)}>
        <main class={mainClass(hasDetails, referencePlace !== undefined)} style={{ "--list-size": `${size.value}%` }}>
          {isEmpty ? (
            <EmptyState store={store} link={link} />
          ) : hasMatch ? (
            <ChainList store={store} />
          ) : (
            <NoMatch store={store} />
          )}
          {hasDetails && <Divider listSize={size} usualSize={usual} isNarrow={isNarrow} />}
          {hasDetails && <Details store={store} />}
          {referencePlace !== undefined && <LazyReference store={store} place={referencePlace} />}
        </main>
      </OpenReference.Provider>
      <StatusBar store={store} />
      {store.isKeysSheetOpen.value && <KeysSheet isOpen={store.isKeysSheetOpen} />}
    </div>
  );
}

function mainClass(hasDetails: boolean, hasReference: boolean): string {
  return `main${hasDetails ? " with-details" : ""}${hasReference ? " behind-reference" : ""}`;
}
