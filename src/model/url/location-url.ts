/**
 * Where a Location header points: the absolute URL, or the reason why there is none.
 * Fetch, "location URL" (https://fetch.spec.whatwg.org/#concept-response-location-url) and RFC 9110 §10.2.2.
 */

export type LocationUrl =
  | { readonly url: string }
  /** `unparsable`: not a valid URL; `not-http`: a scheme to which browsers don't follow a server's redirect. */
  | { readonly problem: "unparsable" | "not-http" };

export function locationUrl(locationHeader: string, hopUrl: string): LocationUrl {
  const target = parseUrl(locationHeader, hopUrl);
  if (target === undefined) return { problem: "unparsable" };
  if (!isWebUrl(target.href)) return { problem: "not-http" };
  // Fetch: a target without a fragment inherits the fragment of the request.
  if (!locationHeader.includes("#")) target.hash = parseUrl(hopUrl)?.hash ?? "";
  return { url: target.href };
}

export function isWebUrl(url: string): boolean {
  return /^https?:/i.test(url);
}

/** Whether browsers report requests for the URL to extensions. They don't for blob:, data: and apps' schemes. */
export function isReportedUrl(url: string): boolean {
  return /^(?:https?|wss?):/i.test(url);
}

/** The same resource: equal except for the fragment, which is never sent to a server. */
export function isSameResource(urlA: string, urlB: string): boolean {
  return urlA === urlB || withoutFragment(urlA) === withoutFragment(urlB);
}

/** The same request: equal except for the fragment and the credentials, which are sent in a header. */
export function isSameRequestUrl(urlA: string, urlB: string): boolean {
  return isSameResource(urlA, urlB) || isSameResource(withoutCredentials(urlA), withoutCredentials(urlB));
}

/** Equal except for http → https and the default port: what an upgrade inside the browser does. */
export function isHttpsUpgrade(fromUrl: string, toUrl: string): boolean {
  const from = parseUrl(fromUrl);
  const to = parseUrl(toUrl);
  if (from?.protocol !== "http:" || to?.protocol !== "https:") return false;
  return (
    from.hostname === to.hostname && from.port === to.port && from.pathname === to.pathname && from.search === to.search
  );
}

/** Undefined if `new URL` throws. (The oldest supported browser has no `URL.parse`.) */
export function parseUrl(url: string, base?: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}

function withoutCredentials(url: string): string {
  return url.includes("@") ? url.replace(/^(\w+:\/\/)[^/?#]*@/, "$1") : url;
}

function withoutFragment(url: string): string {
  const at = url.indexOf("#");
  return at === -1 ? url : url.slice(0, at);
}
