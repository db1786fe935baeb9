/** The Export menu button (WAI-ARIA menu button pattern). What the menu holds is loaded when it is first opened. */
import { useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { lazy } from "../ui/lazy.tsx";
import { moveInMenu } from "../ui/menu-keys.ts";
import type { PanelStore } from "../log/panel-store.ts";
import { countText, text } from "../ui/texts.ts";
import { ToolName } from "../ui/responsive-label.tsx";
import type { ExportScope } from "./menu-items.tsx";

const ExportItems = lazy(async () => (await import("./export-items.tsx")).ExportItems);

const isOpen = signal(false);
/** What was chosen last; the whole log where that is not to be had now. */
const chosenScope = signal<ExportScope>("log");
/** For one export: off again whenever the menu opens. */
const showsSecrets = signal(false);
const outcome = signal("");

export function ExportMenu({ store }: { readonly store: PanelStore }) {
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const scopes = chainsByScope(store);
  const scope = scopes[chosenScope.value] === undefined ? "log" : chosenScope.value;

  function open() {
    isOpen.value = true;
    showsSecrets.value = false;
    outcome.value = "";
  }

  function close() {
    isOpen.value = false;
  }

  async function run(action: (chains: readonly Chain[], counted: string) => Promise<string>) {
    const chains = scopes[scope] ?? scopes.log;
    close();
    button.current?.focus();
    outcome.value = await action(chains, countText("chainCount", chains.length)).catch((error: unknown) =>
      text("exportFailed", String(error)),
    );
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
        title={text("export")}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value ? close() : open())}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || isOpen.value) return;
          event.preventDefault();
          open();
        }}
      >
        <ToolName sign="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 10.5V13h10v-2.5">{text("export")}</ToolName>{" "}
        <span aria-hidden="true">▾</span>
      </button>
      {isOpen.value && (
        <ExportItems
          menu={menu}
          scopes={scopes}
          scope={scope}
          onScope={(choice) => (chosenScope.value = choice)}
          showsSecrets={showsSecrets}
          run={run}
        />
      )}
    </div>
  );
}

export type ChainsByScope = Readonly<Record<ExportScope, readonly Chain[] | undefined>> & {
  readonly log: readonly Chain[];
};

/** Undefined for what there is nothing of now. */
function chainsByScope({ chains, filter, selectedChain }: PanelStore): ChainsByScope {
  const chain = selectedChain.value;
  const shown = filter.shownChains.value;
  return {
    log: chains.value,
    filtered: filter.isActive.value && shown.length > 0 ? shown : undefined,
    chain: chain === undefined ? undefined : [chain],
  };
}
