/** Copies a value, unless it was truncated. Visible while its row is hovered or it has the focus. */
import { isCut } from "../../src/model/url/cut-text.ts";
import { useContext } from "preact/hooks";
import { copyText } from "./copy-text.ts";
import { Outcome } from "./outcome.ts";
import { text } from "./texts.ts";
import { Icon } from "./tool-button.tsx";

export function CopyButton({ content, label }: { readonly content: string; readonly label: string }) {
  const { report, fail } = useContext(Outcome);
  if (isCut(content)) return <small class="dim">{text("recordedInPart")}</small>;
  const copy = () =>
    void copyText(content).then(
      () => report(text("copied")),
      (error: unknown) => fail(text("exportFailed", String(error))),
    );
  return (
    <button type="button" class="copy" title={label} aria-label={label} onClick={copy}>
      <Icon path="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
    </button>
  );
}
