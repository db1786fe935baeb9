/**
 * The first request of a chain as a curl command: its method, content type and field names (values are placeholders, for
 * they were never recorded), and the flags that make curl follow as the browser did.
 */
import { escapeInvisible } from "../escape-invisible.ts";
import { maskCredentials } from "../masking.ts";
import { headerValue, isClientRedirect, unknownMethod, type Chain, type Hop } from "../redirect-chain.ts";
import { shellQuote } from "./shell-quote.ts";
import { urlMasking, type ExportOptions } from "./url-masking.ts";

export function* curlParts(chains: readonly Chain[], options?: ExportOptions): Generator<string> {
  for (const [at, chain] of chains.entries()) {
    yield `${at === 0 ? "" : "\n"}${curlWords(chain, options).map(shellQuote).join(" ")}\n`;
  }
}

/** The words of the command line, before they are quoted. */
export function curlWords(chain: Chain, options?: ExportOptions): string[] {
  const [first] = chain.hops;
  const url = urlMasking(options).url(first.url);
  const data = dataFlags(first);
  return [
    "curl",
    ...followFlags(chain, data.length > 0),
    ...methodFlags(first.method, data.length > 0),
    ...data,
    ...urlWords(url),
  ];
}

/** What the server itself says to a URL, without following: curl keeps no HSTS list unless told to. */
export function curlHeadCommand(url: string): string {
  return ["curl", "--head", ...urlWords(maskCredentials(url))].map(shellQuote).join(" ");
}

function urlWords(url: string): string[] {
  const pasted = pasteable(url);
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
function followFlags({ hops }: Chain, hasData: boolean): string[] {
  const isNamed = !["GET", "HEAD", "POST", unknownMethod].includes(hops[0].method);
  const isFollowedByCurl = hops.slice(0, -1).some((hop) => hop.state === "redirected" && !isClientRedirect(hop));
  if (!isFollowedByCurl || (isNamed && hops.some(({ method }) => method !== hops[0].method))) return [];
  const kept = (status: number) =>
    hops.some((hop, index) => {
      const isThis = hop.state === "redirected" && hop.source === "server" && hop.answer.status === status;
      const isBodyMethod = hop.method !== "GET" && hop.method !== "HEAD";
      return isThis && isBodyMethod && hops[index + 1]?.method === hop.method;
    });
  if (isNamed && !hasData) return ["-L"];
  return ["-L", ...[301, 302, 303].filter(kept).map((status) => `--post${status}`)];
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
