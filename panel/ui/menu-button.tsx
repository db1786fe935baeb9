/** A button with a menu below it (WAI-ARIA menu button pattern), and the outcome of the last action beside it. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { Menu } from "./menu.tsx";

interface MenuButtonProps {
  /** Content of the button. `label` names the button and the menu. */
  readonly children: ComponentChildren;
  readonly label: string;
  /** Of the last action, as a sentence. */
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
            // A click on the button closes the menu itself.
            if (next !== button.current) setOpen(false);
          }}
        >
          {items(close)}
        </Menu>
      )}
    </div>
  );
}
