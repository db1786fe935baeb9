/**
 * Truncates text that is too long to store, and marks it with its original length: `…cut-200013`. In a URL the marker
 * is percent-encoded, so that parsing doesn't change it, and a checksum follows: two truncated URLs are equal only if
 * the original URLs were (decision D46).
 */

/** Longer than most servers accept (8 to 32 KiB), far shorter than browsers allow (2 MiB). */
export const maxTextLength = 2 ** 16;
const maxFragmentLength = 2 ** 13;
const maxAuthorityLength = 2 ** 10;
/** Enough for the marker, the length and the checksum. */
const markerLength = 64;

const urlMarker = "%E2%80%A6cut-";
const textMarker = "…cut-";

/**
 * Path and query are cut separately: whether two URLs are the same request, or one is the https version of the other,
 * doesn't depend on the fragment, the credentials or the scheme.
 */
export function cutUrl(url: string): string {
  if (url.length <= maxTextLength) return url;
  const at = url.indexOf("#");
  const fragment = at === -1 ? "" : url.slice(at);
  const [origin = "", scheme = "", authority = ""] = /^([a-z][a-z\d+.-]{0,99}:\/\/)([^/?#]*)/i.exec(url) ?? [];
  const rest = url.slice(origin.length, at === -1 ? undefined : at);
  return scheme + cutAuthority(authority) + cutEnd(rest, maxTextLength) + cutEnd(fragment, maxFragmentLength);
}

export function cutText(text: string, maxLength: number = maxTextLength): string {
  if (text.length <= maxLength) return text;
  const kept = text.slice(0, Math.max(0, maxLength - markerLength)).replace(/[\ud800-\udbff]$/, "");
  return `${kept}${textMarker}${text.length}`;
}

/**
 * A truncated text must not be used in place of the original, and nothing can be inferred from what it lacks. A short
 * URL that contains the marker isn't truncated.
 */
export function isCut(text: string): boolean {
  if (/…cut-\d+$/.test(text.slice(-markerLength))) return true;
  return text.length >= maxAuthorityLength - markerLength && /%E2%80%A6cut-\d+-[\da-z]+(?:[@/?#]|$)/.test(text);
}

/** Keeps the host; the credentials before it can have any length. */
function cutAuthority(authority: string): string {
  if (authority.length <= maxAuthorityLength) return authority;
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const credentials = authority.slice(0, authority.length - host.length);
  const shortCredentials = credentials === "" ? "" : `${cutEnd(credentials.slice(0, -1), maxAuthorityLength)}@`;
  return shortCredentials + cutEnd(host, maxAuthorityLength);
}

function cutEnd(part: string, maxLength: number): string {
  if (part.length <= maxLength) return part;
  // An incomplete percent-encoded byte would swallow the start of the marker.
  const kept = part
    .slice(0, maxLength - markerLength)
    .replace(/%[\da-f]?$/i, "")
    .replace(/[\ud800-\udbff]$/, "");
  return `${kept}${urlMarker}${part.length}-${checksum(part)}`;
}

/** FNV-1a over the characters, twice with different primes: 64 bits. */
function checksum(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
