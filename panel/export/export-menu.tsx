/** The Export menu button (WAI-ARIA menu button pattern). The menu itself is loaded when it is first opened. */
import { useRef, useState } from "preact/hooks";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import type { FilterStore } from "../stores/filter-store.ts";
import type { SelectionStore } from "../stores/selection-store.ts";
import { lazy } from "../ui/lazy.tsx";
import { ResponsiveLabel } from "../ui/responsive-label.tsx";
import { countText, text } from "../ui/texts.ts";
import type { ExportScope } from "./menu-items.tsx";

const ExportItems = lazy(async () => (await import("./export-items.tsx")).ExportItems);

interface ExportMenuProps {
  readonly filter: FilterStore;
  readonly selection: SelectionStore;
}

export function ExportMenu({ filter, selection }: ExportMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [chosenScope, setChosenScope] = useState<ExportScope>("log");
  /** For one export: reset whenever the menu opens. */
  const [showsSecrets, setShowsSecrets] = useState(false);
  const [outcome, setOutcome] = useState("");
  const scopes = chainsByScope(filter, selection);
  const scope = scopes[chosenScope] === undefined ? "log" : chosenScope;

  function open() {
    setOpen(true);
    setShowsSecrets(false);
    setOutcome("");
  }

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  async function run(action: (chains: readonly Chain[], counted: string) => Promise<string>) {
    const chains = scopes[scope] ?? scopes.log;
    close();
    const counted = countText("chainCount", chains.length);
    setOutcome(await action(chains, counted).catch((error: unknown) => text("exportFailed", String(error))));
  }

  return (
    <div class="menu-button">
      <span class="dim" role="status">
        {outcome}
      </span>
      <button
        type="button"
        class="tool"
        ref={button}
        title={text("export")}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : open())}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || isOpen) return;
          event.preventDefault();
          open();
        }}
      >
        <ResponsiveLabel icon="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 10.5V13h10v-2.5">{text("export")}</ResponsiveLabel>{" "}
        <span aria-hidden="true">▾</span>
      </button>
      {isOpen && (
        <ExportItems
          scopes={scopes}
          scope={scope}
          onScope={setChosenScope}
          showsSecrets={showsSecrets}
          onShowsSecrets={setShowsSecrets}
          run={run}
          onEscape={close}
          // A click on the button closes the menu itself.
          onFocusLost={(next) => next !== button.current && setOpen(false)}
        />
      )}
    </div>
  );
}

export type ChainsByScope = Readonly<Record<ExportScope, readonly Chain[] | undefined>> & {
  readonly log: readonly Chain[];
};

/** Undefined: there is nothing to export in this scope. */
function chainsByScope({ chains, shownChains, isActive }: FilterStore, selection: SelectionStore): ChainsByScope {
  const chain = selection.chain.value;
  const shown = shownChains.value;
  return {
    log: chains.value,
    filtered: isActive.value && shown.length > 0 ? shown : undefined,
    chain: chain && [chain],
  };
}
