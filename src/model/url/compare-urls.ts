/** What two URLs have in common, as findings ask it. Default ports, IDN and the case of hosts are settled by `URL`. */
import { parseUrl } from "./location-url.ts";

export function originOf(url: string): string {
  return parseUrl(url)?.origin ?? "";
}

/**
 * Another origin, and not the same host gone from http to https: that is another origin by the letter, but nobody else
 * gets to see what is sent.
 */
export function isOtherOrigin(fromUrl: string, toUrl: string): boolean {
  const from = parseUrl(fromUrl);
  const to = parseUrl(toUrl);
  if (from === undefined || to === undefined || from.origin === to.origin) return false;
  return !(from.hostname === to.hostname && isUpgrade(from, to));
}

/** Near enough to a site without the public suffix list: the host, with or without `www.`. */
export function isSameSite(urlA: string, urlB: string): boolean {
  const [a, b] = [parseUrl(urlA), parseUrl(urlB)];
  return a !== undefined && b !== undefined && withoutWww(a) === withoutWww(b);
}

/** The same page, written in another way: only http → https, `www.`, letter case or a slash at the end differ. */
export function isRespelled(fromUrl: string, toUrl: string): boolean {
  const [from, to] = [parseUrl(fromUrl), parseUrl(toUrl)];
  if (from === undefined || to === undefined || from.search !== to.search) return false;
  const isSameScheme = from.protocol === to.protocol && from.port === to.port;
  if (!isSameScheme && !isUpgrade(from, to)) return false;
  const isIdentical = isSameScheme && from.hostname === to.hostname && from.pathname === to.pathname;
  return !isIdentical && withoutWww(from) === withoutWww(to) && plainPath(from) === plainPath(to);
}

function isUpgrade(from: URL, to: URL): boolean {
  return from.protocol === "http:" && to.protocol === "https:" && from.port === "" && to.port === "";
}

function withoutWww({ hostname }: URL): string {
  return hostname.replace(/^www\./, "");
}

function plainPath({ pathname }: URL): string {
  return pathname.toLowerCase().replace(/\/$/, "");
}
