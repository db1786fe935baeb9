/** Copies one value. It shows itself when its row is pointed at or it has the focus. */
import { copyText } from "./export/copy-text.ts";

export function CopyButton({ content, label }: { readonly content: string; readonly label: string }) {
  return (
    <button type="button" class="copy" title={label} aria-label={label} onClick={() => void copyText(content)}>
      ⧉
    </button>
  );
}
