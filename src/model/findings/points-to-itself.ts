/**
 * A redirect that never ends, because its target is its own URL. On https, the usual cause is a proxy that ends TLS: the
 * application behind it sees http, and redirects to https for ever. The browser may take part by HSTS.
 */
import { isHttpsUpgrade, isSameResource } from "../url/location-url.ts";
import { isInternal, type Chain } from "../chain/redirect-chain.ts";
import { gaveUpAtLimit } from "./chain-outcome.ts";
import { emptyLocation } from "./empty-location.ts";
import { defineFinding } from "./rule.ts";
import { serverRedirects } from "./server-redirects.ts";
import { rfc9110 } from "./sources.ts";
import { shownUrl } from "./message-values.ts";

export const pointsToItself = defineFinding({
  id: "points-to-itself",
  severities: ["error"],
  source: `${rfc9110}#section-15.4`,
  fixes: { proxy: ["behind-proxy"] },
  find: (chain) => {
    if (!gaveUpAtLimit(chain) || emptyLocation.find(chain).length > 0) return [];
    const redirects = serverRedirects(chain);
    const own = redirects.find(({ hop, index, target }) => isOwn(chain, index, hop.url, target));
    // The whole chain is about this URL from there on.
    const isOnly =
      own !== undefined &&
      redirects.every(({ hop, index }) => index < own.index || isSameResource(hop.url, own.hop.url));
    if (!isOnly) return [];
    const occurrence = { hop: own.index, values: [shownUrl(own.hop.url)] };
    return [own.hop.url.startsWith("https:") ? { ...occurrence, fix: "proxy" } : occurrence];
  },
});

/** Straight back, or by http, from where the browser itself goes back to https. */
function isOwn({ hops }: Chain, index: number, url: string, target: string): boolean {
  if (isSameResource(url, target)) return true;
  const next = hops[index + 1];
  const isBack = next?.state === "redirected" && isInternal(next) && isSameResource(next.redirectUrl, url);
  return isBack && isHttpsUpgrade(target, url);
}
