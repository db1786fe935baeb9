/** The Export menu button (WAI-ARIA menu button pattern): what to do with the log, how much of it, with or without secrets. */
import { useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import type { ExportFormat } from "../../src/model/export/export-formats.ts";
import { moveInMenu } from "../menu-keys.ts";
import type { PanelStore } from "../panel-store.ts";
import { text } from "../texts.ts";
import { copyLog, savedFormats, saveLog } from "./export-log.ts";
import { ExportOptionItems, MenuGroup, MenuItem } from "./menu-items.tsx";

const isOpen = signal(false);
const isChainOnly = signal(false);
/** For one export: off again whenever the menu opens. */
const showsSecrets = signal(false);
const outcome = signal("");

export function ExportMenu({ store }: { readonly store: PanelStore }) {
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const chain = store.selectedChain.value;
  const copiedFormats: readonly (readonly [ExportFormat, string])[] = [
    ["text", text("exportText")],
    ["markdown", "Markdown"],
    ["curl", "curl"],
  ];

  function open() {
    isOpen.value = true;
    showsSecrets.value = false;
    isChainOnly.value &&= chain !== undefined;
    outcome.value = "";
    requestAnimationFrame(() => menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus());
  }

  function close() {
    isOpen.value = false;
  }

  async function run(action: (chains: PanelStore["chains"]["value"]) => Promise<string>) {
    const chains = isChainOnly.value && chain !== undefined ? [chain] : store.chains.value;
    close();
    button.current?.focus();
    outcome.value = await action(chains).catch((error: unknown) => text("exportFailed", String(error)));
  }

  return (
    <div
      class="menu-button"
      onKeyDown={(event) => {
        if (!isOpen.value) return;
        if (menu.current !== null) moveInMenu(event, menu.current);
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
        button.current?.focus();
      }}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) close();
      }}
    >
      <span class="dim" role="status">
        {outcome.value}
      </span>
      <button
        type="button"
        class="tool"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value ? close() : open())}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || isOpen.value) return;
          event.preventDefault();
          open();
        }}
      >
        {text("export")} <span aria-hidden="true">▾</span>
      </button>
      {isOpen.value && (
        <div class="menu" role="menu" aria-label={text("export")} ref={menu}>
          <MenuGroup label={text("exportSave")}>
            {savedFormats.map((saved) => (
              <MenuItem
                key={saved.format}
                label={saved.label}
                onClick={() => {
                  const options = { unmaskUrls: showsSecrets.value };
                  void run(async (chains) => text("exportSaved", await saveLog(saved, chains, options)));
                }}
              />
            ))}
          </MenuGroup>
          <MenuGroup label={text("exportCopy")}>
            {copiedFormats.map(([format, label]) => (
              <MenuItem
                key={format}
                label={label}
                onClick={() => {
                  const options = { unmaskUrls: showsSecrets.value };
                  void run((chains) => copyLog(format, chains, options).then(() => text("exportCopied", label)));
                }}
              />
            ))}
          </MenuGroup>
          <ExportOptionItems isChainOnly={isChainOnly} showsSecrets={showsSecrets} hasChain={chain !== undefined} />
        </div>
      )}
    </div>
  );
}
