/**
 * The first request of a chain that a server got, as a curl command: its method, content type and field names (values are
 * placeholders, for they were never recorded), and the flags that make curl follow as the browser did.
 */
import { isCut } from "../url/cut-text.ts";
import { escapeInvisible } from "../url/escape-invisible.ts";
import { maskCredentials } from "../url/masking.ts";
import {
  headerValue,
  isClientRedirect,
  isInternal,
  unknownMethod,
  type Chain,
  type Hop,
} from "../chain/redirect-chain.ts";
import { hopSeoMeaning } from "../meaning/seo-meaning.ts";
import { shellQuote, type Shell } from "./shell-quote.ts";
import { urlMasking, type ExportOptions } from "../url/url-masking.ts";

export function* curlParts(
  chains: readonly Chain[],
  options?: ExportOptions,
  shell: Shell = "bash",
): Generator<string> {
  for (const [at, chain] of chains.entries()) {
    const line = isFirstCut(chain)
      ? `${commentSigns[shell]} ${cutNote}`
      : commandLine(curlWords(chain, options), shell);
    yield `${at === 0 ? "" : "\n"}${line}\n`;
  }
}

const commentSigns = { bash: "#", cmd: "rem" } as const;
/** A shell that knows no comments at its prompt (zsh) must not find anything to act on: no signs, nothing from the log. */
const cutNote = "No curl command: the request is too long, only a part of it was recorded";

/** A request that was cut would be another one. */
function isFirstCut(chain: Chain): boolean {
  const { url, method } = firstOfCurl(chain);
  return isCut(url) || isCut(method);
}

function firstOfCurl(chain: Chain): Hop {
  return hopsOfCurl(chain)[0] ?? chain.hops[0];
}

function commandLine(words: readonly string[], shell: Shell): string {
  return words.map((word) => shellQuote(word, shell)).join(" ");
}

/** The words of the command line, before they are quoted. */
export function curlWords(chain: Chain, options?: ExportOptions): string[] {
  const hops = hopsOfCurl(chain);
  const first = firstOfCurl(chain);
  const url = urlMasking(options).url(first.url);
  const data = dataFlags(first);
  return [
    "curl",
    ...followFlags(hops, data.length > 0),
    ...methodFlags(first.method, data.length > 0),
    ...data,
    ...urlWords(url),
  ];
}

/** What the server itself says to a URL, without following: curl keeps no HSTS list unless told to. */
export function curlHeadCommand(url: string, shell: Shell = "bash"): string {
  return commandLine(["curl", "--head", ...urlWords(maskCredentials(url))], shell);
}

/** From the first request that a server got to the page that redirects by itself, which curl does not read. */
function hopsOfCurl({ hops }: Chain): readonly Hop[] {
  const first = hops.findIndex((hop) => !isOwnDoing(hop));
  const sent = first === -1 ? hops : hops.slice(first);
  const page = sent.findIndex((hop) => hop.state === "redirected" && isClientRedirect(hop));
  return page === -1 ? sent : sent.slice(0, page + 1);
}

/**
 * The browser's alone: no server got this request. From an http URL that HSTS replaces, curl would send a form in the clear, and
 * lose it where the server itself redirects.
 */
function isOwnDoing(hop: Hop): boolean {
  return hop.state === "redirected" && isInternal(hop) && hopSeoMeaning(hop) === "none";
}

function urlWords(url: string): string[] {
  // A quote is the one sign that ends what a POSIX shell leaves alone; in a URL it can be written without.
  const pasted = pasteable(url).replaceAll("'", "%27");
  return [
    // curl has its own meaning for brackets and braces in a URL.
    ...(/[[\]{}]/.test(pasted) ? ["--globoff"] : []),
    ...(pasted.startsWith("-") ? ["--url", pasted] : [pasted]),
  ];
}

/** Only methods that no other flag implies; with `-X` curl would use one for every hop. */
function methodFlags(method: string, hasData: boolean): string[] {
  switch (method) {
    // Not told: curl's own choice is better than a method that no server knows.
    case unknownMethod:
      return [];
    case "GET":
      return hasData ? ["-X", "GET"] : [];
    case "HEAD":
      return ["--head"];
    case "POST":
      return hasData ? [] : ["--data-raw", ""];
    default:
      return ["-X", pasteable(method)];
  }
}

/**
 * curl follows 301, 302 and 303 with GET where it sent a body, unless told to keep the method. A method set by `-X` it
 * keeps through every redirect: where the browser changed such a method, curl shows the first answer only.
 */
function followFlags(hops: readonly Hop[], hasData: boolean): string[] {
  const method = hops[0]?.method ?? unknownMethod;
  const isNamed = !["GET", "HEAD", "POST", unknownMethod].includes(method);
  if (hops.length < 2 || (isNamed && hops.some((hop) => hop.method !== method))) return [];
  if (isNamed && !hasData) return ["-L"];
  const isMet = (status: number, isKept: boolean) =>
    hops.some((hop, index) => {
      const next = hops[index + 1];
      const isSent = next !== undefined && hop.method !== "GET" && hop.method !== "HEAD";
      return isSent && (next.method === hop.method) === isKept && mayAnswer(hop, status);
    });
  const kept = [301, 302, 303].filter((status) => isMet(status, true) && !isMet(status, false));
  return ["-L", ...kept.map((status) => `--post${status}`)];
}

/** In place of a redirect that the browser made on its way, curl meets the server's: to https by 301 or 302, as a rule. */
function mayAnswer(hop: Hop, status: number): boolean {
  if (hop.state !== "redirected") return false;
  return hop.source === "server" ? hop.answer.status === status : isInternal(hop) && status !== 303;
}

function dataFlags({ body, requestHeaders }: Hop): string[] {
  if (body.presence !== "present") return [];
  const contentType = headerValue(requestHeaders, "content-type");
  const fields = body.fieldNames ?? [];
  const isMultipart = /^multipart\/form-data\b/i.test(contentType ?? "");
  // The boundary is curl's to choose.
  if (isMultipart && fields.length > 0) return fields.flatMap((name) => ["--form-string", formField(name)]);
  const isUrlencoded = contentType === undefined || /^application\/x-www-form-urlencoded\b/i.test(contentType);
  if (body.kind === "form" && isUrlencoded && fields.length > 0) {
    return fields.flatMap((name) => ["--data-urlencode", `${encoded(name)}=${placeholder(name)}`]);
  }
  const header = contentType === undefined ? [] : ["-H", `Content-Type: ${pasteable(contentType)}`];
  return [...header, "--data-raw", fields.length > 0 ? fields.map(formField).join("\n") : "<body>"];
}

function formField(name: string): string {
  return `${escapeInvisible(name).replaceAll("=", "%3D")}=${placeholder(name)}`;
}

function placeholder(name: string): string {
  return `<${escapeInvisible(name)}>`;
}

function encoded(name: string): string {
  return encodeURIComponent(name.replaceAll(/\p{Cs}/gu, "\ufffd"));
}

/** A terminal acts on control characters while they are pasted, quoted or not. In URLs none is left by the browser. */
function pasteable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => encoded(character));
}
