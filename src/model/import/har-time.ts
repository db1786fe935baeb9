/** Reads the start time and the duration of a HAR entry. */
import { isFields, isInTime, type Fields } from "./read-fields.ts";

/** Milliseconds since the epoch; undefined if invalid. Some tools write milliseconds or seconds instead of ISO 8601. */
export function harStart(value: unknown): number | undefined {
  const time = typeof value === "number" ? fromNumber(value) : typeof value === "string" ? fromText(value) : Number.NaN;
  return isInTime(time) ? time : undefined;
}

function fromNumber(value: number): number {
  return value > 0 && value < 1e11 ? value * 1_000 : value;
}

function fromText(text: string): number {
  if (/^\d+(?:\.\d+)?$/.test(text)) return fromNumber(Number(text));
  // Valid in ISO 8601, but not supported by all browsers: a comma, more than three decimals, a time zone without a
  // colon.
  const iso = text
    .trim()
    .replace(/^(\d{4}-\d\d-\d\d) /, "$1T")
    .replace(/(:\d\d)[.,](\d{1,3})\d*/, "$1.$2")
    .replace(/ ?([+-]\d\d)(\d\d)$/, "$1:$2");
  return Date.parse(iso);
}

/** `ssl` is a part of `connect`. */
const phases = ["blocked", "dns", "connect", "send", "wait", "receive"] as const;
const maxDurationMs = 1e9;

/** Milliseconds: `time`, or the sum of the phases if `time` is missing or 0. -1 means "does not apply". */
export function harDurationMs({ time, timings }: Fields): number {
  const whole = positive(time);
  if (whole > 0 || !isFields(timings)) return whole;
  return Math.min(
    maxDurationMs,
    phases.reduce((sum, phase) => sum + positive(timings[phase]), 0),
  );
}

function positive(value: unknown): number {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && number > 0 && number <= maxDurationMs ? number : 0;
}
