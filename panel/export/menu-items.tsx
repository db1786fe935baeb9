/** Menu items, and the options of the Export menu. */
import type { ComponentChildren } from "preact";
import { countText, text } from "../ui/texts.ts";

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
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

export function MenuItem({ label, isDisabled = false, onClick }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={isDisabled}
      onClick={() => {
        if (!isDisabled) onClick();
      }}
    >
      {label}
    </button>
  );
}

interface ChoiceProps extends MenuItemProps {
  readonly kind: "radio" | "checkbox";
  readonly isChecked: boolean;
}

/** An option: choosing it leaves the menu open. */
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

export type ExportScope = "log" | "filtered" | "chain";

interface ExportOptionItemsProps {
  readonly scope: ExportScope;
  readonly onScope: (scope: ExportScope) => void;
  readonly showsSecrets: boolean;
  readonly onShowsSecrets: (showsSecrets: boolean) => void;
  readonly wholeCount: number;
  /** Undefined if no filter is set or no chain matches. */
  readonly filteredCount: number | undefined;
  /** A chain, or one of its hops, is selected. */
  readonly hasChain: boolean;
}

export function ExportOptionItems(props: ExportOptionItemsProps) {
  const { scope, onScope, showsSecrets, onShowsSecrets, wholeCount, filteredCount, hasChain } = props;
  const filtered = countText("chainCountOfAll", wholeCount, filteredCount ?? wholeCount);
  return (
    <>
      <MenuGroup label={text("exportScope")}>
        <MenuChoice
          kind="radio"
          label={text("exportWholeLog")}
          isChecked={scope === "log"}
          onClick={() => onScope("log")}
        />
        <MenuChoice
          kind="radio"
          label={text("exportFiltered", filtered)}
          isChecked={scope === "filtered"}
          isDisabled={filteredCount === undefined}
          onClick={() => onScope("filtered")}
        />
        <MenuChoice
          kind="radio"
          label={text("exportSelectedChain")}
          isChecked={scope === "chain"}
          isDisabled={!hasChain}
          onClick={() => onScope("chain")}
        />
      </MenuGroup>
      <div class="menu-group">
        <MenuChoice
          kind="checkbox"
          label={text("exportShowSecrets")}
          isChecked={showsSecrets}
          onClick={() => onShowsSecrets(!showsSecrets)}
        />
      </div>
    </>
  );
}
