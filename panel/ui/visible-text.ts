/** Makes untrusted text safe to show: invisible characters, and those that affect the text around them, are escaped. */
import { escapeInvisible } from "../../src/model/url/escape-invisible.ts";
import { cutForDisplay, maskCredentials } from "../../src/model/url/masking.ts";

const maxCharacters = 2_000;

export function visibleText(untrusted: string): string {
  return escapeInvisible(cutInMiddle(untrusted, maxCharacters)).replace(/%E2%80%A6(?=cut-\d+-[\da-z]+)/, "…");
}

/** Without credentials. Truncated first, so that rendering never processes a URL of megabytes. */
export function visibleUrl(url: string): string {
  return visibleText(maskCredentials(cutForDisplay(url)));
}

/** Shortens a text in the middle: the ends of a URL, host and end of path, matter most. */
export function cutInMiddle(long: string, maxLength: number): string {
  if (long.length <= maxLength) return long;
  const kept = Math.floor(maxLength / 2);
  // Never split a surrogate pair.
  const head = long.slice(0, kept).replace(/[\ud800-\udbff]$/, "");
  const tail = long.slice(-kept).replace(/^[\udc00-\udfff]/, "");
  return `${head}…${tail}`;
}
