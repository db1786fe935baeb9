/**
 * A redirect from the browser's cache. Some browsers keep the cache mark for the rest of the chain, even on hops that
 * reached a server; after the first marked hop, only a hop without a server IP address is known to be cached.
 */
import { answerOf, type Hop } from "../chain/redirect-chain.ts";
import { defineFinding } from "./rule.ts";
import { serverRedirects } from "./server-redirects.ts";

export const cachedRedirect = defineFinding({
  id: "cached-redirect",
  severities: ["info"],
  source: "https://www.rfc-editor.org/rfc/rfc9111#section-4",
  find: (chain) =>
    serverRedirects(chain)
      .filter(
        ({ answer, index }) => answer.fromCache && (answer.ip === undefined || !isCachedBefore(chain.hops, index)),
      )
      .map(({ index }) => ({ hop: index })),
});

function isCachedBefore(hops: readonly Hop[], index: number): boolean {
  return hops.slice(0, index).some((hop) => answerOf(hop)?.fromCache === true);
}
