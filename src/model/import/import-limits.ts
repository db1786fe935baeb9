/** How much of a file is taken in. What is longer is cut, with a sign at its end, before anything masks or draws it. */
import { defaultLimits } from "../log/log-limits.ts";
import type { Body, Chain, Header, Hop } from "../chain/redirect-chain.ts";

/** Of the file, unpacked. HARs carry whole pages: tens of megabytes are common. JSON is read in one go. */
export const largestFileBytes = 64 * 2 ** 20;

export const importLimits = {
  chains: defaultLimits.chainsPerTab,
  /** Of one chain, which the list draws whole. A browser gives up after 20; pages that redirect by themselves can go on. */
  hopsPerChain: 2_000,
  /** Of lists within lists. HARs need about 10, and more where Chrome adds stacks of calls. */
  nesting: 1_000,
  /** In characters: of URLs and of the values of headers. */
  urlLength: 32_768,
  /** Lines of headers of one message. Browsers and servers take a few hundred. */
  headerLines: 500,
  fieldNames: 1_000,
} as const;

/** Of names, methods, errors and the like. */
const longestWord = 1_000;

export interface CutHop {
  readonly hop: Hop;
  readonly isUrlCut: boolean;
  readonly isHeaderListCut: boolean;
}

export function cutHop(hop: Hop): CutHop {
  const answer = "answer" in hop ? hop.answer : undefined;
  const isHeaderListCut = isLong(answer?.headers) || isLong(hop.requestHeaders);
  const isUrlCut =
    isLongUrl(hop.url) ||
    (hop.state === "redirected" && isLongUrl(hop.redirectUrl)) ||
    [answer?.headers, hop.requestHeaders].some((headers) => headers?.some(({ value }) => isLongUrl(value)) === true);
  const cut = {
    ...hop,
    url: cutText(hop.url, importLimits.urlLength),
    method: cutText(hop.method, longestWord),
    body: cutBody(hop.body),
    ...(hop.requestHeaders !== undefined && { requestHeaders: cutHeaders(hop.requestHeaders) }),
    ...(answer !== undefined && {
      answer: {
        ...answer,
        statusText: cutText(answer.statusText, longestWord),
        headers: cutHeaders(answer.headers),
        ...(answer.protocol !== undefined && { protocol: cutText(answer.protocol, longestWord) }),
        ...(answer.ip !== undefined && { ip: cutText(answer.ip, longestWord) }),
        ...(isLong(answer.headers) && { headersIncomplete: true as const }),
      },
    }),
    ...(hop.state === "redirected" && { redirectUrl: cutText(hop.redirectUrl, importLimits.urlLength) }),
    ...("stoppedBy" in hop && hop.stoppedBy !== undefined && { stoppedBy: cutText(hop.stoppedBy, longestWord) }),
    ...(hop.state === "failed" && { error: cutText(hop.error, longestWord) }),
  } as Hop;
  return { hop: cut, isUrlCut, isHeaderListCut };
}

/** The words of a chain that are no hop's. */
export function cutChainWords<Words extends Pick<Chain, "id" | "requestId" | "resourceType" | "initiator">>(
  chain: Words,
): Words {
  return {
    ...chain,
    resourceType: cutText(chain.resourceType, longestWord),
    ...(chain.initiator !== undefined && { initiator: cutText(chain.initiator, importLimits.urlLength) }),
  };
}

function isLongUrl(text: string): boolean {
  return text.length > importLimits.urlLength;
}

function isLong(headers: readonly Header[] | undefined): boolean {
  return headers !== undefined && headers.length > importLimits.headerLines;
}

/** The first lines; and Location, of which too much depends. */
function cutHeaders(headers: readonly Header[]): readonly Header[] {
  const first = headers.slice(0, importLimits.headerLines);
  const location = headers.slice(importLimits.headerLines).find(({ name }) => name.toLowerCase() === "location");
  return (location === undefined ? first : [...first, location]).map(({ name, value }) => ({
    name: cutText(name, longestWord),
    value: cutText(value, importLimits.urlLength),
  }));
}

/** Whoever sends more fields than a form has sends data. */
function cutBody(body: Body): Body {
  if (body.presence !== "present" || body.fieldNames === undefined) return body;
  const { fieldNames, ...rest } = body;
  return fieldNames.length > importLimits.fieldNames ? rest : body;
}

function cutText(text: string, most: number): string {
  // A cut within a surrogate pair would leave half a character.
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…`;
}
