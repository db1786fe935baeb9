/** Opens the shortcuts dialog: a button, and the `?` key anywhere in the panel. */
import { useEffect } from "preact/hooks";
import { text } from "../ui/texts.ts";
import { ToolButton } from "../ui/tool-button.tsx";

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
    <ToolButton
      label={text("shortcutsTitle")}
      title={`${text("shortcutsTitle")} (?)`}
      icon="M2 4h12v8.5H2zM3.3 6.7h1.5m1.2 0h1.5m1.1 0h1.5m1.2 0h1.5M4 9.8h8"
      aria-haspopup="dialog"
      onClick={() => onOpen(true)}
    />
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input:not([type=checkbox]), textarea, [contenteditable]");
}
