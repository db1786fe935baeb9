/**
 * The redirects that a crawler meets: a server's and a page's, never those made inside a browser, and only on GET and
 * HEAD, since a crawler sends no forms. One from the cache counts: the server did send it.
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
    const isMet = (meaning === "permanent" || meaning === "temporary") && isReading(hop);
    return isMet ? [{ hop, index, meaning }] : [];
  });
}

export function isReading({ method }: Pick<Hop, "method">): boolean {
  return method === "GET" || method === "HEAD";
}
