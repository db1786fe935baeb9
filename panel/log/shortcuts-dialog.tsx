/** The dialog that lists the keyboard shortcuts. */
import "../styles/shortcuts-dialog.css";
import { useLayoutEffect, useRef } from "preact/hooks";
import { text, type TextName } from "../ui/texts.ts";

/** Names of keys are translated: keyboards are labelled in many languages. */
const shortcuts: readonly (readonly [keys: string, action: TextName])[] = [
  ["↑ ↓", "shortcutRow"],
  [text("shortcutPageKeys"), "shortcutPage"],
  [text("shortcutEndKeys"), "shortcutEnds"],
  ["← →", "shortcutFold"],
  [text("shortcutEnterKey"), "shortcutEnter"],
  [text("shortcutMenuKeys"), "shortcutMenu"],
  [text("shortcutFilterKeys"), "shortcutFilter"],
  [text("shortcutEscapeKey"), "shortcutEscape"],
  ["?", "shortcutShow"],
];

interface ShortcutsDialogProps {
  readonly onClose: () => void;
}

export function ShortcutsDialog({ onClose }: ShortcutsDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    dialog.current?.showModal();
    // showModal() focuses the button at the end, which scrolls a low window down.
    dialog.current?.scrollTo({ top: 0 });
  }, []);

  return (
    <dialog class="shortcuts" ref={dialog} aria-labelledby="shortcuts-title" onClose={onClose}>
      <div
        class="shortcuts-content"
        onKeyDown={(event) => {
          // Neither the panel behind the dialog nor Chromium's DevTools may handle the key.
          event.stopPropagation();
          if (event.key !== "Escape") return;
          event.preventDefault();
          dialog.current?.close();
        }}
      >
        <h2 id="shortcuts-title">{text("shortcutsTitle")}</h2>
        <dl>
          {shortcuts.map(([keys, action]) => (
            <div key={action}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{text(action)}</dd>
            </div>
          ))}
        </dl>
        <button type="button" class="plain-button" onClick={() => dialog.current?.close()}>
          {text("close")}
        </button>
      </div>
    </dialog>
  );
}
