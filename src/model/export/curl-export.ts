/**
 * A curl command for the first request of a chain that reached a server: method, content type, field names (with placeholders,
 * since values are never recorded), and the flags that make curl follow redirects as the browser did.
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
      : commandLine(curlArguments(chain, options), shell);
    yield `${at === 0 ? "" : "\n"}${line}\n`;
  }
}

const commentSigns = { bash: "#", cmd: "rem" } as const;
/** Harmless in a shell without comments at its prompt (zsh): no special characters, nothing from the log. */
const cutNote = "No curl command: the request is too long, only a part of it was recorded";

/** A truncated request would be a different one. */
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

/** The arguments of the command, unquoted. */
export function curlArguments(chain: Chain, options?: ExportOptions): string[] {
  const hops = hopsOfCurl(chain);
  const first = firstOfCurl(chain);
  const url = urlMasking(options).url(first.url);
  const data = dataFlags(first);
  return [
    "curl",
    ...followFlags(hops, data.length > 0),
    ...methodFlags(first.method, data.length > 0),
    ...data,
    ...urlArguments(url),
  ];
}

/** Requests the server's own answer to a URL, without following redirects. By default, curl keeps no HSTS list. */
export function curlHeadCommand(url: string, shell: Shell = "bash"): string {
  return commandLine(["curl", "--head", ...urlArguments(maskCredentials(url))], shell);
}

/** From the first request that reached a server to the first client redirect, which curl does not follow. */
function hopsOfCurl({ hops }: Chain): readonly Hop[] {
  const first = hops.findIndex((hop) => !isBrowserOnly(hop));
  const sent = first === -1 ? hops : hops.slice(first);
  const page = sent.findIndex((hop) => hop.state === "redirected" && isClientRedirect(hop));
  return page === -1 ? sent : sent.slice(0, page + 1);
}

/**
 * The browser redirected this request itself: it never reached a server. curl would send the form unencrypted
 * (decision D130).
 */
function isBrowserOnly(hop: Hop): boolean {
  return hop.state === "redirected" && isInternal(hop) && hopSeoMeaning(hop) === "none";
}

function urlArguments(url: string): string[] {
  // A single quote would end the quoting of a POSIX shell. In a URL it can be percent-encoded.
  const pasted = pasteable(url).replaceAll("'", "%27");
  return [
    // curl expands brackets and braces in a URL.
    ...(/[[\]{}]/.test(pasted) ? ["--globoff"] : []),
    ...(pasted.startsWith("-") ? ["--url", pasted] : [pasted]),
  ];
}

/** `-X` only for methods that no other flag implies: curl uses it for every hop. */
function methodFlags(method: string, hasData: boolean): string[] {
  switch (method) {
    // Not reported by the browser: leave it to curl.
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
 * After a request with a body, curl follows 301, 302 and 303 with GET unless a flag keeps the method. It keeps a method set by `-X`
 * through every redirect: if the browser changed such a method, the command requests only the first answer (decision D129).
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

/** Where the browser redirected by itself, curl gets the server's own redirect: usually 301 or 302 to https. */
function mayAnswer(hop: Hop, status: number): boolean {
  if (hop.state !== "redirected") return false;
  return hop.source === "server" ? hop.answer.status === status : isInternal(hop) && status !== 303;
}

function dataFlags({ body, requestHeaders }: Hop): string[] {
  if (body.presence !== "present") return [];
  const contentType = headerValue(requestHeaders, "content-type");
  const fields = body.fieldNames ?? [];
  const isMultipart = /^multipart\/form-data\b/i.test(contentType ?? "");
  // curl chooses the boundary itself.
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

/** Terminals interpret pasted control characters, quoted or not. Browsers leave none in URLs. */
function pasteable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => encoded(character));
}
