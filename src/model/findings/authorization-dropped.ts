/**
 * A request with an Authorization header was redirected to another origin and rejected there: browsers drop the header.
 */
import { headerValue, lastHop } from "../chain/redirect-chain.ts";
import { finalAnswer } from "./chain-outcome.ts";
import { originOf } from "../url/compare-urls.ts";
import { defineFinding, followedHops } from "./rule.ts";
import { fetchStandard } from "./sources.ts";

export const authorizationDropped = defineFinding({
  id: "authorization-dropped",
  severities: ["error"],
  source: `${fetchStandard}#http-redirect-fetch`,
  effects: ["redirect-to-error"],
  find: (chain) => {
    const status = finalAnswer(chain)?.status;
    if (status !== 401 && status !== 403) return [];
    // Some browsers also list the header on the next hop, although they don't send it.
    const crossing = followedHops(chain).find(
      ({ hop, next }) =>
        headerValue(hop.requestHeaders, "authorization") !== undefined && originOf(hop.url) !== originOf(next.url),
    );
    if (crossing === undefined) return [];
    const isRefusedThere = originOf(lastHop(chain).url) !== originOf(crossing.hop.url);
    return isRefusedThere ? [{ hop: crossing.index, values: [originOf(crossing.next.url), String(status)] }] : [];
  },
});
