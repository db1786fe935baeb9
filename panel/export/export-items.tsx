/** The Export menu: save or copy, which chains, with or without secrets. */
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { Menu } from "../ui/menu.tsx";
import { text } from "../ui/texts.ts";
import { copiedFormats } from "./copied-formats.ts";
import { copyLog, savedFormats, saveLog } from "./export-log.ts";
import type { ChainsByScope } from "./export-menu.tsx";
import { ExportOptionItems, MenuGroup, MenuItem, type ExportScope } from "./menu-items.tsx";

interface ExportItemsProps {
  readonly scopes: ChainsByScope;
  readonly scope: ExportScope;
  readonly onScope: (scope: ExportScope) => void;
  readonly showsSecrets: boolean;
  readonly onShowsSecrets: (showsSecrets: boolean) => void;
  /** The action returns its outcome as a sentence. */
  readonly run: (action: (chains: readonly Chain[], counted: string) => Promise<string>) => Promise<void>;
  readonly onEscape: () => void;
  readonly onFocusLost: (next: EventTarget | null) => void;
}

export function ExportItems(props: ExportItemsProps) {
  const { scopes, scope, onScope, showsSecrets, onShowsSecrets, run, onEscape, onFocusLost } = props;
  const options = { unmaskUrls: showsSecrets };
  return (
    <Menu label={text("export")} onEscape={onEscape} onFocusLost={onFocusLost}>
      <MenuGroup label={text("exportSave")}>
        {savedFormats.map((saved) => (
          <MenuItem
            key={saved.format}
            label={saved.label}
            onClick={() => {
              void run(async (chains, counted) => text("exportSaved", await saveLog(saved, chains, options), counted));
            }}
          />
        ))}
      </MenuGroup>
      <MenuGroup label={text("exportCopy")}>
        {copiedFormats().map(({ format, label }) => (
          <MenuItem
            key={format}
            label={label}
            onClick={() => {
              void run(async (chains, counted) => {
                await copyLog(format, chains, options);
                return text("exportCopied", label, counted);
              });
            }}
          />
        ))}
      </MenuGroup>
      <ExportOptionItems
        scope={scope}
        onScope={onScope}
        showsSecrets={showsSecrets}
        onShowsSecrets={onShowsSecrets}
        wholeCount={scopes.log.length}
        filteredCount={scopes.filtered?.length}
        hasChain={scopes.chain !== undefined}
      />
    </Menu>
  );
}
