/** Reads values of unknown shape. An invalid value throws `InvalidValueError`. */
import { isCredentialHeader, mask } from "../url/credential-headers.ts";
import type { Header } from "../chain/redirect-chain.ts";

/** Thrown for an invalid value; `within` adds the path while the error propagates. */
export class InvalidValueError extends Error {
  /** In JavaScript syntax: `chains[0].hops[1].status`. */
  path = "";
}

/** Reads a field of an object. */
export function readField<T>(fields: Fields, name: string, read: (value: unknown) => T): T {
  return within(`.${name}`, () => read(fields[name]));
}

/** Reads each item of a list. */
export function readItems<T>(value: unknown, read: (item: unknown, index: number) => T): T[] {
  return readList(value).map((item, index) => within(`[${index}]`, () => read(item, index)));
}

export function within<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidValueError) error.path = place + error.path;
    throw error;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function readFields(value: unknown): Fields {
  if (!isFields(value)) throw new InvalidValueError();
  return value;
}

export function readList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new InvalidValueError();
  return value as readonly unknown[];
}

export function readText(value: unknown): string {
  if (typeof value !== "string") throw new InvalidValueError();
  return value;
}

/** For URLs, methods and names. */
export function readNonEmptyText(value: unknown): string {
  const text = readText(value);
  if (text === "") throw new InvalidValueError();
  return text;
}

export function readNumber(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value) || Math.abs(value) > 1e15) throw new InvalidValueError();
  return value;
}

export function readCount(value: unknown): number {
  const count = readNumber(value);
  if (!Number.isSafeInteger(count) || count < 0) throw new InvalidValueError();
  return count;
}

/** A duration: never negative, and bounded. */
export function readSpan(value: unknown): number {
  const span = readNumber(value);
  if (span < 0 || span > 1e12) throw new InvalidValueError();
  return span;
}

export function readStatus(value: unknown): number {
  const status = readCount(value);
  if (status < 100 || status > 999) throw new InvalidValueError();
  return status;
}

export function oneOf<const Allowed extends string>(allowed: readonly Allowed[]): (value: unknown) => Allowed {
  return (value) => {
    const found = allowed.find((item) => item === value);
    if (found === undefined) throw new InvalidValueError();
    return found;
  };
}

/** For optional fields. */
export function optional<T>(read: (value: unknown) => T): (value: unknown) => T | undefined {
  return (value) => (value === undefined ? undefined : read(value));
}

/** Converts an ISO 8601 time to milliseconds since the epoch. */
export function readTime(value: unknown): number {
  return inTime(Date.parse(readText(value)));
}

/** Accepts only times that ISO 8601 can represent with a four-digit year. */
export function inTime(time: number): number {
  if (!isInTime(time)) throw new InvalidValueError();
  return time;
}

export function isInTime(time: number): boolean {
  return time >= -62_167_219_200_000 && time <= 253_402_300_799_999;
}

/** Masks credentials on import, as the recorder does for browser events. */
export function readHeaders(value: unknown): Header[] {
  return readItems(value, (item) => {
    const fields = readFields(item);
    const name = readField(fields, "name", readText);
    return { name, value: isCredentialHeader(name) ? mask : readField(fields, "value", readText) };
  });
}

/** Removes undefined fields. */
export function present<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
