/**
 * The target rejects a request after a server redirect changed or kept its method. For a kept method, only 405 and 404
 * (a route without that method) are evidence: 400 and 422 are about the data, which a kept request still has.
 */
import { isMethodChanged } from "../chain/followed-method.ts";
import { handlingOf } from "../meaning/request-handling.ts";
import { isClientRedirect, lastHop, type Chain } from "../chain/redirect-chain.ts";
import { finalAnswer } from "./chain-outcome.ts";
import { isGetOrHead } from "./crawler-redirects.ts";
import { defineFinding, followedHops, type FollowedHop } from "./rule.ts";
import { rfc9110 } from "./sources.ts";

/** Typical statuses for a wrong method or an empty form. */
export const refusals: ReadonlySet<number> = new Set([400, 404, 405, 422]);

export const methodNotAllowedAfterRedirect = defineFinding({
  id: "method-not-allowed-after-redirect",
  severities: ["error"],
  source: `${rfc9110}#section-15.5.6`,
  recipes: ["keep-method", "see-other"],
  effects: ["body-lost", "method-changed", "redirect-to-error"],
  fixVariants: { kept: ["see-other"] },
  find: (chain) => {
    const status = finalAnswer(chain)?.status ?? 0;
    const values = [lastHop(chain).method, String(status)];
    const changed = changedBeforeRefusal(chain, status);
    if (changed !== undefined) return [{ hop: changed.index, values }];
    const kept = keptBeforeRefusal(chain, status);
    return kept === undefined ? [] : [{ hop: kept.index, values, fix: "kept" }];
  },
});

function changedBeforeRefusal(chain: Chain, status: number): FollowedHop | undefined {
  if (!refusals.has(status)) return undefined;
  return sinceLastClientRedirect(chain).find(({ hop, next, index }) => {
    if (hop.source !== "server" || !isMethodChanged(hop, next) || hop.answer.status === 303) return false;
    return handlingOf(chain, index) === "lost";
  });
}

function keptBeforeRefusal(chain: Chain, status: number): FollowedHop | undefined {
  const { method } = lastHop(chain);
  if ((status !== 404 && status !== 405) || isGetOrHead({ method })) return undefined;
  const redirects = sinceLastClientRedirect(chain).filter(({ hop }) => hop.source === "server");
  const last = redirects.at(-1);
  // 301 and 302 keep methods other than POST, which has its own finding.
  const isKeeping = last?.hop.source === "server" && (last.hop.answer.status === 307 || last.hop.answer.status === 308);
  return isKeeping && redirects.every(({ hop }) => hop.method === method) ? last : undefined;
}

/** The redirects of the last request: a client redirect starts a new one. */
function sinceLastClientRedirect(chain: Chain): FollowedHop[] {
  const followed = followedHops(chain);
  return followed.slice(followed.findLastIndex(({ hop }) => isClientRedirect(hop)) + 1);
}
