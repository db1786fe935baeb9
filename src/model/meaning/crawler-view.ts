/**
 * The chain as a crawler would meet it: without the redirects that this browser made itself or took from its cache. What
 * the server says in their place is not known, and said to be so: a crawler keeps no HSTS list and not this cache.
 */
import { cachedRedirect } from "../findings/cached-redirect.ts";
import { isOver } from "../findings/chain-outcome.ts";
import { isReading } from "../findings/crawler-redirects.ts";
import { answerOf, isInternal, type Chain, type InternalSource, type RedirectSource } from "../chain/redirect-chain.ts";
import { hopSeoMeaning } from "./seo-meaning.ts";

export type CrawlerStep = { readonly hop: number; readonly url: string } & (
  | { readonly kind: "redirect"; readonly by: Exclude<RedirectSource, InternalSource>; readonly status: number }
  /** The server's own answer stayed hidden. */
  | { readonly kind: "hidden"; readonly by: InternalSource | "cache" | "unknown" }
  /** Without a status where nobody answered. */
  | { readonly kind: "end"; readonly status?: number }
);

/** Undefined while the chain is under way, where nothing redirects, for parts of pages, and for forms, which crawlers do not send. */
export function crawlerView(chain: Chain): readonly CrawlerStep[] | undefined {
  const isRedirected = chain.hops.some((hop) => hopSeoMeaning(hop) !== undefined || hop.state === "redirected");
  if (chain.resourceType !== "main_frame" || !isOver(chain) || !isRedirected || !chain.hops.every(isReading))
    return undefined;
  const cached = new Set(cachedRedirect.find(chain).map(({ hop }) => hop));
  return chain.hops.map((hop, index): CrawlerStep => {
    const at = { hop: index, url: hop.url };
    const status = answerOf(hop)?.status;
    if (hop.state !== "redirected") {
      // A server's redirect that this browser did not follow.
      if (status !== undefined && hopSeoMeaning(hop) !== undefined) {
        return { ...at, kind: "redirect", by: "server", status };
      }
      return { ...at, kind: "end", ...(status !== undefined && { status }) };
    }
    if (isInternal(hop)) {
      return { ...at, kind: "hidden", by: hop.inferred === true && hop.source === "browser" ? "unknown" : hop.source };
    }
    if (cached.has(index)) return { ...at, kind: "hidden", by: "cache" };
    return { ...at, kind: "redirect", by: hop.source, status: hop.answer.status };
  });
}
