/**
 * A URL query as bytes. `URLSearchParams` would decode to Unicode and lose what the lab must be able to send, such as a
 * Location with a lone 0xE9 byte: here a value is a "byte string", one character (U+0000 to U+00FF) per byte, which is
 * also what Node writes into a header.
 */
import { BadQuery } from "./bad-query.ts";

type Pair = readonly [name: string, value: string];

export class Query {
  readonly #pairs: readonly Pair[];

  private constructor(pairs: readonly Pair[]) {
    this.#pairs = pairs;
  }

  /** @param search what follows the "?", percent-encoded */
  static parse(search: string): Query {
    const pieces = search.split("&").filter((piece) => piece !== "");
    return new Query(
      pieces.map((piece) => {
        const [name = "", ...value] = piece.split("=");
        return [decodeBytes(name), decodeBytes(value.join("="))];
      }),
    );
  }

  /** Values are ordinary text and become the bytes of their UTF-8. */
  static from(values: Readonly<Record<string, string | number>>): Query {
    return new Query(Object.entries(values).map(([name, value]) => [name, utf8Bytes(String(value))]));
  }

  /** The first value of that name as a byte string. */
  bytes(name: string): string | undefined {
    return this.#pairs.find(([key]) => key === name)?.[1];
  }

  allBytes(name: string): string[] {
    return this.#pairs.filter(([key]) => key === name).map(([, value]) => value);
  }

  /** The first value of that name, its bytes read as UTF-8. */
  text(name: string): string | undefined {
    const value = this.bytes(name);
    return value === undefined ? undefined : Buffer.from(value, "latin1").toString("utf8");
  }

  isOn(name: string): boolean {
    return this.bytes(name) === "1";
  }

  integer(name: string, limits: { min: number; max: number; absent: number }): number {
    const value = this.bytes(name);
    if (value === undefined) return limits.absent;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= limits.min && number <= limits.max) return number;
    throw new BadQuery(`${name} must be a whole number from ${limits.min} to ${limits.max}, not ${quote(value)}`);
  }

  /** One of `choices`; the first one by default. */
  choice<const Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const value = this.bytes(name);
    if (value === undefined) return choices[0];
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    throw new BadQuery(`${name} must be one of ${choices.join(", ")}, not ${quote(value)}`);
  }

  /** The same query with that value (a byte string) instead of other values of the name. */
  with(name: string, value: string): Query {
    const at = this.#pairs.findIndex(([key]) => key === name);
    const others = this.#pairs.filter(([key]) => key !== name);
    return new Query(others.toSpliced(at < 0 ? others.length : at, 0, [name, value]));
  }

  toString(): string {
    return this.#pairs.map(([name, value]) => `${encodeBytes(name)}=${encodeBytes(value)}`).join("&");
  }
}

/** Short and printable, for an error sentence. */
export function quote(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}

function utf8Bytes(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

function decodeBytes(encoded: string): string {
  // A request target may hold raw characters too; Node reads them as latin1, which is bytes already.
  return encoded
    .replaceAll("+", " ")
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function encodeBytes(bytes: string): string {
  // Commas, colons and slashes stay readable: people read these URLs.
  return bytes.replace(
    /[^\w.~/:,@!*-]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}
