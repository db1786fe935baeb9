/** Limits on imported files. Longer text is truncated, with an ellipsis at its end, before it's masked or rendered. */
import { defaultLimits } from "../log/log-limits.ts";
import type { Body, Chain, Header, Hop } from "../chain/redirect-chain.ts";

/** Of the unpacked file. HARs contain whole pages: tens of megabytes are common. JSON is parsed in a single call. */
export const maxFileBytes = 64 * 2 ** 20;

export const importLimits = {
  chains: defaultLimits.chainsPerTab,
  /**
   * The list renders all hops of a chain. Browsers stop after 20 server redirects, but client redirects can continue.
   */
  hopsPerChain: 2_000,
  /** Nested lists and objects. HARs need about 10 levels, and more with call stacks. */
  nesting: 1_000,
  /** In characters, for URLs and header values. */
  urlLength: 32_768,
  /** Header lines per message. Browsers and servers accept a few hundred. */
  headerLines: 500,
  fieldNames: 1_000,
} as const;

/** For names, methods, errors and similar texts. */
const maxShortTextLength = 1_000;

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
    method: cutText(hop.method, maxShortTextLength),
    body: cutBody(hop.body),
    ...(hop.requestHeaders !== undefined && { requestHeaders: cutHeaders(hop.requestHeaders) }),
    ...(answer !== undefined && {
      answer: {
        ...answer,
        statusText: cutText(answer.statusText, maxShortTextLength),
        headers: cutHeaders(answer.headers),
        ...(answer.protocol !== undefined && { protocol: cutText(answer.protocol, maxShortTextLength) }),
        ...(answer.ip !== undefined && { ip: cutText(answer.ip, maxShortTextLength) }),
        ...(isLong(answer.headers) && { headersIncomplete: true as const }),
      },
    }),
    ...(hop.state === "redirected" && { redirectUrl: cutText(hop.redirectUrl, importLimits.urlLength) }),
    ...("stoppedBy" in hop && hop.stoppedBy !== undefined && { stoppedBy: cutText(hop.stoppedBy, maxShortTextLength) }),
    ...(hop.state === "failed" && { error: cutText(hop.error, maxShortTextLength) }),
  } as Hop;
  return { hop: cut, isUrlCut, isHeaderListCut };
}

/** Truncates the fields of a chain that don't belong to a hop. */
export function cutChainFields<Fields extends Pick<Chain, "id" | "requestId" | "resourceType" | "initiator">>(
  chain: Fields,
): Fields {
  return {
    ...chain,
    resourceType: cutText(chain.resourceType, maxShortTextLength),
    ...(chain.initiator !== undefined && { initiator: cutText(chain.initiator, importLimits.urlLength) }),
  };
}

function isLongUrl(text: string): boolean {
  return text.length > importLimits.urlLength;
}

function isLong(headers: readonly Header[] | undefined): boolean {
  return headers !== undefined && headers.length > importLimits.headerLines;
}

/** Keeps the first lines and Location, which defines the redirect. */
function cutHeaders(headers: readonly Header[]): readonly Header[] {
  const first = headers.slice(0, importLimits.headerLines);
  const location = headers.slice(importLimits.headerLines).find(({ name }) => name.toLowerCase() === "location");
  return (location === undefined ? first : [...first, location]).map(({ name, value }) => ({
    name: cutText(name, maxShortTextLength),
    value: cutText(value, importLimits.urlLength),
  }));
}

/** A body with more fields than a real form is data, not a form. */
function cutBody(body: Body): Body {
  if (body.presence !== "present" || body.fieldNames === undefined) return body;
  const { fieldNames, ...rest } = body;
  return fieldNames.length > importLimits.fieldNames ? rest : body;
}

function cutText(text: string, maxLength: number): string {
  // Don't cut within a surrogate pair.
  return text.length <= maxLength ? text : `${text.slice(0, maxLength).replace(/[\ud800-\udbff]$/, "")}…`;
}
