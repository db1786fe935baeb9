/** The list's share of the panel beside (wide) or above (narrow) the details, in percent. Persisted. */
import type { ReadonlySignal } from "@preact/signals";
import { maxListPercent, minListPercent } from "../ui/splitter.tsx";
import { persistedSignal } from "../ui/persisted-signal.ts";

export const listSizes = { wide: listSize("list-size-wide", 64), narrow: listSize("list-size-narrow", 50) };

function listSize(name: string, defaultPercent: number) {
  const isSize = (value: unknown): value is number =>
    typeof value === "number" && value >= minListPercent && value <= maxListPercent;
  const percent = persistedSignal(name, defaultPercent, isSize);
  return {
    defaultPercent,
    percent: percent as ReadonlySignal<number>,
    resize(next: number) {
      percent.value = next;
    },
  };
}
