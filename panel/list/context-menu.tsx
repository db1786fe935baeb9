/** The context menu of a row (right click, Menu key or Shift+F10): copy, filter, open the URL, fold all (decision D89). */
import { isCut } from "../../src/model/url/cut-text.ts";
import { filterTerm } from "../../src/model/filter/filter-tokens.ts";
import { hopTerms, withTerm, type HopTerm } from "../../src/model/filter/hop-terms.ts";
import { answerOf, headerValue, type Chain } from "../../src/model/chain/redirect-chain.ts";
import { copyText } from "../ui/copy-text.ts";
import { copiedFormats } from "../export/copied-formats.ts";
import { copyLog } from "../export/export-log.ts";
import { MenuGroup, MenuItem } from "../export/menu-items.tsx";
import { Menu } from "../ui/menu.tsx";
import { networkPanelFor, openableUrl, openUrl } from "../ui/open-url.ts";
import type { FilterStore } from "../stores/filter-store.ts";
import type { RowsStore } from "../stores/rows-store.ts";
import type { StatusStore } from "../stores/status-store.ts";
import { text } from "../ui/texts.ts";
import { cutInMiddle, visibleText } from "../ui/visible-text.ts";
import type { ContextMenuPlace } from "./context-menu-place.ts";

interface ContextMenuProps {
  readonly place: ContextMenuPlace;
  readonly chain: Chain;
  readonly filter: FilterStore;
  readonly rows: RowsStore;
  readonly status: StatusStore;
  /** The browser's Network panel has the requests of the tab's log, but not those of a file. */
  readonly isFromFile: boolean;
  /** The selected row may be filtered out. */
  readonly onFilter: () => void;
  /** `restoresFocus`: to the row, unless the focus has moved elsewhere. */
  readonly onClose: (restoresFocus: boolean) => void;
}

export function ContextMenu(props: ContextMenuProps) {
  const { place, chain, filter, rows, status, isFromFile, onFilter, onClose } = props;
  const { row, cellText, x, y } = place;
  const hop = chain.hops[row.hopIndex ?? 0] ?? chain.hops[0];
  const location = headerValue(answerOf(hop)?.headers, "location");
  const openable = openableUrl(hop.url);
  const showInNetwork = isFromFile ? undefined : networkPanelFor(hop.url);

  function choose(action: () => Promise<void> | void) {
    onClose(true);
    Promise.resolve(action()).catch((error: unknown) => {
      status.fail(text("exportFailed", String(error)));
    });
  }

  function filterBy(term: HopTerm, isNegated: boolean) {
    filter.set({ text: withTerm(filter.settings.value.text, { ...term, isNegated }) });
    onFilter();
  }

  const item = (label: string, action: () => Promise<void> | void) => (
    <MenuItem label={label} onClick={() => choose(action)} />
  );
  /** A truncated value would be wrong: it cannot be copied. */
  const copyItem = (label: string, value: string) => {
    const isPart = isCut(value);
    const shown = isPart ? text("copyNotWhole", label) : label;
    return <MenuItem label={shown} isDisabled={isPart} onClick={() => choose(() => copyText(value))} />;
  };
  return (
    <Menu label={text("contextMenu")} at={{ x, y }} onEscape={() => onClose(true)} onFocusLost={() => onClose(false)}>
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
        {item(text("foldAll"), () => rows.setAllCollapsed(true))}
        {item(text("unfoldAll"), () => rows.setAllCollapsed(false))}
      </div>
    </Menu>
  );
}
