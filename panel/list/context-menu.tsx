/** The menu of a row (right click, Menu key or Shift+F10): copies what is under it, filters by it, opens its URL, folds all. */
import { isCut } from "../../src/model/url/cut-text.ts";
import { filterTerm } from "../../src/model/filter/filter-tokens.ts";
import { hopTerms, withTerm, type HopTerm } from "../../src/model/filter/hop-terms.ts";
import { answerOf, headerValue, type Chain } from "../../src/model/chain/redirect-chain.ts";
import { copyText } from "../ui/copy-text.ts";
import { copiedFormats } from "../export/copied-formats.ts";
import { copyLog } from "../export/export-log.ts";
import { MenuGroup, MenuItem } from "../export/menu-items.tsx";
import { focusFilter } from "../log/filter/filter-focus.ts";
import { Menu } from "../ui/menu.tsx";
import { networkPanelFor, openableUrl, openUrl } from "../ui/open-url.ts";
import type { PanelStore } from "../log/panel-store.ts";
import { text } from "../ui/texts.ts";
import { cutInMiddle, visibleText } from "../ui/visible-text.ts";
import type { RowMenuPlace } from "./context-menu-place.ts";

interface RowMenuProps {
  readonly place: RowMenuPlace;
  readonly chain: Chain;
  readonly store: PanelStore;
  /** With the focus back on the row, unless it went elsewhere by itself. */
  readonly onClose: (takesFocusBack: boolean) => void;
}

export function RowMenu({ place, chain, store, onClose }: RowMenuProps) {
  const { row, cellText, x, y } = place;
  const hop = chain.hops[row.hopIndex ?? 0] ?? chain.hops[0];
  const location = headerValue(answerOf(hop)?.headers, "location");
  const openable = openableUrl(hop.url);
  const showInNetwork = store.importedLog.value === undefined ? networkPanelFor(hop.url) : undefined;

  function choose(action: () => Promise<void> | void) {
    onClose(true);
    Promise.resolve(action()).catch((error: unknown) => {
      store.failure.value = text("exportFailed", String(error));
    });
  }

  function filterBy(term: HopTerm, isNegated: boolean) {
    store.filter.set({ text: withTerm(store.filter.settings.value.text, { ...term, isNegated }) });
    // The row may be gone: from the field, Esc undoes the filter, and Esc again leads back to the list.
    focusFilter();
  }

  const item = (label: string, action: () => Promise<void> | void) => (
    <MenuItem label={label} onClick={() => choose(action)} />
  );
  /** What is cut would be another value. */
  const copyItem = (label: string, value: string) => {
    const isPart = isCut(value);
    const shown = isPart ? text("copyNotWhole", label) : label;
    return <MenuItem label={shown} isDisabled={isPart} onClick={() => choose(() => copyText(value))} />;
  };
  return (
    <Menu label={text("rowMenu")} at={{ x, y }} onEscape={() => onClose(true)} onFocusLost={() => onClose(false)}>
      <MenuGroup label={text("copy")}>
        {cellText !== undefined && copyItem(text("copyCell"), cellText)}
        {copyItem(text("copyUrl"), hop.url)}
        {location !== undefined && copyItem(text("copyValue", "Location"), location)}
      </MenuGroup>
      <MenuGroup label={text("copyChainAs")}>
        {copiedFormats().map(({ format, label }) => item(label, () => copyLog(format, [chain], { unmaskUrls: false })))}
      </MenuGroup>
      <MenuGroup label={text("filter")}>
        {hopTerms(hop).map((term) => {
          const shown = cutInMiddle(visibleText(filterTerm({ ...term, isNegated: false })), 60);
          return [
            item(text("filterOnly", shown), () => filterBy(term, false)),
            item(text("filterWithout", shown), () => filterBy(term, true)),
          ];
        })}
      </MenuGroup>
      <div class="menu-group">
        {openable !== undefined && item(text("openUrl"), () => openUrl(openable))}
        {showInNetwork !== undefined && item(text("showInNetwork"), showInNetwork)}
        {item(text("foldAll"), () => store.foldAll(true))}
        {item(text("unfoldAll"), () => store.foldAll(false))}
      </div>
    </Menu>
  );
}
