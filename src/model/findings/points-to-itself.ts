/**
 * An endless redirect whose target is its own URL. On https, the usual cause is a TLS-terminating proxy: the
 * application behind it sees http and always redirects to https. The browser can contribute through HSTS.
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
  fixVariants: { proxy: ["behind-proxy"] },
  find: (chain) => {
    if (!gaveUpAtLimit(chain) || emptyLocation.find(chain).length > 0) return [];
    const redirects = serverRedirects(chain);
    const own = redirects.find(({ hop, index, target }) => isSelfRedirect(chain, index, hop.url, target));
    // From there on, the whole chain stays at this URL.
    const isOnly =
      own !== undefined &&
      redirects.every(({ hop, index }) => index < own.index || isSameResource(hop.url, own.hop.url));
    if (!isOnly) return [];
    const occurrence = { hop: own.index, values: [shownUrl(own.hop.url)] };
    return [own.hop.url.startsWith("https:") ? { ...occurrence, fix: "proxy" } : occurrence];
  },
});

/** A redirect to itself, or to its http version, which the browser upgrades back to https. */
function isSelfRedirect({ hops }: Chain, index: number, url: string, target: string): boolean {
  if (isSameResource(url, target)) return true;
  const next = hops[index + 1];
  const isBack = next?.state === "redirected" && isInternal(next) && isSameResource(next.redirectUrl, url);
  return isBack && isHttpsUpgrade(target, url);
}
