/** A body was sent to this hop and not to the next. Waits for the end, which says how bad that is. */
import { fetchStandard } from "./sources.ts";
import { answerOf, isClientRedirect, type Chain } from "../redirect-chain.ts";
import { followedBody } from "../followed-body.ts";
import { isOver } from "./chain-end.ts";
import { followedHops, defineFinding, type Severity } from "./rule.ts";
import { isPostRedirectGet } from "./post-redirect-get.ts";

export const bodyLost = defineFinding({
  id: "body-lost",
  severities: ["warning", "info", "error"],
  source: `${fetchStandard}#http-redirect-fetch`,
  recipes: ["keep-method"],
  effects: ["method-changed"],
  find: (chain) =>
    isOver(chain)
      ? followedHops(chain)
          // A page that redirects has been answered: its request's body arrived.
          .filter(({ hop, next }) => !isClientRedirect(hop) && followedBody(hop, next) === "lost")
          .map(({ index }) => ({ severity: severityAt(chain, index), hop: index }))
      : [],
});

function severityAt(chain: Chain, index: number): Severity {
  if (isPostRedirectGet(chain, index)) return "info";
  const isRefusedLater = chain.hops.slice(index + 1).some((hop) => (answerOf(hop)?.status ?? 0) >= 400);
  return isRefusedLater ? "error" : "warning";
}
