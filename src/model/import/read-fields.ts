/** Reads values of unknown shape. What is not what it has to be is `Damage`; what is absent is undefined. */
import { isCredentialHeader, mask } from "../masking.ts";
import type { Header } from "../redirect-chain.ts";

/** Thrown while reading, caught where the place is known. */
export class Damage extends Error {}

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

export function readOneOf<Word extends string>(value: unknown, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new Damage();
  return found;
}

export function optional<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === undefined ? undefined : read(value);
}

/** An ISO time → milliseconds since the epoch; only times that can be written as ISO again with four digits of a year. */
export function readTime(value: unknown): number {
  const time = Date.parse(readText(value));
  if (!(time >= -62_167_219_200_000 && time <= 253_402_300_799_999)) throw new Damage();
  return time;
}

/** Credentials in a file from elsewhere are hidden at the door, as those of a browser are. */
export function readHeaders(value: unknown): Header[] {
  return readList(value).map((item) => {
    const fields = readFields(item);
    const name = readText(fields["name"]);
    return { name, value: isCredentialHeader(name) ? mask : readText(fields["value"]) };
  });
}

/** The object without its undefined fields: absent is absent. */
export function present<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
