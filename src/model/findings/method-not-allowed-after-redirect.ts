/** The target refuses a request whose method a server's redirect changed, or a POST that it kept. */
import { rfc9110 } from "./sources.ts";
import { isMethodChanged } from "../followed-method.ts";
import { isClientRedirect, lastHop, type Chain } from "../redirect-chain.ts";
import { finalAnswer } from "./chain-end.ts";
import { followedHops, defineFinding, type FollowedHop } from "./rule.ts";

/** Statuses that a wrong method or an empty form typically gets. */
export const refusals: ReadonlySet<number> = new Set([400, 404, 405, 422]);

export const methodNotAllowedAfterRedirect = defineFinding({
  id: "method-not-allowed-after-redirect",
  severities: ["error"],
  source: `${rfc9110}#section-15.5.6`,
  recipes: ["keep-method", "see-other"],
  effects: ["body-lost", "method-changed", "redirect-to-error"],
  find: (chain) => {
    const status = finalAnswer(chain)?.status ?? 0;
    if (!refusals.has(status)) return [];
    const redirects = sinceLastPage(chain).filter(({ hop }) => hop.source === "server");
    const cause =
      redirects.find(({ hop, next }) => isMethodChanged(hop, next)) ??
      redirects.findLast(({ hop }) => hop.method === "POST");
    if (cause === undefined) return [];
    return [
      {
        hop: cause.index,
        values: [lastHop(chain).method, String(status)],
      },
    ];
  },
});

/** The redirects of the last request: a page that redirects begins a new one. */
function sinceLastPage(chain: Chain): FollowedHop[] {
  const followed = followedHops(chain);
  return followed.slice(followed.findLastIndex(({ hop }) => isClientRedirect(hop)) + 1);
}
