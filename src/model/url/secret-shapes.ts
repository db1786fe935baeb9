/**
 * Recognizes secrets by their format, regardless of their name: tokens of well-known services by their prefixes, and
 * random-looking text. The patterns have no unbounded repetition, because they run on texts of many megabytes.
 */

/** Start inclusive, end exclusive. */
export type Range = readonly [start: number, end: number];

/** Each pattern is just long enough to be unambiguous; `tokenEnd` finds the end of the token. */
const prefixes = [
  String.raw`(?:AKIA|ASIA)[A-Z\d]{16}`,
  String.raw`gh[oprsu]_[A-Za-z\d]{16}`,
  String.raw`github_pat_\w{20}`,
  String.raw`gl(?:pat|dt|rt|ptt|ft|soat|cbt|agent|imt)-[\w-]{16}`,
  String.raw`xox[abceoprs]-[\w-]{8}`,
  String.raw`xapp-[\w-]{10}`,
  String.raw`(?:[rsp]k|cs)_(?:live|test)_[A-Za-z\d]{8}`,
  String.raw`whsec_[A-Za-z\d+/]{16}`,
  String.raw`(?:pi|seti|cs)_[A-Za-z\d]{8,40}_secret_[A-Za-z\d]{8}`,
  String.raw`AIza[\w-]{30}`,
  String.raw`ya29\.[\w-]{16}`,
  String.raw`1//0[\w-]{20}`,
  String.raw`GOCSPX-[\w-]{16}`,
  String.raw`SG\.[\w-]{10,30}\.[\w-]{10}`,
  String.raw`npm_[A-Za-z\d]{20}`,
  String.raw`pypi-AgE[\w-]{16}`,
  String.raw`do[opr]_v1_[a-f\d]{32}`,
  String.raw`sk-(?:ant-|proj-|svcacct-)?(?:api\d\d-)?[A-Za-z\d]{20}`,
  String.raw`hf_[A-Za-z]{30}`,
  String.raw`shp(?:at|ca|pa|ss)_[A-Fa-f\d]{24}`,
  String.raw`sq0[a-z]{3}-[\w-]{16}`,
  String.raw`EAA[A-Za-z\d]{40}`,
  String.raw`lin_api_[A-Za-z\d]{20}`,
  String.raw`ATATT3[\w-]{20}`,
  String.raw`hv[bs]\.[\w-]{20}`,
  String.raw`dapi[a-f\d]{32}`,
  String.raw`key-[a-f\d]{32}`,
  String.raw`dp\.(?:pt|st|ct|sa)\.[A-Za-z\d]{20}`,
  // A Telegram bot token in a path; a private Google calendar.
  String.raw`bot\d{6,12}:[\w-]{20}`,
  String.raw`private-[a-f\d]{16}`,
];

/** URLs that are secrets themselves: anyone who knows one can post to it or read a private calendar. */
const secretAddresses = [
  String.raw`hooks\.slack\.com/(?:services|workflows|triggers)/`,
  String.raw`discord(?:app)?\.com/api/(?:v\d{1,2}/)?webhooks/`,
  String.raw`webhook\.office\.com/webhookb2/`,
  String.raw`outlook\.office(?:365)?\.com/(?:webhook|owa/calendar)/`,
  String.raw`hooks\.zapier\.com/hooks/catch/`,
  String.raw`hook\.(?:[a-z\d]{1,8}\.)?make\.com/`,
  String.raw`maker\.ifttt\.com/trigger/[\w-]{1,60}/(?:json/)?with/key/`,
  String.raw`icloud\.com/published/\d{1,2}/`,
];

const anyPrefix = new RegExp(String.raw`(?<![A-Za-z\d])(?:${prefixes.join("|")})`, "g");
const anySecretAddress = new RegExp(secretAddresses.join("|"), "gi");
const addressEnds = new Set("?#&;,\\\"'<>| \t\r\n");
const pemBegin = /-----BEGIN[ +][A-Z +]{0,40}-----/g;
const pemEnd = "-----END";

export function shapeRanges(text: string): Range[] {
  if (text.length < 12) return [];
  return [...prefixRanges(text), ...addressRanges(text), ...pemRanges(text), ...jwtRanges(text)];
}

function prefixRanges(text: string): Range[] {
  const ranges: Range[] = [];
  anyPrefix.lastIndex = 0;
  for (let found = anyPrefix.exec(text); found !== null; found = anyPrefix.exec(text)) {
    const end = tokenEnd(text, anyPrefix.lastIndex);
    ranges.push([found.index, end]);
    anyPrefix.lastIndex = end;
  }
  return ranges;
}

function addressRanges(text: string): Range[] {
  const ranges: Range[] = [];
  anySecretAddress.lastIndex = 0;
  while (anySecretAddress.test(text)) {
    const start = anySecretAddress.lastIndex;
    let end = start;
    while (end < text.length && !addressEnds.has(text.charAt(end))) end += 1;
    if (end > start) ranges.push([start, end]);
    anySecretAddress.lastIndex = end;
  }
  return ranges;
}

/** A PEM key, up to its end line, or to the end of the text if it was cut. */
function pemRanges(text: string): Range[] {
  const ranges: Range[] = [];
  pemBegin.lastIndex = 0;
  for (let found = pemBegin.exec(text); found !== null; found = pemBegin.exec(text)) {
    const close = text.indexOf(pemEnd, pemBegin.lastIndex);
    const end = close === -1 ? text.length : pemLineEnd(text, close + pemEnd.length);
    ranges.push([found.index, end]);
    pemBegin.lastIndex = end;
  }
  return ranges;
}

function pemLineEnd(text: string, at: number): number {
  const close = text.slice(at, at + 60).indexOf("-----");
  return close === -1 ? at : at + close + 5;
}

/** `eyJ` is the start of `{"` in Base64. A JWT consists of at least two parts, separated by dots. */
function jwtRanges(text: string): Range[] {
  const ranges: Range[] = [];
  // Both only move forward, so no character is scanned twice.
  let [runEnd, dot] = [0, 0];
  for (let at = text.indexOf("eyJ"); at !== -1; at = text.indexOf("eyJ", at + 3)) {
    if (at >= runEnd) runEnd = tokenEnd(text, at);
    dot = Math.max(dot, at);
    while (dot < runEnd && text[dot] !== ".") dot += 1;
    const isStart = at === 0 || !isAlphanumeric(text.charCodeAt(at - 1));
    if (!isStart || dot - at < 10 || runEnd - dot < 5) continue;
    ranges.push([at, runEnd]);
    at = runEnd - 3;
  }
  return ranges;
}

/** The end of a run of token characters: letters, digits, `_ - . ~`. */
export function tokenEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (!isAlphanumeric(code) && code !== 95 && code !== 45 && code !== 46 && code !== 126) break;
    end += 1;
  }
  return end;
}

const uuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;
/** A file extension, as in `app.3f2a9c1b.js` or `setup-1.2.exe`. */
const fileName = /\.[a-z][a-z\d]{0,4}$/i;

/**
 * Whether a path segment looks random: long, with frequent changes between letters and digits or between upper and
 * lower case. Words, dates, versions and file names don't.
 */
export function looksRandom(part: string): boolean {
  if (part.length < 8) return false;
  const sample = part.slice(0, 1_000);
  if (uuid.test(sample)) return true;
  if (fileName.test(part.slice(-6)) || !/^[\w.~+=:%-]*$/.test(sample) || /%3a|^%2f/i.test(sample)) return false;
  const plain = sample.replace(/%[\da-f]{2}/gi, "-");
  let [letters, digits, changes] = [0, 0, 0];
  let before = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const kind = kindOf(plain.charCodeAt(at));
    if (kind === 3) digits += 1;
    else if (kind !== 0) letters += 1;
    // An upper-case letter before a lower-case letter starts a word.
    if (kind !== before && kind !== 0 && before !== 0 && !(before === 2 && kind === 1)) changes += 1;
    before = kind;
  }
  const rate = changes / plain.length;
  if (digits === 0) return plain.length >= 20 && rate >= 0.2;
  if (letters === 0) return false;
  return rate >= (plain.length < 16 ? 0.35 : plain.length < 32 ? 0.2 : 0.12);
}

/** 0: other, 1: lower-case letter, 2: upper-case letter, 3: digit. */
function kindOf(code: number): 0 | 1 | 2 | 3 {
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  return code >= 48 && code <= 57 ? 3 : 0;
}

function isAlphanumeric(code: number): boolean {
  return kindOf(code) !== 0;
}
