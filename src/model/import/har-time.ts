/** Times of a HAR: when an entry began, and how long it took. */
import { isFields, isInTime, type Fields } from "./read-fields.ts";

/** Milliseconds since the epoch; undefined where there is no telling. Some tools write that number itself, or seconds. */
export function harStart(value: unknown): number | undefined {
  const time = typeof value === "number" ? fromNumber(value) : typeof value === "string" ? fromText(value) : Number.NaN;
  return isInTime(time) ? time : undefined;
}

function fromNumber(value: number): number {
  return value > 0 && value < 1e11 ? value * 1_000 : value;
}

function fromText(text: string): number {
  if (/^\d+(?:\.\d+)?$/.test(text)) return fromNumber(Number(text));
  // What ISO 8601 allows and browsers do not all read: a comma, more digits than three, a zone without its colon.
  const iso = text
    .trim()
    .replace(/^(\d{4}-\d\d-\d\d) /, "$1T")
    .replace(/(:\d\d)[.,](\d{1,3})\d*/, "$1.$2")
    .replace(/ ?([+-]\d\d)(\d\d)$/, "$1:$2");
  return Date.parse(iso);
}

/** `ssl` is a part of `connect`. */
const phases = ["blocked", "dns", "connect", "send", "wait", "receive"] as const;
const longestMs = 1e9;

/** `time`; where that is missing, or 0, the sum of what it is made of. -1 stands for what does not apply. */
export function harDurationMs({ time, timings }: Fields): number {
  const whole = positive(time);
  if (whole > 0 || !isFields(timings)) return whole;
  return Math.min(
    longestMs,
    phases.reduce((sum, phase) => sum + positive(timings[phase]), 0),
  );
}

function positive(value: unknown): number {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && number > 0 && number <= longestMs ? number : 0;
}
