/**
 * The values of the Non-Authoritative-Reason header: why the browser synthesized a redirect (a 307 that no server
 * sent). Used for browser events and for HAR files.
 */
import type { InternalSource } from "../chain/redirect-chain.ts";

/** The status line also varies, but carries no information. */
const sourceByReason: ReadonlyMap<string, InternalSource> = new Map([
  ["HSTS", "hsts"],
  ["DNS", "upgrade"],
  ["HttpsUpgrades", "upgrade"],
  ["WebRequest API", "extension"],
]);

export function sourceOfReason(reason: string): InternalSource {
  return sourceByReason.get(reason) ?? "browser";
}
