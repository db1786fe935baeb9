/**
 * The messages between the content script and the background. Pages control what is in them, so their size is limited
 * twice: where they are made and where they are parsed (decision D43).
 */

/** Servers accept 8 to 16 KiB. A truncated URL would be useless, so a message with a longer URL is not sent. */
export const maxUrlLength = 16_384;
/** Maximum length of a meta element's `content`. */
export const maxContentLength = 2048;
/** Maximum number of elements of one kind. */
export const maxElements = 10;

/** The background's request for a `PageDescription`. */
export const describePage = "describe-page";

/**
 * The document is about to navigate to another document, not on the user's request. The model decides what kind of
 * redirect it is.
 */
export interface ClientNavigation {
  readonly type: "client-navigation";
  /** The destination. */
  readonly url: string;
  /** The URL that the document was loaded from; `history.pushState` does not change it. */
  readonly documentUrl: string;
  /** The `content` of each `<meta http-equiv="refresh">`. */
  readonly metaRefreshes?: readonly string[];
  /** Some were left out: there are too many, or they are too long. */
  readonly hasMoreRefreshes?: true;
  /** The base URL of relative URLs in `metaRefreshes`. */
  readonly baseUrl: string;
  /** The user clicked or pressed a key in the page within the last seconds (transient activation). */
  readonly isUserActive: boolean;
  /** Milliseconds since the epoch; named as in the details of browser events. */
  readonly timeStamp: number;
}

/** What the document declares to search engines. */
export interface PageDescription {
  readonly type: "page-description";
  readonly documentUrl: string;
  /** The absolute URL of each `<link rel="canonical">`. */
  readonly canonicals: readonly string[];
  /** The rules of each robots meta element, written as a line of `X-Robots-Tag`: `noindex`, `googlebot: noindex`. */
  readonly robots: readonly string[];
  readonly timeStamp: number;
}

/**
 * The first `maxElements` texts, without those that are too long. A truncated refresh or URL would be a different one.
 */
export function limited(texts: readonly string[], maxLength: number): string[] {
  return texts.slice(0, maxElements).filter(({ length }) => length <= maxLength);
}

export function parseClientNavigation(message: unknown): ClientNavigation | undefined {
  const fields = fieldsOf(message, "client-navigation");
  if (fields === undefined) return undefined;
  const { url, documentUrl, metaRefreshes = [], hasMoreRefreshes, baseUrl, isUserActive, timeStamp } = fields;
  if (!isUrl(url) || !isUrl(documentUrl) || !isUrl(baseUrl) || !isTexts(metaRefreshes)) return undefined;
  if (typeof isUserActive !== "boolean" || !isTime(timeStamp)) return undefined;
  const refreshes = limited(metaRefreshes, maxContentLength);
  const hasMore = hasMoreRefreshes === true || refreshes.length < metaRefreshes.length;
  return {
    type: "client-navigation",
    url,
    documentUrl,
    baseUrl,
    isUserActive,
    timeStamp,
    ...(refreshes.length > 0 && { metaRefreshes: refreshes }),
    ...(hasMore && { hasMoreRefreshes: true }),
  };
}

export function parsePageDescription(message: unknown): PageDescription | undefined {
  const fields = fieldsOf(message, "page-description");
  if (fields === undefined) return undefined;
  const { documentUrl, canonicals, robots, timeStamp } = fields;
  if (!isUrl(documentUrl) || !isTexts(canonicals) || !isTexts(robots) || !isTime(timeStamp)) return undefined;
  return {
    type: "page-description",
    documentUrl,
    canonicals: limited(canonicals, maxUrlLength).filter((url) => /^https?:/i.test(url)),
    robots: limited(robots, maxContentLength).filter((rules) => rules.trim() !== ""),
    timeStamp,
  };
}

function fieldsOf(message: unknown, type: string): Record<string, unknown> | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const fields = message as Record<string, unknown>;
  return fields["type"] === type ? fields : undefined;
}

function isUrl(value: unknown): value is string {
  return typeof value === "string" && value.length <= maxUrlLength;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isTime(value: unknown): value is number {
  return Number.isFinite(value);
}
