/** Checks the nesting of a JSON text before JSON.parse (decision D128), and parses it. */

export interface JsonShape {
  readonly nesting: number;
  /** The text ends within a value. */
  readonly isCutOff: boolean;
}

/** Characters per step. */
const sliceLength = 2 ** 20;

const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * JSON.parse takes half a minute for megabytes of `[`, so texts nested deeper than `max` aren't parsed. Yields its
 * position regularly.
 */
export function* jsonShape(text: string, max: number): Generator<number, JsonShape> {
  let [depth, nesting, nextYield] = [0, 0, sliceLength];
  for (let at = 0; at < text.length; at += 1) {
    if (at >= nextYield) {
      yield at;
      nextYield = at + sliceLength;
    }
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = stringEnd(text, at);
      if (at < 0) return { nesting, isCutOff: true };
    } else if (code === openBracket || code === openBrace) {
      depth += 1;
      if (depth > nesting) nesting = depth;
      if (nesting > max) return { nesting, isCutOff: false };
    } else if (code === closeBracket || code === closeBrace) depth -= 1;
  }
  return { nesting, isCutOff: depth > 0 };
}

/** The position of the closing quotation mark, or -1. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === backslash) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return -1;
}

/** Undefined if it isn't JSON. Python writes NaN and Infinity, which are read as null. */
export function parsedJson(text: string): { readonly value: unknown } | undefined {
  return parsed(text) ?? (/\b(?:NaN|Infinity)\b/.test(text) ? parsed(withoutNaN(text)) : undefined);
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/**
 * Replaces NaN in value positions. A match within a string would have to look like JSON; that doesn't affect a chain.
 */
function withoutNaN(text: string): string {
  return text.replaceAll(/([:[,]\s*)(?:NaN|-?Infinity)(?=\s*[,\]}])/g, "$1null");
}
