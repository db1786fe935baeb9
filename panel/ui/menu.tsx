/** An open menu (WAI-ARIA menu pattern): takes the focus, handles keys, and reports when it should close. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { moveInMenu } from "./menu-keys.ts";

interface MenuProps {
  readonly label: string;
  readonly children: ComponentChildren;
  /** Position in the window; by default, the style sheet decides. */
  readonly at?: { readonly x: number; readonly y: number };
  readonly onEscape: () => void;
  /** The focus moved to another element, or out of the panel. */
  readonly onFocusLost: (next: EventTarget | null) => void;
}

export function Menu({ label, children, at, onEscape, onFocusLost }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [x, y] = [at?.x, at?.y];
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    if (x !== undefined && y !== undefined) {
      element.classList.add("menu-at-pointer");
      // Keep the whole menu in the window.
      element.style.left = `${Math.max(0, Math.min(x, innerWidth - element.offsetWidth - 4))}px`;
      element.style.top = `${Math.max(0, Math.min(y, innerHeight - element.offsetHeight - 4))}px`;
    }
    element.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
  }, [x, y]);
  return (
    <div
      class="menu"
      role="menu"
      aria-label={label}
      ref={menu}
      onKeyDown={(event) => {
        moveInMenu(event, event.currentTarget);
        if (event.key !== "Escape" && event.key !== "Tab") return;
        event.preventDefault();
        event.stopPropagation();
        onEscape();
      }}
      onFocusOut={(event) => {
        const { relatedTarget } = event;
        const isWithin = relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget);
        if (!isWithin) onFocusLost(relatedTarget);
      }}
    >
      {children}
    </div>
  );
}
