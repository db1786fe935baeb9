/** A section of the details that is closed until the user opens it. Which are open is persisted. */
import type { ComponentChildren } from "preact";
import { persistedSignal } from "../ui/persisted-signal.ts";
import { text, type TextName } from "../ui/texts.ts";

/** Names, separated by spaces. */
const openFolds = persistedSignal<string>("openFolds", "", (value) => typeof value === "string");

interface FoldProps {
  readonly title: TextName;
  /** Shown while the section is closed, too. */
  readonly note?: string | number | undefined;
  readonly children: ComponentChildren;
}

export function Fold({ title, note, children }: FoldProps) {
  const open = new Set(openFolds.value.split(" "));
  return (
    <details
      class="fold"
      open={open.has(title)}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open === open.has(title)) return;
        if (currentTarget.open) open.add(title);
        else open.delete(title);
        openFolds.value = [...open].join(" ").trim();
      }}
    >
      <summary>
        {text(title)}
        {note !== undefined && <span class="dim">{note}</span>}
      </summary>
      <div class="fold-content">{children}</div>
    </details>
  );
}
