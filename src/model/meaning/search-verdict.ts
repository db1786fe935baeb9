/**
 * The verdict for site audits: how search engines interpret the whole chain, and with which limitations. Facts only;
 * the texts are in `_locales`, and the sources in seo-meaning.ts.
 */
import { gaveUpAtLimit, isFinished } from "../findings/chain-outcome.ts";
import { isGetOrHead } from "../findings/crawler-redirects.ts";
import { locationUrl } from "../url/location-url.ts";
import { answerOf, chainOutcome, headerValue, lastHop, type Chain, type Hop } from "../chain/redirect-chain.ts";
import { chainSeoMeaning, hopSeoMeaning, knownSeoMeaning } from "./seo-meaning.ts";

export type SearchNote =
  /** Two Google documents contradict each other on temporary statuses (302, 303, 307). */
  | { readonly kind: "disputed" }
  /** A redirect in the verdict was the response to a form; crawlers use GET. */
  | { readonly kind: "asked-with-get" }
  | { readonly kind: "beyond-googlebot"; readonly redirectCount: number }
  /** The chain ends in an error: a status, or the browser's error name. */
  | { readonly kind: "no-page"; readonly end: string }
  /** The browser stopped at its redirect limit. */
  | { readonly kind: "no-end" }
  /** What Bing and Yandex document about such redirects; they document nothing about scripts. */
  | { readonly kind: "others-permanent" | "others-temporary" | "others-refresh" };

export type SearchVerdict = { readonly notes: readonly SearchNote[] } & (
  | { readonly kind: "permanent"; readonly targetUrl: string }
  | { readonly kind: "temporary"; readonly sourceUrl: string }
  | { readonly kind: "mixed"; readonly sourceUrl: string; readonly temporaryHop: number }
  /** Only internal redirects of the browser. */
  | { readonly kind: "browser" }
  /** It's unknown who made the redirect. */
  | { readonly kind: "unknown" }
);

/** Googlebot follows up to 10 redirects ("Redirects and Google Search"). */
const googlebotLimit = 10;

/** Undefined while the chain is pending, without redirects, and for subresources, which search engines don't index. */
export function searchVerdict(chain: Chain): SearchVerdict | undefined {
  if (!isFinished(chain) || chain.resourceType !== "main_frame") return undefined;
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
  const redirectCount = chain.hops.filter(isSeenByCrawlers).length;
  const hasNoEnd = gaveUpAtLimit(chain);
  const end = hasNoEnd ? undefined : badEnd(chain);
  return [
    ...(chain.hops.some(isTemporaryStatus) ? [{ kind: "disputed" } as const] : []),
    ...(chain.hops.some((hop) => isSeenByCrawlers(hop) && !isGetOrHead(hop))
      ? [{ kind: "asked-with-get" } as const]
      : []),
    ...(redirectCount > googlebotLimit && !hasNoEnd ? [{ kind: "beyond-googlebot", redirectCount } as const] : []),
    ...(end === undefined ? [] : [{ kind: "no-page", end } as const]),
    ...(hasNoEnd ? [{ kind: "no-end" } as const] : []),
    ...otherEngines(chain),
  ];
}

function isSeenByCrawlers(hop: Hop): boolean {
  const meaning = hopSeoMeaning(hop);
  return meaning === "permanent" || meaning === "temporary";
}

/** Excludes a delayed refresh, which is also temporary: Google's documents agree on it. */
function isTemporaryStatus(hop: Hop): boolean {
  return hopSeoMeaning(hop) === "temporary" && !("delaySeconds" in hop);
}

/** Empty for a mixed chain. */
function otherEngines(chain: Chain): SearchNote[] {
  const met = chain.hops.filter(isSeenByCrawlers);
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
  // A crawler follows the redirect that this browser didn't follow.
  return outcome.kind === "failed" && !isSeenByCrawlers(lastHop(chain)) ? outcome.error : undefined;
}

/** The last URL, or the target of an unfollowed redirect at the end. */
function endUrl(chain: Chain): string {
  const last = lastHop(chain);
  if (last.state === "redirected") return last.redirectUrl;
  const location = isSeenByCrawlers(last) ? headerValue(answerOf(last)?.headers, "location") : undefined;
  const target = location === undefined ? undefined : locationUrl(location, last.url);
  return target !== undefined && "url" in target ? target.url : last.url;
}
