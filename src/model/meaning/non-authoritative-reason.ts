/**
 * Chromium's own words, in the header Non-Authoritative-Reason, for why it made up a redirect (a 307 that no server
 * sent). Met twice: in its events and in its HAR files.
 */
import type { InternalSource } from "../chain/redirect-chain.ts";

/** The status line differs between them and says nothing. */
const sourceByReason: ReadonlyMap<string, InternalSource> = new Map([
  ["HSTS", "hsts"],
  ["DNS", "upgrade"],
  ["HttpsUpgrades", "upgrade"],
  ["WebRequest API", "extension"],
]);

export function sourceOfReason(reason: string): InternalSource {
  return sourceByReason.get(reason) ?? "browser";
}
