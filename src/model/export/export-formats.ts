/** All export formats. */
import type { Chain } from "../chain/redirect-chain.ts";
import { csvParts } from "./csv-export.ts";
import { curlParts } from "./curl-export.ts";
import { harParts } from "./har-export.ts";
import { jsonParts, type ExportOrigin } from "./json-export.ts";
import { markdownParts } from "./markdown-export.ts";
import { textParts } from "./text-export.ts";
import type { ExportOptions } from "../url/url-masking.ts";

export type ExportFormat = "text" | "markdown" | "curl" | "curl-cmd" | "csv" | "json" | "har";

type Parts = (chains: readonly Chain[], origin: ExportOrigin, options: ExportOptions | undefined) => Iterable<string>;

const partsBy: Readonly<Record<ExportFormat, Parts>> = {
  text: (chains, _, options) => textParts(chains, options),
  markdown: (chains, _, options) => markdownParts(chains, options),
  curl: (chains, _, options) => curlParts(chains, options, "bash"),
  "curl-cmd": (chains, _, options) => curlParts(chains, options, "cmd"),
  csv: (chains, _, options) => csvParts(chains, options),
  json: jsonParts,
  har: harParts,
};

/** Yields about one part per chain, so that a page can pause in between. */
export function exportParts(
  format: ExportFormat,
  chains: readonly Chain[],
  origin: ExportOrigin,
  options?: ExportOptions,
): Iterable<string> {
  return partsBy[format](chains, origin, options);
}
