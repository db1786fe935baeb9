/** A server's or a page's redirect leads to an error. */
import { google } from "./sources.ts";
import { isInternal, lastHop } from "../redirect-chain.ts";
import { finalAnswer } from "./chain-end.ts";
import { followedHops, defineFinding } from "./rule.ts";
import { shownUrl } from "./text-values.ts";

export const redirectToError = defineFinding({
  id: "redirect-to-error",
  severities: ["error"],
  source: `${google}/http-network-errors`,
  find: (chain) => {
    const status = finalAnswer(chain)?.status ?? 0;
    const isRedirected = followedHops(chain).some(({ hop }) => !isInternal(hop));
    if (status < 400 || status > 599 || !isRedirected) return [];
    const values = [String(status), shownUrl(lastHop(chain).url)];
    return [{ hop: chain.hops.length - 1, values }];
  },
});
