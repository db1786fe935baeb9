/**
 * The redirects that a crawler sees: server and client redirects, but no internal ones, and only for GET and HEAD,
 * because crawlers don't submit forms. A cached redirect counts: the server did send it.
 */
import type { Chain, Hop } from "../chain/redirect-chain.ts";
import { hopSeoMeaning } from "../meaning/seo-meaning.ts";

export interface CrawlerRedirect {
  readonly hop: Hop;
  readonly index: number;
  readonly meaning: "permanent" | "temporary";
}

export function crawlerRedirects(chain: Chain): CrawlerRedirect[] {
  return chain.hops.flatMap((hop, index) => {
    const meaning = hopSeoMeaning(hop);
    const isMet = (meaning === "permanent" || meaning === "temporary") && isGetOrHead(hop);
    return isMet ? [{ hop, index, meaning }] : [];
  });
}

export function isGetOrHead({ method }: Pick<Hop, "method">): boolean {
  return method === "GET" || method === "HEAD";
}
