/** The browser gave up at its limit, on a request that it had made before. */
import { rfc9110 } from "./sources.ts";
import { isSameResource } from "../location-url.ts";
import { lastHop } from "../redirect-chain.ts";
import { gaveUpAtLimit } from "./chain-end.ts";
import { defineFinding } from "./rule.ts";
import { shownUrl } from "./text-values.ts";

export const loop = defineFinding({
  id: "loop",
  severities: ["error"],
  source: `${rfc9110}#section-15.4`,
  find: (chain) => {
    if (!gaveUpAtLimit(chain)) return [];
    const last = lastHop(chain);
    const first = chain.hops.findIndex((hop) => hop.method === last.method && isSameResource(hop.url, last.url));
    const isBack = first !== chain.hops.length - 1;
    return isBack ? [{ hop: first, values: [shownUrl(last.url)] }] : [];
  },
});
