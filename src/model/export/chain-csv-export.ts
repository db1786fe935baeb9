/**
 * CSV with one row per chain. The column names and their order are those of the "Redirect Chains" report of Screaming Frog
 * SEO Spider, as far as a browser knows their content (no link text or position, no indexability), so that spreadsheets
 * and scripts for that report work with this file.
 */
import { escapeInvisible } from "../url/escape-invisible.ts";
import {
  answerOf,
  headerValue,
  lastHop,
  redirectCount,
  type Chain,
  type Hop,
  type RedirectSource,
} from "../chain/redirect-chain.ts";
import { hopSeoMeaning } from "../meaning/seo-meaning.ts";
import { isEndless } from "../meaning/loops.ts";
import { urlMasking, type ExportOptions, type UrlMasking } from "../url/url-masking.ts";
import { csvRow } from "./csv-export.ts";
import { redirectUrlOf } from "./json-export.ts";

interface Column<Of> {
  readonly title: string;
  readonly text: (of: Of, masking: UrlMasking) => string;
}

const chainColumns: readonly Column<Chain>[] = [
  { title: "Chain Type", text: (chain) => redirectType(chain.hops[0]) },
  { title: "Number of Redirects", text: (chain) => String(redirectCount(chain)) },
  { title: "Loop", text: (chain) => booleanText(isEndless(chain)) },
  { title: "Source", text: ({ initiator }, masking) => urlText(initiator, masking) },
  { title: "Temp Redirect in Chain", text: ({ hops }) => booleanText(hops.some(isTemporary)) },
  { title: "Address", text: ({ hops: [first] }, masking) => urlText(first.url, masking) },
  { title: "Final Address", text: (chain, masking) => urlText(lastHop(chain).url, masking) },
  { title: "Final Content", text: (chain) => contentType(lastHop(chain)) },
  { title: "Final Status Code", text: (chain) => statusCode(lastHop(chain)) },
  { title: "Final Status", text: (chain) => statusText(lastHop(chain)) },
];

/** Repeated for each hop, with its number: `Status Code 1`, `Redirect URL 1`. */
const hopColumns: readonly Column<Hop>[] = [
  { title: "Content", text: contentType },
  { title: "Status Code", text: statusCode },
  { title: "Status", text: statusText },
  { title: "Redirect Type", text: redirectType },
  { title: "Redirect URL", text: (hop, masking) => escapeInvisible(redirectUrlOf(hop, masking) ?? "") },
];

export function* chainCsvParts(chains: readonly Chain[], options?: ExportOptions): Generator<string> {
  const masking = urlMasking(options);
  const hopCount = chains.reduce((max, { hops }) => Math.max(max, hops.length), 0);
  yield `\ufeff${csvRow(chainCsvTitles(hopCount))}`;
  for (const chain of chains) {
    const hopCells = Array.from({ length: hopCount }, (_, index) => {
      const hop = chain.hops[index];
      return hopColumns.map(({ text }) => (hop === undefined ? "" : text(hop, masking)));
    });
    yield csvRow([...chainColumns.map(({ text }) => text(chain, masking)), ...hopCells.flat()]);
  }
}

export function chainCsvTitles(hopCount: number): string[] {
  const ofHops = Array.from({ length: hopCount }, (_, index) => hopColumns.map(({ title }) => `${title} ${index + 1}`));
  return [...chainColumns.map(({ title }) => title), ...ofHops.flat()];
}

/** Screaming Frog's names where it has one. */
const redirectTypes: Readonly<Record<RedirectSource, string>> = {
  server: "HTTP Redirect",
  "refresh-header": "HTTP Redirect",
  hsts: "HSTS Policy",
  script: "JavaScript Redirect",
  page: "JavaScript Redirect",
  "meta-refresh": "Meta Refresh Redirect",
  upgrade: "HTTPS Upgrade",
  extension: "Extension",
  "service-worker": "Service Worker",
  browser: "Browser",
};

function redirectType(hop: Hop): string {
  return hop.state === "redirected" ? redirectTypes[hop.source] : "";
}

function isTemporary(hop: Hop): boolean {
  return hopSeoMeaning(hop) === "temporary";
}

function statusCode(hop: Hop): string {
  return String(answerOf(hop)?.status ?? "");
}

/** The reason phrase, which HTTP/2 does not have; or the browser's error. */
function statusText(hop: Hop): string {
  return escapeInvisible(hop.state === "failed" ? hop.error : (answerOf(hop)?.statusText ?? ""));
}

function contentType(hop: Hop): string {
  return escapeInvisible(headerValue(answerOf(hop)?.headers, "content-type") ?? "");
}

function urlText(url: string | undefined, masking: UrlMasking): string {
  return escapeInvisible(url === undefined ? "" : masking.url(url));
}

function booleanText(value: boolean): string {
  return value ? "True" : "False";
}
