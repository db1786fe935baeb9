/** The name of an exported file. Pictures use it as well. */
import { parseUrl } from "../url/location-url.ts";
import type { Chain } from "../chain/redirect-chain.ts";

/** `redirects-shop.test-2026-01-31T12-00-00.json`: the host of the first request, and the time of the export. */
export function exportFileName(chains: readonly Chain[], exportedAt: string, ending: string): string {
  const host = parseUrl(chains[0]?.hops[0].url ?? "")?.hostname.replaceAll(/[^\w.-]/g, "_") ?? "";
  const parts = ["redirects", host.slice(0, 100), exportedAt.slice(0, 19).replaceAll(":", "-")];
  return `${parts.filter((part) => part !== "").join("-")}.${ending}`;
}
