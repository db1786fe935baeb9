/** Opens the shortcuts dialog: a button, and the `?` key anywhere in the panel. */
import { useEffect } from "preact/hooks";
import { text } from "../ui/texts.ts";

interface ShortcutsButtonProps {
  readonly onOpen: (isOpen: true) => void;
}

export function ShortcutsButton({ onOpen }: ShortcutsButtonProps) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "?" || isTyping(event.target)) return;
      event.preventDefault();
      onOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onOpen]);

  return (
    <button
      type="button"
      class="tool"
      aria-label={text("shortcutsTitle")}
      title={`${text("shortcutsTitle")} (?)`}
      aria-haspopup="dialog"
      onClick={() => onOpen(true)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <rect x="1.5" y="4" width="13" height="8.5" rx="1.5" />
        <path d="M4 6.7h.1M6.7 6.7h.1M9.3 6.7h.1M12 6.7h.1M4.5 9.8h7" stroke-linecap="round" />
      </svg>
    </button>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input:not([type=checkbox]), textarea, [contenteditable]");
}
