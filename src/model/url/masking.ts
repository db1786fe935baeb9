/**
 * Masks secrets in URLs that are shown or exported. A nested URL is percent-encoded, possibly more than once: every
 * decoding level is searched, and each match is masked in the original text.
 */
import { mask } from "./credential-headers.ts";
import { credentialRanges, cutSign, parameterRanges, pathTokenRanges } from "./secret-ranges.ts";
import { shapeRanges, type Range } from "./secret-shapes.ts";

export { isSecretName } from "./secret-names.ts";

type FindRanges = (text: string) => Range[];

/** `https://user:password@host/` → `https://***@host/`, also in nested URLs. */
export function maskCredentials(url: string): string {
  return masked(url, credentialRanges);
}

/** Masks credentials, values of parameters with secret names, and anything that has the format of a secret. */
export function maskSecrets(url: string): string {
  return masked(url, secretRanges);
}

function secretRanges(text: string): Range[] {
  // Fast path for most header tokens: too short for a secret, and no parameter or encoding that could contain one.
  if (text.length < 12 && !/[=@%]/.test(text)) return [];
  return [...credentialRanges(text), ...parameterRanges(text), ...pathTokenRanges(text), ...shapeRanges(text)];
}

/** Applies to every URL within a text, such as a header value. */
export function maskCredentialsInText(text: string): string {
  return mapTokens(text, maskCredentials);
}

export function maskSecretsInText(text: string): string {
  return mapTokens(text, maskSecrets);
}

/**
 * Longer URLs are shown truncated at the end: without its name, a value in the middle couldn't be recognized as a
 * secret.
 */
const maxShownLength = 16_384;

/** For display only: rendering a URL of megabytes is slow. */
export function cutForDisplay(text: string): string {
  return text.length <= maxShownLength ? text : text.slice(0, maxShownLength) + cutSign;
}

function mapTokens(text: string, change: (token: string) => string): string {
  const delimiter = /[\s<>"]/g;
  const parts: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = delimiter.test(text) ? delimiter.lastIndex - 1 : text.length;
    if (end > start) parts.push(change(text.slice(start, end)));
    parts.push(text.slice(end, end + 1));
    start = end + 1;
  }
  return parts.join("");
}

/** Masking one secret can reveal the rest of an overlapping one, so this repeats until nothing changes. */
function masked(text: string, find: FindRanges): string {
  let before = "";
  let after = text;
  for (let pass = 0; pass < maxPasses && after !== before; pass += 1) {
    before = after;
    after = replaced(before, rangesAtAllLevels(before, find, maxLevels));
  }
  return after;
}

function replaced(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  const parts: string[] = [];
  let shownTo = 0;
  for (const [start, end] of ranges) {
    parts.push(text.slice(shownTo, start), mask);
    shownTo = end;
  }
  parts.push(text.slice(shownTo));
  return parts.join("");
}

/** Bounds the work on malicious input; two passes are typical. */
const maxPasses = 6;

/** Deeper than any nesting seen in real redirect chains. */
const maxLevels = 8;

/** Sorted, neither overlapping nor touching. */
function rangesAtAllLevels(text: string, find: FindRanges, levels: number): Range[] {
  const found = find(text);
  const { decoded, escapes } = levels > 1 ? decodedOnce(text) : { decoded: text, escapes: [] };
  if (escapes.length === 0) return merged(found);
  return merged([...found, ...mappedBack(rangesAtAllLevels(decoded, find, levels - 1), escapes)]);
}

/** `escapes`: the positions of the decoded characters in the result. Only ASCII is decoded; URL syntax is ASCII. */
function decodedOnce(text: string): { readonly decoded: string; readonly escapes: readonly number[] } {
  const escapes: number[] = [];
  const decoded = text.replace(/%([0-7][\da-f])/gi, (_, hex: string, at: number) => {
    escapes.push(at - 2 * escapes.length);
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
  return { decoded, escapes };
}

/** Maps positions in the decoded text to the encoded text: each escape before a position adds two characters. */
function mappedBack(ranges: readonly Range[], escapes: readonly number[]): Range[] {
  let passed = 0;
  const before = (place: number) => {
    while (passed < escapes.length && (escapes[passed] ?? 0) < place) passed += 1;
    return place + 2 * passed;
  };
  return ranges.map(([start, end]) => [before(start), before(end)]);
}

function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last === undefined || range[0] > last[1]) result.push(range);
    else if (range[1] > last[1]) result[result.length - 1] = [last[0], range[1]];
  }
  return result;
}
