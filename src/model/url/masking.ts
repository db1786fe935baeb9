/**
 * Hides the secrets that a URL can carry, wherever one is shown or exported. A URL within a URL is percent-encoded, perhaps more
 * than once: each level of decoding is searched, and what is found there is hidden in the text as it stands.
 */
import { mask } from "./credential-headers.ts";
import { credentialRanges, cutSign, parameterRanges, pathTokenRanges } from "./secret-ranges.ts";
import { shapeRanges, type Range } from "./secret-shapes.ts";

export { isSecretName } from "./secret-names.ts";

type FindRanges = (text: string) => Range[];

/** `https://user:password@host/` → `https://***@host/`, and of every URL within. */
export function maskCredentials(url: string): string {
  return masked(url, credentialRanges);
}

/** Credentials, values of parameters with secret names, and what has the shape of a secret. */
export function maskSecrets(url: string): string {
  return masked(url, secretRanges);
}

function secretRanges(text: string): Range[] {
  // Most words of most headers: too short for a token, and nothing that could name or enclose a secret.
  if (text.length < 12 && !/[=@%]/.test(text)) return [];
  return [...credentialRanges(text), ...parameterRanges(text), ...pathTokenRanges(text), ...shapeRanges(text)];
}

/** Of every URL within a text, such as a header's value. */
export function maskCredentialsInText(text: string): string {
  return inWords(text, maskCredentials);
}

export function maskSecretsInText(text: string): string {
  return inWords(text, maskSecrets);
}

/** Longer URLs are shown in part. Not in their middle: a value without its name could not be told to be a secret. */
const mostShown = 16_384;

/** For the eyes: a URL of megabytes would take its time each time it is drawn. */
export function cutLong(text: string): string {
  return text.length <= mostShown ? text : text.slice(0, mostShown) + cutSign;
}

function inWords(text: string, change: (word: string) => string): string {
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

/** Where secrets overlap, what is left of one may only be seen beside the mask of the other: hence again, while something changes. */
function masked(text: string, find: FindRanges): string {
  let before = "";
  let after = text;
  for (let pass = 0; pass < mostPasses && after !== before; pass += 1) {
    before = after;
    after = replaced(before, rangesAtAllLevels(before, find, mostLevels));
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

/** Against input that is made to take long; two are the rule. */
const mostPasses = 6;

/** More than any chain of redirects was seen to nest. */
const mostLevels = 8;

/** Sorted, neither overlapping nor touching. */
function rangesAtAllLevels(text: string, find: FindRanges, levels: number): Range[] {
  const found = find(text);
  const { decoded, escapes } = levels > 1 ? decodedOnce(text) : { decoded: text, escapes: [] };
  if (escapes.length === 0) return merged(found);
  return merged([...found, ...mappedBack(rangesAtAllLevels(decoded, find, levels - 1), escapes)]);
}

/** With the places of the decoded characters in the result. All that has a meaning in a URL is ASCII. */
function decodedOnce(text: string): { readonly decoded: string; readonly escapes: readonly number[] } {
  const escapes: number[] = [];
  const decoded = text.replace(/%([0-7][\da-f])/gi, (_, hex: string, at: number) => {
    escapes.push(at - 2 * escapes.length);
    return String.fromCharCode(Number.parseInt(hex, 16));
  });
  return { decoded, escapes };
}

/** From places in the decoded text to places in the text before: each escape before a place stood for two characters more. */
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
