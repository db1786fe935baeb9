/**
 * Finds the position of a JSON syntax error (RFC 8259). JSON.parse reports a position only for some errors, and each
 * browser words it differently. Call this only for texts that JSON.parse has rejected.
 */

export interface TextPlace {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

const space = /[\t\n\r ]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;
// oxlint-disable-next-line no-control-regex -- JSON forbids them in strings
const plainCharacters = /[^"\\\u0000-\u001f]*/y;
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

type Expected = "value" | "value or end" | "name" | "name or end" | "colon" | "comma or end" | "nothing";

/** Values per step. */
const sliceLength = 100_000;

/** Yields its position regularly. */
export function* jsonErrorPlace(text: string): Generator<number, TextPlace> {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  const afterValue = (): Expected => (open.length === 0 ? "nothing" : "comma or end");
  for (let at = end(space, text, 0), count = 1; at < text.length; at = end(space, text, at), count += 1) {
    if (count % sliceLength === 0) yield at;
    const sign = text.charAt(at);
    let next = at + 1;
    if (expected.startsWith("value") && (sign === "{" || sign === "[")) {
      open.push(sign);
      expected = sign === "{" ? "name or end" : "value or end";
    } else if (expected.endsWith("or end") && sign === (open.at(-1) === "{" ? "}" : "]")) {
      open.pop();
      expected = afterValue();
    } else if (expected === "comma or end" && sign === ",") expected = open.at(-1) === "{" ? "name" : "value";
    else if (expected === "colon" && sign === ":") expected = "value";
    else if (expected.startsWith("name") && sign === '"') {
      next = stringEnd(text, at);
      expected = "colon";
    } else if (expected.startsWith("value")) {
      next = sign === '"' ? stringEnd(text, at) : end(scalar, text, at);
      expected = afterValue();
    } else return placeIn(text, at);
    if (next === at) return placeIn(text, at);
    if (next < 0) return placeIn(text, -next);
    at = next;
  }
  return placeIn(text, text.length);
}

function end(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** The position after the closing quotation mark, or the negative position of the error. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; ;) {
    at = end(plainCharacters, text, at);
    if (text.charAt(at) === '"') return at + 1;
    const next = end(escape, text, at);
    if (next === at) return -at;
    at = next;
  }
}

function placeIn(text: string, at: number): TextPlace {
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
