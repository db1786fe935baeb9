/** Formats numbers, times and sizes in the browser's language. */
import { uiLanguage } from "./texts.ts";

const counts = new Intl.NumberFormat(uiLanguage());

export function formatCount(count: number): string {
  return counts.format(count);
}

export function formatDuration(durationMs: number | undefined): string {
  if (durationMs === undefined) return "…";
  if (durationMs < 1_000) return unit(durationMs, "millisecond", 0);
  return unit(durationMs / 1_000, "second", 1);
}

/** The time of day, in milliseconds. */
export function formatClock(timeMs: number): string {
  clock ??= new Intl.DateTimeFormat(uiLanguage(), {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    hourCycle: "h23",
  });
  return clock.format(timeMs);
}

/** Formatters are created once: creating one costs far more than using it. */
let clock: Intl.DateTimeFormat | undefined;
const unitFormats = new Map<string, Intl.NumberFormat>();

export function formatSize(sizeBytes: number): string {
  if (sizeBytes < 1_024) return unit(sizeBytes, "byte", 0);
  if (sizeBytes < 1_024 ** 2) return unit(sizeBytes / 1_024, "kilobyte", 1);
  return unit(sizeBytes / 1_024 ** 2, "megabyte", 1);
}

function unit(value: number, name: string, maximumFractionDigits: number): string {
  const unitDisplay = name === "byte" ? "long" : "short";
  const format =
    unitFormats.get(name) ??
    new Intl.NumberFormat(uiLanguage(), { style: "unit", unit: name, unitDisplay, maximumFractionDigits });
  unitFormats.set(name, format);
  return format.format(value);
}
