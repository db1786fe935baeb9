/**
 * The cells of a hop as exports write them (text, Markdown, CSV): one entry per column of the panel, in the panel's order.
 * Always in English (decision D121). Invisible characters in untrusted text are escaped.
 */
import { escapeInvisible } from "../url/escape-invisible.ts";
import { bodyFate } from "../chain/followed-body.ts";
import { answerOf, hopDurationMs, type Chain, type Hop, type RedirectSource } from "../chain/redirect-chain.ts";
import { hopSeoMeaning } from "../meaning/seo-meaning.ts";
import type { UrlMasking } from "../url/url-masking.ts";

export interface HopOfChain {
  readonly hop: Hop;
  /** From 0. */
  readonly index: number;
  /** The hop that follows in the chain. */
  readonly next: Hop | undefined;
}

export interface HopColumn {
  readonly title: string;
  /** Aligned to the right. */
  readonly isNumeric?: true;
  readonly text: (at: HopOfChain, masking: UrlMasking) => string;
}

export const hopColumns = {
  number: { title: "#", isNumeric: true, text: ({ index }) => String(index + 1) },
  status: { title: "Status", text: ({ hop }) => statusText(hop) },
  method: { title: "Method", text: methodText },
  body: { title: "Body", text: bodyText },
  seo: { title: "SEO", text: ({ hop }) => seoText(hop) },
  url: { title: "URL", text: ({ hop }, masking) => escapeInvisible(masking.url(hop.url)) },
  time: { title: "Time", isNumeric: true, text: ({ hop }) => durationText(hopDurationMs(hop)) },
} as const satisfies Readonly<Record<string, HopColumn>>;

export type HopColumnId = keyof typeof hopColumns;

export const hopColumnList: readonly HopColumn[] = Object.values(hopColumns);

export function hopsOfChain({ hops }: Chain): HopOfChain[] {
  return hops.map((hop, index) => ({ hop, index, next: hops[index + 1] }));
}

/** A row for each hop, with one text for each of `hopColumnList`. */
export function hopRows(chain: Chain, masking: UrlMasking): string[][] {
  return hopsOfChain(chain).map((at) => hopColumnList.map(({ text }) => text(at, masking)));
}

/** `312.4 ms`; "" when it is not known yet. */
export function durationText(durationMs: number | undefined): string {
  return durationMs === undefined ? "" : `${Math.round(durationMs * 10) / 10} ms`;
}

const sourceTexts: Readonly<Record<Exclude<RedirectSource, "server">, string>> = {
  hsts: "HSTS",
  upgrade: "Upgrade",
  extension: "Extension",
  "service-worker": "Service worker",
  browser: "Browser",
  "meta-refresh": "Meta refresh",
  "refresh-header": "Refresh header",
  script: "Script",
  page: "Page",
};
const seoTexts = { permanent: "Permanent", temporary: "Temporary", none: "None (browser)" } as const;

function statusText(hop: Hop): string {
  if (hop.state === "redirected" && hop.source !== "server") {
    // Inferred without evidence of a cause: see hopSeoMeaning.
    return hop.source === "browser" && hop.inferred === true ? "Unknown" : sourceTexts[hop.source];
  }
  if (hop.state === "failed") return "Failed";
  return String(answerOf(hop)?.status ?? "Pending");
}

function methodText({ hop: { method }, next }: HopOfChain): string {
  return escapeInvisible(next === undefined ? method : `${method} → ${next.method}`);
}

function bodyText({ hop, next }: HopOfChain): string {
  const { own, followed } = bodyFate(hop, next);
  return [own, ...(followed === undefined ? [] : [followed])].join(" → ").replaceAll("not-sent", "not sent");
}

function seoText(hop: Hop): string {
  const meaning = hopSeoMeaning(hop);
  return meaning === undefined ? "—" : seoTexts[meaning];
}
