/** The Export menu button (WAI-ARIA menu button pattern). */
import { useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import browser from "webextension-polyfill";
import { exportJson } from "../src/model/export/json-export.ts";
import { browserNameAndVersion } from "./browser-name.ts";
import type { PanelStore } from "./panel-store.ts";
import { saveFile } from "./save-file.ts";
import { text } from "./texts.ts";

const isOpen = signal(false);

export function ExportMenu({ store }: { readonly store: PanelStore }) {
  const button = useRef<HTMLButtonElement>(null);
  const item = useRef<HTMLButtonElement>(null);

  function open() {
    isOpen.value = true;
    requestAnimationFrame(() => item.current?.focus());
  }

  function close() {
    isOpen.value = false;
  }

  async function saveJson() {
    close();
    button.current?.focus();
    const { name, version } = browser.runtime.getManifest();
    const exportedAt = new Date().toISOString();
    const generator = { name, version, browser: await browserNameAndVersion() };
    const json = exportJson(store.chains.value, { exportedAt, generator });
    saveFile(`redirects-${exportedAt.replaceAll(":", "-").slice(0, 19)}.json`, "application/json", json);
  }

  return (
    <div
      class="menu-button"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen.value) return;
        event.stopPropagation();
        close();
        button.current?.focus();
      }}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) close();
      }}
    >
      <button
        type="button"
        class="tool"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value ? close() : open())}
      >
        {text("export")} <span aria-hidden="true">▾</span>
      </button>
      {isOpen.value && (
        <div class="menu" role="menu" aria-label={text("export")}>
          <button type="button" role="menuitem" ref={item} onClick={() => void saveJson()}>
            JSON
          </button>
        </div>
      )}
    </div>
  );
}
