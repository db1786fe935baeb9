/** The next hop has a different method. Waits for the outcome, which shows whether it's Post/Redirect/Get. */
import { isMethodChanged } from "../chain/followed-method.ts";
import { handlingOf, handlingTones, isSignInElsewhere } from "../meaning/request-handling.ts";
import { isClientRedirect } from "../chain/redirect-chain.ts";
import { isFinished } from "./chain-outcome.ts";
import { defineFinding, followedHops } from "./rule.ts";
import { fetchStandard } from "./sources.ts";

export const methodChanged = defineFinding({
  id: "method-changed",
  severities: ["warning", "info"],
  source: `${fetchStandard}#http-redirect-fetch`,
  recipes: ["keep-method"],
  fixVariants: { handled: [], "after-303": [], "sign-in": [] },
  find: (chain) =>
    isFinished(chain)
      ? followedHops(chain)
          // A client redirect starts a new request: there is no method to keep.
          .filter(({ hop, next }) => !isClientRedirect(hop) && isMethodChanged(hop, next))
          .map(({ hop, next, index }) => {
            const values = [hop.method, next.method];
            if (handlingTones[handlingOf(chain, index) ?? "lost"] === "good") {
              return { severity: "info", hop: index, values, fix: "handled" };
            }
            if (isSignInElsewhere(hop)) return { hop: index, values, fix: "sign-in" };
            const isSeeOther = hop.source === "server" && hop.answer.status === 303;
            return isSeeOther ? { hop: index, values, fix: "after-303" } : { hop: index, values };
          })
      : [],
});
