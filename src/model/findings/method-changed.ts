/** The next hop was seen with another method than this one. Waits for the end, which tells Post/Redirect/Get. */
import { fetchStandard } from "./sources.ts";
import { isMethodChanged } from "../followed-method.ts";
import { isClientRedirect } from "../redirect-chain.ts";
import { isOver } from "./chain-end.ts";
import { followedHops, defineFinding } from "./rule.ts";
import { isPostRedirectGet } from "./post-redirect-get.ts";

export const methodChanged = defineFinding({
  id: "method-changed",
  severities: ["warning", "info"],
  source: `${fetchStandard}#http-redirect-fetch`,
  recipes: ["keep-method"],
  find: (chain) =>
    isOver(chain)
      ? followedHops(chain)
          // A page that redirects makes a new request: there is no method to keep.
          .filter(({ hop, next }) => !isClientRedirect(hop) && isMethodChanged(hop, next))
          .map(({ hop, next, index }) => ({
            severity: isPostRedirectGet(chain, index) ? "info" : "warning",
            hop: index,
            values: [hop.method, next.method],
          }))
      : [],
});
