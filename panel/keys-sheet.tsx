/** The sheet with the keys, and the button and the key (`?`) that open it. */
import type { Signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { text, type TextName } from "./texts.ts";

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

interface KeysProps {
  readonly isOpen: Signal<boolean>;
}

export function KeysButton({ isOpen }: KeysProps) {
  return (
    <button
      type="button"
      class="tool"
      aria-label={text("keysTitle")}
      title={`${text("keysTitle")} (?)`}
      aria-haspopup="dialog"
      onClick={() => (isOpen.value = true)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <rect x="1.5" y="4" width="13" height="8.5" rx="1.5" />
        <path d="M4 6.7h.1M6.7 6.7h.1M9.3 6.7h.1M12 6.7h.1M4.5 9.8h7" stroke-linecap="round" />
      </svg>
    </button>
  );
}

export function KeysSheet({ isOpen }: KeysProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "?" || isTyping(event.target)) return;
      event.preventDefault();
      isOpen.value = true;
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isOpen]);

  const shown = isOpen.value;
  useLayoutEffect(() => {
    if (!shown) return;
    dialog.current?.showModal();
    // That leads to the button at its end, which a low window scrolls to.
    dialog.current?.scrollTo({ top: 0 });
  }, [shown]);

  if (!shown) return null;
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

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input:not([type=checkbox]), textarea, [contenteditable]");
}
