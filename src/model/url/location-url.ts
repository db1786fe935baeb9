/**
 * Where a Location header points: the absolute URL, or the named reason why there is none.
 * Fetch, "location URL" (https://fetch.spec.whatwg.org/#concept-response-location-url) and RFC 9110 §10.2.2.
 */

export type LocationUrl =
  | { readonly url: string }
  /** `unparsable`: no URL can be made of it; `not-http`: a scheme that browsers do not follow from a server. */
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

/** Whether browsers tell extensions of requests for it. (Of blob:, data: and apps' schemes they tell nothing.) */
export function isReportedUrl(url: string): boolean {
  return /^(?:https?|wss?):/i.test(url);
}

/** The same resource: equal but for the fragment, which is never sent to a server. */
export function isSameResource(urlA: string, urlB: string): boolean {
  return urlA === urlB || withoutFragment(urlA) === withoutFragment(urlB);
}

/** The same request, whether or not its credentials are shown (they travel in a header). */
export function isSameRequestUrl(urlA: string, urlB: string): boolean {
  return isSameResource(urlA, urlB) || isSameResource(withoutCredentials(urlA), withoutCredentials(urlB));
}

/** Equal but for http → https and the scheme's own port: what an upgrade inside the browser does. */
export function isHttpsUpgrade(fromUrl: string, toUrl: string): boolean {
  const from = parseUrl(fromUrl);
  const to = parseUrl(toUrl);
  if (from?.protocol !== "http:" || to?.protocol !== "https:") return false;
  return (
    from.hostname === to.hostname && from.port === to.port && from.pathname === to.pathname && from.search === to.search
  );
}

/** Undefined where `new URL` would throw. (URL.parse is younger than the oldest browser supported.) */
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
