/** A body was sent to this hop but not to the next. The severity depends on the outcome of the chain. */
import { followedBody } from "../chain/followed-body.ts";
import { handlingOf, handlingTones, isSignInElsewhere, type Handling } from "../meaning/request-handling.ts";
import { answerOf, isClientRedirect, type Chain, type Hop } from "../chain/redirect-chain.ts";
import { isFinished } from "./chain-outcome.ts";
import { defineFinding, type Severity } from "./rule.ts";
import { fetchStandard } from "./sources.ts";

export const bodyLost = defineFinding({
  id: "body-lost",
  severities: ["warning", "info", "error"],
  source: `${fetchStandard}#http-redirect-fetch`,
  recipes: ["keep-method"],
  effects: ["method-changed"],
  whatVariants: ["unread"],
  fixVariants: { handled: [], "after-303": [], "sign-in": [], unread: [] },
  find: (chain) =>
    isFinished(chain)
      ? chain.hops.flatMap((hop, index) => {
          if (!isLost(chain, hop, index)) return [];
          const handling = handlingOf(chain, index) ?? "lost";
          const severity = severityOf(chain, index, handling);
          if (handling === "unread") return { severity, hop: index, what: "unread", fix: "unread" };
          if (handlingTones[handling] === "good") return { severity, hop: index, fix: "handled" };
          if (isSignInElsewhere(hop)) return { severity, hop: index, fix: "sign-in" };
          // A 303 asks for a GET, so don't advise another status.
          const isSeeOther = answerOf(hop)?.status === 303;
          return isSeeOther ? { severity, hop: index, fix: "after-303" } : { severity, hop: index };
        })
      : [],
});

/** The body of a report or beacon is lost even if the redirect isn't followed. */
function isLost(chain: Chain, hop: Hop, index: number): boolean {
  const next = chain.hops[index + 1];
  // A client redirect comes after a response: the body of its request arrived.
  if (hop.state !== "redirected" || isClientRedirect(hop)) return false;
  if (next === undefined) return hop.body.presence === "present" && handlingOf(chain, index) === "unread";
  return followedBody(hop, next) === "lost";
}

function severityOf(chain: Chain, index: number, handling: Handling): Severity {
  if (handlingTones[handling] === "good") return "info";
  if (handling !== "lost") return "warning";
  const isRefusedLater = chain.hops.slice(index + 1).some((hop) => (answerOf(hop)?.status ?? 0) >= 400);
  return isRefusedLater ? "error" : "warning";
}
