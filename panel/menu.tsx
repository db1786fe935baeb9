/** An open menu (WAI-ARIA menu pattern): takes the focus, moves it by keys, and says when it should be gone. */
import type { ComponentChildren, CSSProperties } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { moveInMenu } from "./menu-keys.ts";

interface MenuProps {
  readonly label: string;
  readonly children: ComponentChildren;
  readonly style?: CSSProperties;
  readonly onEscape: () => void;
  /** The focus went to another element, or out of the panel. */
  readonly onFocusLost: (next: EventTarget | null) => void;
}

export function Menu({ label, children, style, onEscape, onFocusLost }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => menu.current?.querySelector<HTMLElement>("[role^=menuitem]")?.focus(), []);
  return (
    <div
      class="menu"
      role="menu"
      aria-label={label}
      ref={menu}
      style={style}
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
