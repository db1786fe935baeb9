/** The door to all formats: which there are, and a log in one of them. */
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

/** In pieces, about one a chain: whoever has a screen to keep alive can pause between them. */
export function exportParts(
  format: ExportFormat,
  chains: readonly Chain[],
  origin: ExportOrigin,
  options?: ExportOptions,
): Iterable<string> {
  return partsBy[format](chains, origin, options);
}
