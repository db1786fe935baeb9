/**
 * Text that is too long to keep is cut, and says so: `…cut-200013` at its end, with the length that it had. In a URL the
 * sign is percent-encoded, so that it stays as it is when the URL is parsed, and a checksum follows: two long URLs are
 * still equal only if they were equal before.
 */

/** Longer than what servers accept (8 to 32 KiB, mostly), far shorter than what browsers allow (2 MiB). */
export const longestText = 2 ** 16;
const longestFragment = 2 ** 13;
const longestAuthority = 2 ** 10;
/** The sign and the number fit in. */
const signLength = 64;

const urlSign = "%E2%80%A6cut-";
const textSign = "…cut-";

/**
 * Path and query are cut on their own: whether two URLs are the same request, or one the https version of the other, does
 * not depend on the fragment, the credentials or the scheme.
 */
export function cutUrl(url: string): string {
  if (url.length <= longestText) return url;
  const at = url.indexOf("#");
  const fragment = at === -1 ? "" : url.slice(at);
  const [origin = "", scheme = "", authority = ""] = /^([a-z][a-z\d+.-]{0,99}:\/\/)([^/?#]*)/i.exec(url) ?? [];
  const rest = url.slice(origin.length, at === -1 ? undefined : at);
  return scheme + cutAuthority(authority) + cutEnd(rest, longestText) + cutEnd(fragment, longestFragment);
}

export function cutText(text: string, longest: number = longestText): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, Math.max(0, longest - signLength)).replace(/[\ud800-\udbff]$/, "");
  return `${kept}${textSign}${text.length}`;
}

/**
 * Nothing may be concluded from what is absent from such a text, and it must not be used instead of the whole. A short URL
 * that only has such a sign in it is not cut.
 */
export function isCut(text: string): boolean {
  if (/…cut-\d+$/.test(text.slice(-signLength))) return true;
  return text.length >= longestAuthority - signLength && /%E2%80%A6cut-\d+-[\da-z]+(?:[@/?#]|$)/.test(text);
}

/** The host is what matters; before it may be credentials of any length. */
function cutAuthority(authority: string): string {
  if (authority.length <= longestAuthority) return authority;
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const credentials = authority.slice(0, authority.length - host.length);
  const shortCredentials = credentials === "" ? "" : `${cutEnd(credentials.slice(0, -1), longestAuthority)}@`;
  return shortCredentials + cutEnd(host, longestAuthority);
}

function cutEnd(part: string, longest: number): string {
  if (part.length <= longest) return part;
  // Half a percent-encoded byte would make the sign a part of it.
  const kept = part
    .slice(0, longest - signLength)
    .replace(/%[\da-f]?$/i, "")
    .replace(/[\ud800-\udbff]$/, "");
  return `${kept}${urlSign}${part.length}-${checksum(part)}`;
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
