/** The sheet with the keys. */
import "../styles/sheet.css";
import type { Signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { text, type TextName } from "../ui/texts.ts";

/** Keys with letters in their names are texts: keyboards are labelled in many languages. */
const keys: readonly (readonly [keys: string, what: TextName])[] = [
  ["↑ ↓", "keysRow"],
  [text("keysPageNames"), "keysPage"],
  [text("keysEndNames"), "keysEnds"],
  ["← →", "keysFold"],
  [text("keysEnterName"), "keysEnter"],
  [text("keysMenuName"), "keysMenu"],
  [text("keysFilterName"), "keysFilter"],
  [text("keysEscapeName"), "keysEscape"],
  ["?", "keysSheet"],
];

interface KeysSheetProps {
  readonly isOpen: Signal<boolean>;
}

export function KeysSheet({ isOpen }: KeysSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    dialog.current?.showModal();
    // That leads to the button at its end, which a low window scrolls to.
    dialog.current?.scrollTo({ top: 0 });
  }, []);

  return (
    <dialog class="sheet" ref={dialog} aria-labelledby="keys-title" onClose={() => (isOpen.value = false)}>
      <div
        class="sheet-content"
        onKeyDown={(event) => {
          // Neither for the panel behind it nor, in Chromium, for DevTools.
          event.stopPropagation();
          if (event.key !== "Escape") return;
          event.preventDefault();
          dialog.current?.close();
        }}
      >
        <h2 id="keys-title">{text("keysTitle")}</h2>
        <dl>
          {keys.map(([names, what]) => (
            <div key={what}>
              <dt>
                <kbd>{names}</kbd>
              </dt>
              <dd>{text(what)}</dd>
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
