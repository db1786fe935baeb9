/** The button that opens a file of an earlier log. */
import { useRef } from "preact/hooks";
import type { PanelStore } from "../panel-store.ts";
import { text } from "../../ui/texts.ts";
import { ToolName } from "../../ui/responsive-label.tsx";
import { openFile } from "./open-file.ts";

export function OpenButton({ store }: { readonly store: PanelStore }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="tool" title={text("openFileTitle")} onClick={() => input.current?.click()}>
        <ToolName sign="M2 12.5V4h4l1.5 2H14v6.5z">{text("openFile")}</ToolName>
      </button>
      <input
        type="file"
        hidden
        accept=".json,.har,.gz,.zip,application/json"
        aria-label={text("openFile")}
        ref={input}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) void openFile(file, store);
          // The same file again is a change, too.
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
