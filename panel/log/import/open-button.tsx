/** The button that opens a saved log. */
import { useRef } from "preact/hooks";
import { text } from "../../ui/texts.ts";
import { ResponsiveLabel } from "../../ui/responsive-label.tsx";

export function OpenButton({ onFile }: { readonly onFile: (file: File) => Promise<void> }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="tool" title={text("openFileTitle")} onClick={() => input.current?.click()}>
        <ResponsiveLabel icon="M2 12.5V4h4l1.5 2H14v6.5z">{text("openFile")}</ResponsiveLabel>
      </button>
      <input
        type="file"
        hidden
        accept=".json,.har,.gz,.zip,application/json"
        aria-label={text("openFile")}
        ref={input}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) void onFile(file);
          // So that choosing the same file again fires a change event.
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
