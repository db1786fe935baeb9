/** The items of the Export menu: actions, and the choices that go with them. */
import type { ComponentChildren } from "preact";
import type { Signal } from "@preact/signals";
import { text } from "../texts.ts";

interface MenuGroupProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

export function MenuGroup({ label, children }: MenuGroupProps) {
  return (
    <div class="menu-group" role="group" aria-label={label}>
      <span class="menu-heading" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}

interface MenuItemProps {
  readonly label: string;
  readonly onClick: () => void;
}

export function MenuItem({ label, onClick }: MenuItemProps) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={onClick}>
      {label}
    </button>
  );
}

interface ChoiceProps extends MenuItemProps {
  readonly kind: "radio" | "checkbox";
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
}

/** Chooses, and leaves the menu open: the action is still to come. */
function MenuChoice({ kind, label, isChecked, isDisabled = false, onClick }: ChoiceProps) {
  return (
    <button
      type="button"
      role={`menuitem${kind}`}
      tabIndex={-1}
      aria-checked={isChecked}
      aria-disabled={isDisabled}
      onClick={() => {
        if (!isDisabled) onClick();
      }}
    >
      <span class="menu-check" aria-hidden="true">
        {isChecked ? (kind === "radio" ? "●" : "✓") : ""}
      </span>
      {label}
    </button>
  );
}

interface ExportOptionItemsProps {
  readonly isChainOnly: Signal<boolean>;
  readonly showsSecrets: Signal<boolean>;
  /** A chain, or one of its hops, is selected. */
  readonly hasChain: boolean;
}

export function ExportOptionItems({ isChainOnly, showsSecrets, hasChain }: ExportOptionItemsProps) {
  return (
    <>
      <MenuGroup label={text("exportScope")}>
        <MenuChoice
          kind="radio"
          label={text("exportWholeLog")}
          isChecked={!isChainOnly.value}
          onClick={() => (isChainOnly.value = false)}
        />
        <MenuChoice
          kind="radio"
          label={text("exportSelectedChain")}
          isChecked={isChainOnly.value}
          isDisabled={!hasChain}
          onClick={() => (isChainOnly.value = true)}
        />
      </MenuGroup>
      <div class="menu-group">
        <MenuChoice
          kind="checkbox"
          label={text("exportShowSecrets")}
          isChecked={showsSecrets.value}
          onClick={() => (showsSecrets.value = !showsSecrets.value)}
        />
      </div>
    </>
  );
}
