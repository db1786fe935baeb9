/** Reads values of unknown shape. What is not what it has to be is `Damage`; what is absent is undefined. */
import { isCredentialHeader, mask } from "../url/credential-headers.ts";
import type { Header } from "../chain/redirect-chain.ts";

/** Thrown while reading; on its way out it learns its place. */
export class Damage extends Error {
  /** As in JavaScript: `chains[0].hops[1].status`. */
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
    if (error instanceof Damage) error.path = place + error.path;
    throw error;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function readFields(value: unknown): Fields {
  if (!isFields(value)) throw new Damage();
  return value;
}

export function readList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Damage();
  return value as readonly unknown[];
}

export function readText(value: unknown): string {
  if (typeof value !== "string") throw new Damage();
  return value;
}

/** For URLs, methods and names of things: never empty. */
export function readWord(value: unknown): string {
  const word = readText(value);
  if (word === "") throw new Damage();
  return word;
}

export function readNumber(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value) || Math.abs(value) > 1e15) throw new Damage();
  return value;
}

export function readCount(value: unknown): number {
  const count = readNumber(value);
  if (!Number.isSafeInteger(count) || count < 0) throw new Damage();
  return count;
}

/** Of time: never negative, and no longer than any browser waits. */
export function readSpan(value: unknown): number {
  const span = readNumber(value);
  if (span < 0 || span > 1e12) throw new Damage();
  return span;
}

export function readStatus(value: unknown): number {
  const status = readCount(value);
  if (status < 100 || status > 999) throw new Damage();
  return status;
}

export function oneOf<const Word extends string>(words: readonly Word[]): (value: unknown) => Word {
  return (value) => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw new Damage();
    return found;
  };
}

/** For fields that may be left out. */
export function optional<T>(read: (value: unknown) => T): (value: unknown) => T | undefined {
  return (value) => (value === undefined ? undefined : read(value));
}

/** An ISO time → milliseconds since the epoch. */
export function readTime(value: unknown): number {
  return inTime(Date.parse(readText(value)));
}

/** Only times that can be written as ISO again with four digits of a year. */
export function inTime(time: number): number {
  if (!isInTime(time)) throw new Damage();
  return time;
}

export function isInTime(time: number): boolean {
  return time >= -62_167_219_200_000 && time <= 253_402_300_799_999;
}

/** Credentials in a file from elsewhere are hidden at the door, as those of a browser are. */
export function readHeaders(value: unknown): Header[] {
  return readItems(value, (item) => {
    const fields = readFields(item);
    const name = readField(fields, "name", readText);
    return { name, value: isCredentialHeader(name) ? mask : readField(fields, "value", readText) };
  });
}

/** The object without its undefined fields: absent is absent. */
export function present<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
