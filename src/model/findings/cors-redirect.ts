/**
 * A script's request that ended at a redirect without the CORS headers it needs, or a preflight that was redirected.
 * Firefox 153 shows both; Chromium 156 tells of neither, only that the request failed, so nothing is said there.
 */
import { fetchStandard } from "./sources.ts";
import { headerValue, lastHop, type Chain, type Hop } from "../redirect-chain.ts";
import { originOf } from "./compare-urls.ts";
import { defineFinding } from "./rule.ts";
import { serverRedirects } from "./server-redirects.ts";

export const corsRedirect = defineFinding({
  id: "cors-redirect",
  severities: ["error"],
  source: `${fetchStandard}#cors-preflight-fetch`,
  find: (chain) => {
    const preflight = serverRedirects(chain).find(({ hop }) => isPreflight(hop));
    const index = preflight?.index ?? (isRefused(chain) ? chain.hops.length - 1 : undefined);
    return index === undefined ? [] : [{ hop: index }];
  },
});

function isPreflight({ method, requestHeaders }: Hop): boolean {
  return method === "OPTIONS" && headerValue(requestHeaders, "access-control-request-method") !== undefined;
}

/** Firefox ends it with this error before the target is asked; when a script aborts, it names another one. */
function isRefused(chain: Chain): boolean {
  const last = lastHop(chain);
  return (
    chain.resourceType === "xmlhttprequest" &&
    chain.initiator !== undefined &&
    last.state === "redirected" &&
    last.source === "server" &&
    last.stoppedBy === "NS_ERROR_NET_ON_RECEIVING_FROM" &&
    originOf(last.url) !== originOf(chain.initiator) &&
    headerValue(last.answer.headers, "access-control-allow-origin") === undefined
  );
}
