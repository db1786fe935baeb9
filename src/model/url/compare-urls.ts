/** Comparisons of two URLs for findings. `URL` normalizes default ports, IDN and the case of hosts. */
import { parseUrl } from "./location-url.ts";

export function originOf(url: string): string {
  return parseUrl(url)?.origin ?? "";
}

/**
 * A different origin, except for an upgrade from http to https on the same host: that's formally another origin, but no
 * other party receives the data.
 */
export function isOtherOrigin(fromUrl: string, toUrl: string): boolean {
  const from = parseUrl(fromUrl);
  const to = parseUrl(toUrl);
  if (from === undefined || to === undefined || from.origin === to.origin) return false;
  return !(from.hostname === to.hostname && isUpgrade(from, to));
}

/** The same host, with or without `www.`: an approximation of "site" that needs no public suffix list. */
export function isSameSite(urlA: string, urlB: string): boolean {
  const [a, b] = [parseUrl(urlA), parseUrl(urlB)];
  return a !== undefined && b !== undefined && withoutWww(a) === withoutWww(b);
}

/**
 * Whether two URLs are variants of one page: they differ only in http → https, `www.`, letter case or a trailing slash.
 */
export function isUrlVariant(fromUrl: string, toUrl: string): boolean {
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
