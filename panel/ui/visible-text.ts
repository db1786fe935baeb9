/** Text from strangers made safe to look at: what cannot be seen, or would disturb its surroundings, is escaped. */
import { escapeInvisible } from "../../src/model/url/escape-invisible.ts";
import { cutLong, maskCredentials } from "../../src/model/url/masking.ts";

const maxCharacters = 2_000;

export function visibleText(untrusted: string): string {
  return escapeInvisible(cutInMiddle(untrusted, maxCharacters)).replace(/%E2%80%A6(?=cut-\d+-[\da-z]+)/, "…");
}

/** Without credentials. Cut before anything else: each drawing would go through all of a URL of megabytes. */
export function visibleUrl(url: string): string {
  return visibleText(maskCredentials(cutLong(url)));
}

/** The ends of a URL say most: where it goes, and what is at the end of its path. */
export function cutInMiddle(long: string, most: number): string {
  if (long.length <= most) return long;
  const kept = Math.floor(most / 2);
  // A cut within a surrogate pair would leave half a character at each side.
  const head = long.slice(0, kept).replace(/[\ud800-\udbff]$/, "");
  const tail = long.slice(-kept).replace(/^[\udc00-\udfff]/, "");
  return `${head}…${tail}`;
}
