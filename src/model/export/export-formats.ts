/** The door to all formats: which there are, and a log in one of them. */
import { parseUrl } from "../location-url.ts";
import type { Chain } from "../redirect-chain.ts";
import { csvParts } from "./csv-export.ts";
import { curlParts } from "./curl-export.ts";
import { harParts } from "./har-export.ts";
import { jsonParts, type ExportOrigin } from "./json-export.ts";
import { markdownParts } from "./markdown-export.ts";
import { textParts } from "./text-export.ts";
import type { ExportOptions } from "./url-masking.ts";

export type ExportFormat = "text" | "markdown" | "curl" | "csv" | "json" | "har";

type Parts = (chains: readonly Chain[], origin: ExportOrigin, options: ExportOptions | undefined) => Iterable<string>;

const partsBy: Readonly<Record<ExportFormat, Parts>> = {
  text: (chains, _, options) => textParts(chains, options),
  markdown: (chains, _, options) => markdownParts(chains, options),
  curl: (chains, _, options) => curlParts(chains, options),
  csv: (chains, _, options) => csvParts(chains, options),
  json: jsonParts,
  har: harParts,
};

/** In pieces, about one a chain: whoever has a screen to keep alive can pause between them. */
export function exportParts(
  format: ExportFormat,
  chains: readonly Chain[],
  origin: ExportOrigin,
  options?: ExportOptions,
): Iterable<string> {
  return partsBy[format](chains, origin, options);
}

/** `redirects-shop.test-2026-01-31T12-00-00.json`: the host of the first request, and the time of the export. */
export function exportFileName(chains: readonly Chain[], exportedAt: string, ending: string): string {
  const host = parseUrl(chains[0]?.hops[0].url ?? "")?.hostname.replaceAll(/[^\w.-]/g, "_") ?? "";
  const parts = ["redirects", host.slice(0, 100), exportedAt.slice(0, 19).replaceAll(":", "-")];
  return `${parts.filter((part) => part !== "").join("-")}.${ending}`;
}
