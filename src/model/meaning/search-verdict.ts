/**
 * The verdict for who audits a site: what search engines make of the whole chain, with what limits it. Facts only; the
 * sentences are translations, and seo-meaning.ts says where each fact is from.
 */
import { gaveUpAtLimit, isOver } from "../findings/chain-outcome.ts";
import { isReading } from "../findings/crawler-redirects.ts";
import { locationUrl } from "../url/location-url.ts";
import { answerOf, chainOutcome, headerValue, lastHop, type Chain, type Hop } from "../chain/redirect-chain.ts";
import { chainSeoMeaning, hopSeoMeaning, knownSeoMeaning } from "./seo-meaning.ts";

export type SearchNote =
  /** Google's two pages say different things of a temporary status (302, 303, 307). */
  | { readonly kind: "disputed" }
  /** A redirect that counts answered a form; a crawler asks with GET. */
  | { readonly kind: "asked-with-get" }
  | { readonly kind: "beyond-googlebot"; readonly redirectCount: number }
  /** It ends in an error: a status, or the browser's word. */
  | { readonly kind: "no-page"; readonly end: string }
  /** The browser gave up at its limit. */
  | { readonly kind: "no-end" }
  /** What Bing and Yandex document of such redirects; of scripts they document nothing. */
  | { readonly kind: "others-permanent" | "others-temporary" | "others-refresh" };

export type SearchVerdict = { readonly notes: readonly SearchNote[] } & (
  | { readonly kind: "permanent"; readonly targetUrl: string }
  | { readonly kind: "temporary"; readonly sourceUrl: string }
  | { readonly kind: "mixed"; readonly sourceUrl: string; readonly temporaryHop: number }
  /** Only redirects that were made inside the browser. */
  | { readonly kind: "browser" }
  /** Who made the redirect is not known. */
  | { readonly kind: "unknown" }
);

/** Googlebot follows up to 10 redirects ("Redirects and Google Search"). */
const googlebotLimit = 10;

/** Undefined while the chain is under way, where nothing redirects, and for what search engines do not list: parts of pages. */
export function searchVerdict(chain: Chain): SearchVerdict | undefined {
  if (!isOver(chain) || chain.resourceType !== "main_frame") return undefined;
  const meanings = chain.hops.map(hopSeoMeaning);
  const meaning = knownSeoMeaning(chain);
  if (meaning === "unknown") return { kind: "unknown", notes: [] };
  if (meaning === "none") return meanings.includes("none") ? { kind: "browser", notes: [] } : undefined;
  const notes = notesOn(chain);
  const temporaryHop = meanings.indexOf("temporary");
  const sourceUrl = chain.hops[temporaryHop]?.url ?? "";
  switch (meaning) {
    case "permanent":
      return { kind: "permanent", targetUrl: endUrl(chain), notes };
    case "temporary":
      return { kind: "temporary", sourceUrl, notes };
    case "mixed":
      return { kind: "mixed", sourceUrl, temporaryHop, notes };
  }
}

function notesOn(chain: Chain): SearchNote[] {
  const redirectCount = chain.hops.filter(isMetByCrawlers).length;
  const hasNoEnd = gaveUpAtLimit(chain);
  const end = hasNoEnd ? undefined : badEnd(chain);
  return [
    ...(chain.hops.some(isTemporaryStatus) ? [{ kind: "disputed" } as const] : []),
    ...(chain.hops.some((hop) => isMetByCrawlers(hop) && !isReading(hop)) ? [{ kind: "asked-with-get" } as const] : []),
    ...(redirectCount > googlebotLimit && !hasNoEnd ? [{ kind: "beyond-googlebot", redirectCount } as const] : []),
    ...(end === undefined ? [] : [{ kind: "no-page", end } as const]),
    ...(hasNoEnd ? [{ kind: "no-end" } as const] : []),
    ...otherEngines(chain),
  ];
}

function isMetByCrawlers(hop: Hop): boolean {
  const meaning = hopSeoMeaning(hop);
  return meaning === "permanent" || meaning === "temporary";
}

/** A refresh is temporary, too, but of it Google says one thing only. */
function isTemporaryStatus(hop: Hop): boolean {
  return hopSeoMeaning(hop) === "temporary" && !("delaySeconds" in hop);
}

/** Of a mixed chain nothing can be said in one sentence. */
function otherEngines(chain: Chain): SearchNote[] {
  const met = chain.hops.filter(isMetByCrawlers);
  const meaning = chainSeoMeaning(chain);
  if (meaning === "mixed") return [];
  if (met.some((hop) => hop.state === "redirected" && hop.source === "meta-refresh"))
    return [{ kind: "others-refresh" }];
  const isServers = met.every((hop) => hop.state !== "redirected" || hop.source === "server");
  return isServers ? [{ kind: meaning === "permanent" ? "others-permanent" : "others-temporary" }] : [];
}

function badEnd(chain: Chain): string | undefined {
  const outcome = chainOutcome(chain);
  const status = answerOf(lastHop(chain))?.status ?? 0;
  if (status >= 400) return String(status);
  // A redirect that only this browser did not follow is none for a crawler.
  return outcome.kind === "failed" && !isMetByCrawlers(lastHop(chain)) ? outcome.error : undefined;
}

/** Where the chain leads: the last URL, or the place that an unfollowed redirect at the end points to. */
function endUrl(chain: Chain): string {
  const last = lastHop(chain);
  if (last.state === "redirected") return last.redirectUrl;
  const location = isMetByCrawlers(last) ? headerValue(answerOf(last)?.headers, "location") : undefined;
  const target = location === undefined ? undefined : locationUrl(location, last.url);
  return target !== undefined && "url" in target ? target.url : last.url;
}
