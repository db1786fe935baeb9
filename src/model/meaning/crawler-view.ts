/**
 * The chain as a crawler would see it. A crawler has no HSTS list and no access to this browser's cache, so the
 * server's responses behind internal and cached redirects are shown as unknown.
 */
import { cachedRedirect } from "../findings/cached-redirect.ts";
import { isFinished } from "../findings/chain-outcome.ts";
import { isGetOrHead } from "../findings/crawler-redirects.ts";
import { answerOf, isInternal, type Chain, type InternalSource, type RedirectSource } from "../chain/redirect-chain.ts";
import { hopSeoMeaning } from "./seo-meaning.ts";

export type CrawlerStep = { readonly hop: number; readonly url: string } & (
  | { readonly kind: "redirect"; readonly by: Exclude<RedirectSource, InternalSource>; readonly status: number }
  /** The server's own response is unknown. */
  | { readonly kind: "hidden"; readonly by: InternalSource | "cache" | "unknown" }
  /** No status if there was no response. */
  | { readonly kind: "end"; readonly status?: number }
);

/**
 * Undefined while the chain is pending, without redirects, for subresources, and for forms, which crawlers don't
 * submit.
 */
export function crawlerView(chain: Chain): readonly CrawlerStep[] | undefined {
  const isRedirected = chain.hops.some((hop) => hopSeoMeaning(hop) !== undefined || hop.state === "redirected");
  if (chain.resourceType !== "main_frame" || !isFinished(chain) || !isRedirected || !chain.hops.every(isGetOrHead))
    return undefined;
  const cached = new Set(cachedRedirect.find(chain).map(({ hop }) => hop));
  return chain.hops.map((hop, index): CrawlerStep => {
    const at = { hop: index, url: hop.url };
    const status = answerOf(hop)?.status;
    if (hop.state !== "redirected") {
      // A server redirect that this browser didn't follow.
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
