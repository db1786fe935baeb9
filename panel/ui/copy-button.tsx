/** Copies a value, unless it was truncated. Visible while its row is hovered or it has the focus. */
import { isCut } from "../../src/model/url/cut-text.ts";
import { copyText } from "./copy-text.ts";
import { text } from "./texts.ts";

export function CopyButton({ content, label }: { readonly content: string; readonly label: string }) {
  if (isCut(content)) return <small class="dim">{text("recordedInPart")}</small>;
  return (
    <button type="button" class="copy" title={label} aria-label={label} onClick={() => void copyText(content)}>
      ⧉
    </button>
  );
}
