/** A button with a menu below it (WAI-ARIA menu button pattern). What was done is said beside it, for eyes and ears. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { Menu } from "./menu.tsx";

interface MenuButtonProps {
  /** What the button shows; `label` names button and menu. */
  readonly children: ComponentChildren;
  readonly label: string;
  /** What came of the last choice. */
  readonly outcome: string;
  readonly items: (close: () => void) => ComponentChildren;
}

export function MenuButton({ children, label, outcome, items }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  return (
    <div class="menu-button">
      <span class="dim" role="status">
        {outcome}
      </span>
      <button
        type="button"
        class="tool"
        ref={button}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || isOpen) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {isOpen && (
        <Menu
          label={label}
          onEscape={close}
          onFocusLost={(next) => {
            // A click on the button closes by itself.
            if (next !== button.current) setOpen(false);
          }}
        >
          {items(close)}
        </Menu>
      )}
    </div>
  );
}
