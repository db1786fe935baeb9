/**
 * Finds secrets by the structure of a URL: `user:password@`, parameters with secret names, and random-looking path
 * segments after words such as "reset" or "invite". Every function here scans its text once.
 */
import { isSecretName, wordsOfName } from "./secret-names.ts";
import { looksRandom, type Range } from "./secret-shapes.ts";

/** Marks the position where a long text was cut. */
export const cutSign = "…";

/**
 * `user:password@` of the URL and of nested URLs, with any number and kind of slashes that browsers accept. The `@` may
 * be missing if the text was cut.
 */
export function credentialRanges(text: string): Range[] {
  const ranges: Range[] = [];
  const head = /^(?:[a-z][a-z\d+.-]{0,40}:[/\\]|[/\\]{2})/i.exec(text)?.[0].length ?? 0;
  if (head > 0) ranges.push(...userInfo(text, head, ""));
  for (let at = text.indexOf("//", head); at !== -1;) {
    const start = slashesEnd(text, at);
    if (":=".includes(text.charAt(at - 1))) ranges.push(...userInfo(text, start, "&"));
    at = text.indexOf("//", start);
  }
  return ranges;
}

/** `end`: an additional character that ends the authority. */
function userInfo(text: string, from: number, end: string): Range[] {
  const start = slashesEnd(text, from);
  let lastAt = -1;
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "@" || sign === cutSign) lastAt = at;
    if ("/?#\\".includes(sign) || sign === end) break;
  }
  return lastAt > start ? [[start, lastAt]] : [];
}

function slashesEnd(text: string, from: number): number {
  let at = from;
  while (text[at] === "/" || text[at] === "\\") at += 1;
  return at;
}

/** Values of parameters in paths (`;name=value`, as Java servers add them), queries and fragments. */
export function parameterRanges(text: string): Range[] {
  const at = text.search(/[?&#]/);
  const pathEnd = at === -1 ? text.length : at;
  return [...pathParameterRanges(text, pathEnd), ...queryRanges(text, pathEnd)];
}

function pathParameterRanges(text: string, pathEnd: number): Range[] {
  const ranges: Range[] = [];
  let [name, value] = [-1, -1];
  for (let at = 0; at <= pathEnd; at += 1) {
    const sign = at === pathEnd ? "/" : text[at];
    if (sign === "=" && name >= 0 && value < 0) value = at + 1;
    if (sign !== ";" && sign !== "/") continue;
    if (value >= 0 && at > value && isSecretName(text.slice(name, value - 1))) ranges.push([value, at]);
    name = sign === ";" ? at + 1 : -1;
    value = -1;
  }
  return ranges;
}

/**
 * Between two `&`, the first secret name masks everything that follows. Within a value, `?` and `;` can start
 * parameters of an unencoded nested URL, or be part of the secret. An empty value isn't masked, because it's useful to
 * see that it's empty.
 */
function queryRanges(text: string, pathEnd: number): Range[] {
  const ranges: Range[] = [];
  let name = pathEnd;
  let secret = -1;
  for (let at = pathEnd; at <= text.length; at += 1) {
    const sign = at === text.length ? "&" : text[at];
    if (sign === "&" || sign === "#") {
      if (secret >= 0) ranges.push([secret, at]);
      name = at + 1;
      secret = -1;
    } else if (secret >= 0) {
      continue;
    } else if (sign === "?" || sign === ";") {
      name = at + 1;
    } else if (sign === "=" && name >= 0) {
      const isEmpty = at + 1 === text.length || "&#".includes(text.charAt(at + 1));
      if (!isEmpty && isSecretName(text.slice(name, at))) secret = at + 1;
      name = -1;
    }
  }
  return ranges;
}

/** A random-looking segment can follow these at a distance: `/reset/42/3f9ab4…`. */
const strongWords = new Set(
  `activate activation cancellation checkout confirm confirmation forgot invitation invite join joinchat magic magiclink
  optout passwordless password recover recovery rescheduling reset resetpassword unlock unsubscribe verification
  verify verifyemail`.split(/\s+/),
);
/** For these, only the next segment counts: later ones are usually ordinary ids. */
const weakWords = new Set(
  `apikey auth authenticate authorize download hook jwt key login meetup otp secret share sharing sig signature signin
  signup snapshot sso ticket token webhook welcome`.split(/\s+/),
);
/** Parameter names that are too common to mask every value; only random-looking values are masked. */
const ambiguousNames = new Set("h hash k link t tk upn".split(" "));

const strongReach = 3;
const maxIdentifierLength = 100;
const partEnds = new Set("/?#&=;,\\ \"'<>|\t\r\n".split("").map((sign) => sign.charCodeAt(0)));

/** Random-looking parts that follow such a word, either in the path or as the parameter's name. */
export function pathTokenRanges(text: string): Range[] {
  const ranges: Range[] = [];
  /** The preceding parts of the same path, the nearest last. */
  let before: Range[] = [];
  let isNamed = false;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !partEnds.has(text.charCodeAt(at))) continue;
    const sign = text.charAt(at);
    if (at > start) {
      const isName = sign === "=";
      if (!isName && before.length > 0 && looksRandom(text.slice(start, at))) {
        const words = before.map((range) => text.slice(...range));
        if (isNamed ? namesSecret(words[0] ?? "") : leadToSecret(words)) ranges.push([start, at]);
      }
      if (isName || isNamed) before = [];
      isNamed = isName;
      before.push([start, at]);
      if (before.length > strongReach) before.shift();
    }
    if (sign === "?" || sign === "#") before = before.slice(-1);
    else if (sign !== "/" && sign !== "=") before = [];
    start = at + 1;
  }
  return ranges;
}

function leadToSecret(parts: readonly string[]): boolean {
  return parts.some((part) => hasWord(part, strongWords)) || hasWord(parts.at(-1) ?? "", weakWords);
}

function namesSecret(name: string): boolean {
  return leadToSecret([name]) || ambiguousNames.has(wordsOfName(name).at(-1) ?? "");
}

function hasWord(part: string, words: ReadonlySet<string>): boolean {
  if (part.length > maxIdentifierLength) return false;
  return wordsOfName(part).some((word) => words.has(word) || (word.endsWith("s") && words.has(word.slice(0, -1))));
}
