/** A body was sent to this hop and not to the next. Waits for the end, which says how bad that is. */
import { answerOf, isClientRedirect, type Chain } from "../redirect-chain.ts";
import { followedBody } from "../followed-body.ts";
import { isOver } from "./chain-end.ts";
import { followedHops, type FindFindings, type Severity } from "./finding.ts";
import { isPostRedirectGet } from "./post-redirect-get.ts";

export const findBodyLost: FindFindings = (chain) =>
  isOver(chain)
    ? followedHops(chain)
        // A page that redirects has been answered: its request's body arrived.
        .filter(({ hop, next }) => !isClientRedirect(hop) && followedBody(hop, next) === "lost")
        .map(({ index }) => ({ id: "body-lost", severity: severityAt(chain, index), hop: index }))
    : [];

function severityAt(chain: Chain, index: number): Severity {
  if (isPostRedirectGet(chain, index)) return "info";
  const isRefusedLater = chain.hops.slice(index + 1).some((hop) => (answerOf(hop)?.status ?? 0) >= 400);
  return isRefusedLater ? "error" : "warning";
}
